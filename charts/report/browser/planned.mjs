// The page of a plan: it opens on the map of the plan, a click on a site leads to its row, layers switch, the table sorts and downloads, paper
// and pages without script show the plan, and nothing is requested or reported.
import { join } from 'node:path';

export async function planned(c, open, check, plan) {
  const { context, page, seen } = await open(c, { viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  await page.waitForSelector('html.done', { timeout: 20000 }).catch(() => check(`${c.name}: ready`, false));
  const drawings = await page.$$eval('.drawing[id]', (all) => all.map((d) => ({ id: d.id, shapes: d.querySelectorAll('.live svg path, .live svg rect, .live svg text').length })));
  check(`${c.name}: figures`, drawings.length > 4, drawings);
  for (const d of drawings) check(`${c.name}: ${d.id} is drawn`, d.shapes > 5, d);
  await layers(c, page, check);
  if (c.sites) {
    await clicks(c, page, check);
    await table(c, page, check);
  }
  check(`${c.name}: names are text`, await page.evaluate(() => window.hacked === undefined && !document.querySelector('main img')));
  await page.screenshot({ path: join(plan.screenshots, `${c.name}-1440.png`), fullPage: true });
  await page.emulateMedia({ media: 'print' });
  check(`${c.name}: paper shows the plan`, await page.evaluate(() => document.querySelector('h2 .lay.first').getAttribute('data-layer') === 'plan'));
  const pages = ((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g) || []).length;
  check(`${c.name}: pages`, pages > 1 && pages <= c.most, pages);
  check(`${c.name}: nothing requested, reported or asked`, seen.length === 0, seen);
  await context.close();
}

// layers: the plan is shown first, its signs stand on no other layer.
async function layers(c, page, check) {
  const dashed = () => page.$$eval('#figure-map-drawing .live svg path[stroke-dasharray]', (all) => all.length);
  const shown = () => page.$$eval('h2 .lay.on', (all) => all.map((el) => el.getAttribute('data-layer')).join());
  check(`${c.name}: opens on the plan`, (await shown()) === 'plan');
  const first = await dashed();
  check(`${c.name}: the plan is dashed`, first > 0, first);
  await page.click('.tabs [data-layer=coverage]');
  check(`${c.name}: the layer of coverage`, (await shown()) === 'coverage' && (await dashed()) === 0, await dashed());
  await page.click('.tabs [data-layer=plan]');
  check(`${c.name}: back on the plan`, (await dashed()) === first);
}

// clicks: the mark of the first site leads to its row.
async function clicks(c, page, check) {
  const at = await page.evaluate(() => {
    const box = document.querySelector('#figure-map-drawing');
    box.scrollIntoView({ block: 'center' });
    const mark = Array.from(box.querySelectorAll('.live svg text')).find((el) => el.textContent === '1' && el.getAttribute('font-weight') !== 'normal' && !/公里|km/.test(el.textContent));
    const b = mark.getBoundingClientRect();
    return [b.x + b.width / 2, b.y + b.height / 2];
  });
  await page.mouse.click(at[0], at[1]);
  const on = await page.$$eval('#table-plan tr.on', (rows) => rows.map((r) => r.getAttribute('data-u')).join());
  check(`${c.name}: a click on a site marks its row`, on === 'p1', { on, at });
  const seen = await page.$eval('#table-plan', (el) => { const b = el.getBoundingClientRect(); return b.bottom > 0 && b.top < window.innerHeight; });
  check(`${c.name}: the row is in sight`, seen);
}

// table: it sorts by newly covered, and downloads with all its sites.
async function table(c, page, check) {
  const head = await page.$('#table-plan thead th[data-how=plan_new] [role=button]');
  check(`${c.name}: heads are buttons`, head !== null);
  if (head) {
    await head.click();
    const values = await page.$$eval('#table-plan tbody tr', (rows) => rows.map((r) => Number(r.cells[3].textContent.replace(/,/g, ''))));
    check(`${c.name}: sorted`, values.length === c.sites && (values.every((v, i) => !i || values[i - 1] <= v) || values.every((v, i) => !i || values[i - 1] >= v)), values);
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('.tablebox:has(#table-plan) .tools .right button')]).catch(() => [null]);
  check(`${c.name}: the table downloads`, download !== null && /\.csv$/.test(download.suggestedFilename()));
}
