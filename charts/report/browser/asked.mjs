// What every number of the page must do: the files of the tables hold what result.json holds, and one number of each kind opens the drawer
// with itself, a formula and no empty line.
import { readFileSync } from 'node:fs';
import { parse } from './tables.mjs';

export async function asked(c, page, check) {
  const ok = (name, good, more) => check(`${c.name}: ${name}`, good, more);
  const result = JSON.parse(readFileSync(c.result, 'utf8'));
  for (const list of lists(result)) await fileOf(page, list, ok);
  await everyKind(page, ok);
}

// lists are the tables whose rows are objects of result.json, in its order: figure of a column, and its published number as it is printed.
function lists(result) {
  const communities = result.units.filter((u) => u.level === 'community').map((u) => u.metrics);
  const metric = (u, how) => (u[how] && u[how].value !== undefined && u[how].value !== null ? u[how].value * (u[how].unit === 'share' ? 100 : 1) : undefined);
  const fields = (names) => (o, how) => (names[how] && typeof o[names[how][0]] === 'number' ? o[names[how][0]] * names[how][1] : undefined);
  return [
    { table: 'table-communities', objects: communities, value: metric },
    { table: 'table-grids', objects: result.grids, value: fields({ grid_people: ['people', 1], grid_households: ['households', 1], grid_rate: ['coverage', 100], grid_strict: ['coverage_strict', 100], grid_nearest: ['nearest_mean_m', 1] }) },
    { table: 'table-centers', objects: result.centers, value: fields({ center_people: ['people_in_circle', 1], center_alone: ['people_only_here', 1], center_floor: ['floor_area_m2', 1] }) },
    { table: 'table-zones', objects: result.zones, value: fields({ zone_people: ['people', 1], zone_households: ['households', 1], zone_area: ['area_m2', 1e-4], zone_distance: ['nearest_m', 1] }) },
  ];
}

// The file of a table is compared number by number with result.json.
async function fileOf(page, list, ok) {
  if (!(await page.$(`#${list.table}`))) return;
  const button = await page.$(`.tablebox:has(#${list.table}) .tools .right button`);
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const rows = parse(readFileSync(await file.path(), 'utf8').slice(1)).slice(1);
  const hows = await page.$$eval(`#${list.table} thead th`, (all) => all.map((th) => th.dataset.how || ''));
  let met = 0;
  const wrong = [];
  list.objects.forEach((o, i) => hows.forEach((how, k) => {
    const cell = (rows[i] || [])[k];
    if (!how || !/^-?[\d.]+$/.test(cell)) return;
    const want = list.value(o, how);
    if (want === undefined) return;
    met++;
    const off = how.startsWith('population') ? 1 : 0.5 * 10 ** -(cell.split('.')[1] || '').length;
    if (Math.abs(Number(cell) - want) > off + 1e-9) wrong.push([how, i, cell, want]);
  }));
  ok(`${list.table}: the file says what result.json says`, wrong.length === 0 && met > 0, [met, wrong.slice(0, 5)]);
}

// One number of every kind, in every table, figure, sentence, legend and sheet.
async function everyKind(page, ok) {
  await page.evaluate(() => document.querySelectorAll('details.behind').forEach((d) => { d.open = true; }));
  const kinds = await page.evaluate(() => {
    const out = [];
    const mark = (el, how, part, place) => {
      const kind = `${how}.${part} ${place}`;
      if (!el || !how || !el.textContent.trim() || out.some((k) => k.kind === kind)) return;
      el.setAttribute('data-sample', String(out.length));
      out.push({ kind, how });
    };
    document.querySelectorAll('table[data-table]').forEach((t) => Array.from(t.tHead.rows[0].cells).forEach((th, i) => {
      const tr = t.tBodies[0].rows[0];
      const how = th.dataset.how === '*' ? tr.dataset.figure : th.dataset.how;
      if (tr && tr.cells[i]) mark(tr.cells[i], how, th.dataset.part || '', t.id);
    }));
    document.querySelectorAll('[data-how]:not(th)').forEach((el) => {
      if (!el.closest('.hows')) mark(el.tagName === 'TABLE' ? el.querySelector('td:nth-child(3)') : el, el.dataset.how, el.dataset.part || '', 'page');
    });
    return out;
  });
  ok('there are numbers to ask', kinds.length > 40, kinds.length);
  for (const [i, { kind, how }] of kinds.entries()) {
    const found = await page.evaluate(([n, key]) => {
      const el = document.querySelector(`[data-sample="${n}"]`);
      if (!el) return { gone: true };
      if (!document.getElementById(`how-${key}`)) return { none: true };
      el.click();
      const box = document.querySelector('aside.drawer');
      if (!box) return { shut: true };
      const text = box.textContent;
      const number = (el.textContent.match(/[\d,.]+/) || [''])[0];
      const empty = Array.from(box.querySelectorAll('h3, .v, .formula, dt, dd, .clause')).filter((e) => !e.textContent.trim()).map((e) => e.tagName + e.className);
      document.querySelector('aside.drawer .shut').click();
      return { text, number, empty };
    }, [i, how]);
    if (found.gone) continue; // of a sheet that another has replaced
    ok(`${kind}: can be asked`, !found.none && !found.shut, found);
    if (!found.text) continue;
    ok(`${kind}: the drawer holds the number`, found.text.includes(found.number), [found.number, found.text.slice(0, 160)]);
    ok(`${kind}: the drawer has no empty line and no broken word`, found.empty.length === 0 && !/undefined|NaN|\[object|\{\w+\}/.test(found.text), found.empty);
  }
  await page.evaluate(() => { document.querySelectorAll('details.behind').forEach((d) => { d.open = false; }); location.hash = '#x='; });
}
