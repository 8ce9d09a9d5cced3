// What the live map must do: layers change fills, legend and headline together; places are found by name and code; what is pointed at is told;
// what is chosen is the same in map, tables and sheet; the scale bar stays true; the address brings a view back; paper shows the still.
import { steps, withRows } from '../script/texts.js';

export async function map(c, page, check) {
  const ok = (name, good, more) => check(`${c.name}: map: ${name}`, good, more);
  const data = JSON.parse(await page.$eval('#quarter-map', (el) => el.textContent));
  data.layers.forEach((layer) => withRows(layer.tips));
  const places = JSON.parse(await page.$eval('#quarter-places', (el) => el.textContent));
  await page.$eval('#map', (el) => el.scrollIntoView());
  await proportions(page, data, ok);
  await layers(page, data, ok);
  await pointing(page, data, ok, c.hostile);
  await choosing(page, data, ok);
  await finding(page, places, ok);
  await zooming(page, data, ok);
  await keys(page, data, ok);
  await zones(page, ok);
  await address(page, data, ok);
  await paper(page, ok);
}

const SENSE = '#figure-map-drawing .sense';
const settle = (page) => page.waitForTimeout(80); // the drawing follows in the next frames
const clear = async (page) => { await page.evaluate(() => { location.hash = '#x='; }); await whole(page); await settle(page); };
const whole = (page) => page.$eval('.mapkeys [data-do=whole]', (button) => button.click());
const unit = (page) => page.evaluate(() => (/[#&]u=(\w+)/.exec(location.hash) || [])[1] || '');
const tip = (page) => page.$eval('.maptip', (el) => (el.hidden ? '' : el.innerText));

// corners of a ring in degrees.
function corners(data, path) {
  const ring = steps(path);
  let [x, y] = [0, 0];
  const out = [];
  for (let i = 0; i + 1 < ring.length; i += 2) {
    [x, y] = [x + ring[i], y + ring[i + 1]];
    out.push([data.ground.origin[0] + x * data.ground.quantum, data.ground.origin[1] + y * data.ground.quantum]);
  }
  return out;
}

// position is where a place lies on the page while the whole map is seen.
async function position(page, data, lon, lat) {
  const box = await (await page.$(SENSE)).boundingBox();
  const [w, s, e, n] = data.view;
  const width = Math.min(box.width, box.height * data.aspect);
  const height = width / data.aspect;
  return [box.x + (box.width - width) / 2 + ((lon - w) / (e - w)) * width, box.y + (box.height - height) / 2 + ((n - lat) / (n - s)) * height];
}

// middle is a point of a region that no sign covers: a little off the middle of its corners.
function middle(data, i) {
  const all = corners(data, data.ground.regions[i][0][0]).slice(1);
  const mean = (k) => all.reduce((sum, p) => sum + p[k], 0) / all.length;
  return [mean(0), mean(1)];
}

async function proportions(page, data, ok) {
  const size = await page.$eval('#figure-map-drawing .live svg', (svg) => [svg.width.baseVal.value, svg.height.baseVal.value]);
  ok('keeps the proportions of the ground', Math.abs(size[0] / size[1] / data.aspect - 1) < 0.01, [size, data.aspect]);
  await scaleBar(page, data, ok, 'of the whole map', 1);
}

// The bar is as long as its label says, at a known factor of the whole map.
async function scaleBar(page, data, ok, name, factor) {
  const bar = await page.$eval('#figure-map-drawing .live svg', (svg) => {
    const bars = Array.from(svg.querySelectorAll('path')).map((p) => p.getBBox()).filter((b) => Math.abs(b.height - 4) < 0.01 && b.x === 0);
    return { length: Math.max(...bars.map((b) => b.width)), texts: Array.from(svg.querySelectorAll('text')).slice(-3).map((t) => t.textContent) };
  });
  const label = /^([\d,]+)\s*(公里|米|km|m)$/.exec(bar.texts[bar.texts.length - 1]);
  if (!label) return ok(`scale bar ${name} has a label`, false, bar);
  const meters = Number(label[1].replace(/,/g, '')) * (/公里|km/.test(label[2]) ? 1000 : 1);
  const width = await page.$eval(SENSE, (el) => el.clientWidth);
  const lon = (data.scale.to[0] - data.scale.from[0]) / (data.view[2] - data.view[0]);
  const want = (width * lon * factor * meters) / data.scale.meters;
  return ok(`scale bar ${name} is a true length`, Math.abs(bar.length / want - 1) < 0.02, [bar, want]);
}

async function layers(page, data, ok) {
  const seen = new Set();
  for (const layer of data.layers.slice().reverse()) {
    await page.click(`.tabs [data-layer=${layer.key}]`);
    await settle(page);
    const now = await page.evaluate(() => ({
      tab: document.querySelector('.tabs [aria-checked=true]').getAttribute('data-layer'),
      head: document.querySelector('#map h2').innerText,
      legends: Array.from(document.querySelectorAll('.side > .lay')).filter((el) => el.offsetHeight > 0).map((el) => el.getAttribute('data-layer')),
      fills: Array.from(document.querySelectorAll('#figure-map-drawing .live svg path')).map((p) => (p.getAttribute('fill') || '').toUpperCase()),
      counts: Array.from(document.querySelectorAll('.side > .lay.on .lgd')[0].querySelectorAll('td:last-child')).map((td) => Number(td.textContent.replace(/,/g, ''))),
      hash: location.hash,
    }));
    ok(`${layer.key}: tab, legend and headline`, now.tab === layer.key && now.legends.join() === layer.key && now.head && !seen.has(now.head), now);
    seen.add(now.head);
    const used = layer.classes.filter((look, k) => layer.of.includes(k) && !look.pattern).map((look) => look.fill.toUpperCase());
    ok(`${layer.key}: fills of its classes`, used.every((fill) => now.fills.includes(fill)), [used, now.fills]);
    ok(`${layer.key}: the legend counts every unit`, now.counts.reduce((a, b) => a + b, 0) >= layer.of.length, [now.counts, layer.of.length]);
    ok(`${layer.key}: stands in the address`, layer === data.layers[0] ? !now.hash.includes('layer=') : now.hash.includes(`layer=${layer.key}`), now.hash);
  }
  await page.focus('.tabs [aria-checked=true]');
  await page.keyboard.press('ArrowRight');
  ok('arrow keys choose a layer', (await page.getAttribute('.tabs [aria-checked=true]', 'data-layer')) === (data.layers[1] || data.layers[0]).key);
  await clear(page);
}

// Every region tells its own name and value, two of one name too; a name is text whatever it holds.
async function pointing(page, data, ok, hostile) {
  const rows = data.layers[0].tips.rows;
  const told = new Set();
  for (let i = 0; i < Math.min(rows.length, 6); i++) {
    const [x, y] = await position(page, data, ...middle(data, i));
    await page.mouse.move(x + 9, y - 31); // beside the name that may stand in the middle
    const text = await tip(page);
    ok(`region ${i} is told`, rows[i].filter(Boolean).every((cell) => text.includes(cell)), [rows[i], text]);
    told.add(text);
  }
  ok('two of one name tell two values', told.size === Math.min(rows.length, 6), Array.from(told));
  if (hostile) ok('a tooltip holds no markup of the data', (await page.$$('.maptip img, .maptip script')).length === 0);
  await page.mouse.move(2, 2);
  ok('the tooltip goes', (await tip(page)) === '');
}

async function choosing(page, data, ok) {
  const key = data.units[1];
  const [x, y] = await position(page, data, ...middle(data, 1));
  await page.mouse.click(x + 9, y - 31);
  await settle(page);
  ok('a click chooses', (await unit(page)) === key, await unit(page));
  ok('the chosen one is outlined', (await page.$$('#figure-map-drawing .live svg path[stroke-width="3"]')).length === 1);
  ok('its row is marked', (await page.$$(`#table-communities tr[data-u=${key}].on`)).length === 1);
  ok('its sheet is open', (await page.$$(`#sheet-open article[data-u=${key}]`)).length === 1);
  const box = await (await page.$(SENSE)).boundingBox();
  await page.mouse.click(box.x + 4, box.y + 300);
  ok('a click beside the ground clears', (await unit(page)) === '', await unit(page));
}

async function finding(page, places, ok) {
  const found = () => page.$$eval('#map-found [role=option]', (all) => all.map((li) => li.firstChild.textContent));
  const [key, name, code] = places.units[places.units.length - 1];
  await page.fill('.find input', name);
  const list = await found();
  ok('names are found', list.includes(name) && list.every((text) => places.units.some((p) => p[1] === text)), [name, list]);
  ok('a name is text', (await page.$$('#map-found img, #map-found script')).length === 0);
  const at = await page.$$eval('#map-found [role=option]', (all, wanted) => all.findIndex((li) => li.textContent.includes(wanted)), code);
  for (let i = 0; i < Math.max(0, at); i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await settle(page);
  ok('Enter chooses and zooms', (await unit(page)) === key && (await page.$(`${SENSE}.zoomed`)) !== null, [await unit(page), key]);
  await clear(page);
  await page.fill('.find input', code);
  await (await page.$('#map-found [role=option]')).dispatchEvent('mousedown');
  await settle(page);
  ok('codes are found, a click chooses', (await unit(page)) !== '' && (await page.$('#map-found:not([hidden])')) === null, await unit(page));
  await clear(page);
  await page.fill('.find input', '\u4e00 no such place');
  ok('nothing found is said', (await found()).length === 0 && (await page.innerText('#map-found')).length > 0);
  await page.keyboard.press('Escape');
  ok('Escape closes the list', (await page.$('#map-found:not([hidden])')) === null && (await page.inputValue('.find input')) === '');
}

async function zooming(page, data, ok) {
  await page.$eval('.mapkeys [data-do=in]', (button) => button.click());
  await settle(page);
  await scaleBar(page, data, ok, 'of a part', 1.6);
  const box = await (await page.$(SENSE)).boundingBox();
  await page.mouse.move(box.x + 200, box.y + 200);
  const before = await page.evaluate(() => window.scrollY);
  await page.mouse.wheel(0, 40);
  await settle(page);
  ok('scrolling scrolls the page and says how to zoom', (await page.evaluate(() => window.scrollY)) > before && (await page.$('.mapwheel:not([hidden])')) !== null);
  await page.$eval('#map', (el) => el.scrollIntoView());
  await whole(page);
  const middle = await (await page.$(SENSE)).boundingBox();
  await page.mouse.move(middle.x + 200, middle.y + 200);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await settle(page);
  ok('Ctrl and scrolling zooms', (await page.$(`${SENSE}.zoomed`)) !== null);
  await page.mouse.down();
  await page.mouse.move(middle.x + 120, middle.y + 160, { steps: 4 });
  await page.mouse.up();
  ok('a drag chooses nothing', (await unit(page)) === '', await unit(page));
  await whole(page);
  ok('the whole map comes back', (await page.$(`${SENSE}.zoomed`)) === null);
}

async function keys(page, data, ok) {
  await page.focus(SENSE);
  const told = new Set();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.press(key);
    told.add(await page.innerText('#map-said'));
  }
  const rows = data.layers[0].tips.rows;
  ok('arrow keys move and read out', told.size > 1 && Array.from(told).every((text) => rows.some((row) => text.startsWith(row[0]) && text.includes(row[2]))), Array.from(told));
  await page.keyboard.press('Enter');
  ok('Enter chooses', data.units.includes(await unit(page)), await unit(page));
  await page.keyboard.press('Escape');
  ok('Escape clears', (await unit(page)) === '');
  await page.keyboard.press('+');
  ok('plus zooms', (await page.$(`${SENSE}.zoomed`)) !== null);
  await page.keyboard.press('0');
  ok('0 shows the whole map', (await page.$(`${SENSE}.zoomed`)) === null);
  await page.evaluate(() => document.activeElement.blur());
}

async function zones(page, ok) {
  const row = await page.$('.bt tr[data-zone]');
  if (!row) return;
  await row.click({ position: { x: 40, y: 8 } });
  await settle(page);
  ok('a row of the zones shows its zone', ((await row.getAttribute('class')) || '').includes('hot'));
  const sum = await page.$$eval('.bt tbody td:nth-child(3)', (all) => all.reduce((n, td) => n + Number(td.textContent.replace(/,/g, '')), 0));
  const total = Number((await page.innerText('.bt tfoot td:nth-child(3)')).replace(/,/g, ''));
  ok('the zones add up', sum === total || (await page.$('.bt + .src')) !== null, [sum, total]);
  await clear(page);
}

async function address(page, data, ok) {
  const layer = data.layers[data.layers.length - 1].key;
  await page.evaluate((to) => { location.hash = to; }, `#layer=${layer}&u=${data.units[0]}`);
  await page.reload();
  await page.waitForSelector('html.done', { timeout: 20000 });
  await settle(page);
  const now = await page.evaluate(() => document.querySelector('.tabs [aria-checked=true]').getAttribute('data-layer'));
  ok('the address brings the view back', now === layer && (await page.$$('#figure-map-drawing .live svg path[stroke-width="3"]')).length === 1, now);
  await clear(page);
}

async function paper(page, ok) {
  await page.evaluate((to) => { location.hash = to; }, '#layer=gap');
  await page.emulateMedia({ media: 'print' });
  const shown = (selector) => page.$$eval(selector, (all) => all.map((el) => el.offsetHeight > 0 || el.getClientRects().length > 0));
  const still = await shown('#figure-map-drawing .still');
  const live = await shown('#figure-map-drawing .live, .mapkeys, .maptools');
  const first = await page.$$eval('.side > .lay', (all) => all.map((el) => el.offsetHeight > 0));
  ok('paper shows the still of the first layer', still.every(Boolean) && !live.some(Boolean) && first.every((is, i) => is === (i === 0)), [still, live, first]);
  await page.emulateMedia({ media: null });
  await clear(page);
}
