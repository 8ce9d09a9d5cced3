// Opens each page of a plan in Chromium and checks what only a browser can: that nothing is requested, run or reported, that every
// figure is drawn, that tables sort, that a phone does not scroll sideways, and that paper has pages.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asked } from './asked.mjs';
import { compared } from './compared.mjs';
import { map } from './map.mjs';
import { paper } from './paper.mjs';
import { planned } from './planned.mjs';
import { tables } from './tables.mjs';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const FIGURES = 8; // at least, of the town
let failed = 0;
let checked = 0;
const check = (name, ok, more) => {
  checked++;
  if (!ok) {
    failed++;
    console.log(`FAIL ${name}${more === undefined ? '' : `: ${JSON.stringify(more)}`}`);
  }
};

for (const c of plan.cases) {
  await desktop(c);
  await phone(c);
  await withoutScript(c);
}
for (const c of plan.compared) {
  await compared(c, open, check, plan);
  await phone(c);
}
for (const c of plan.planned) {
  await planned(c, open, check, plan);
  await phone(c);
}
for (const c of plan.paper) await paper(c, open, check, plan);
await browser.close();
console.log(`${checked} checks, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

async function open(c, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  const seen = [];
  page.on('console', (m) => seen.push(`console: ${m.text()}`));
  page.on('pageerror', (e) => seen.push(`error: ${e.message}`));
  page.on('dialog', (d) => { seen.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on('request', (r) => { if (r.url() !== pathToFileURL(c.path).href && !r.url().startsWith('data:')) seen.push(`request: ${r.url()}`); });
  await page.goto(pathToFileURL(c.path).href);
  return { context, page, seen };
}

async function desktop(c) {
  const { context, page, seen } = await open(c, { viewport: { width: 1440, height: 900 } });
  await page.waitForSelector('html.done', { timeout: 20000 }).catch(() => check(`${c.name}: ready`, false));
  const drawings = await page.$$eval('.drawing[id]', (all) => all.map((d) => ({ id: d.id, shapes: d.querySelectorAll('.live svg path, .live svg rect, .live svg text').length })));
  check(`${c.name}: figures`, drawings.length >= FIGURES, drawings);
  for (const d of drawings) check(`${c.name}: ${d.id} is drawn`, d.shapes > 5, d);
  await map(c, page, check);
  await sorting(c, page);
  await tables(c, page, check);
  await asked(c, page, check);
  if (c.hostile) await hostileNames(c, page);
  const hatches = () => page.$$eval('#figure-map-drawing .live path', (all) => all.filter((e) => /^url/.test(e.getAttribute('fill'))).length);
  const hatched = await hatches();
  await page.setViewportSize({ width: 900, height: 800 }); // the figures follow
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForTimeout(300);
  check(`${c.name}: hatches outlast a change of width`, hatched > 0 && (await hatches()) === hatched, hatched);
  await page.screenshot({ path: join(plan.screenshots, `${c.name}-1440.png`), fullPage: true });
  check(`${c.name}: nothing requested, reported or asked`, seen.length === 0, seen);
  await context.close();
}

async function sorting(c, page) {
  const column = () => page.$$eval('#table-communities tbody tr', (rows) => rows.map((r) => r.cells[3].textContent));
  const button = await page.$('#table-communities thead th:nth-child(4) [role=button]');
  check(`${c.name}: heads are buttons`, button !== null);
  if (!button) return;
  const number = (t) => parseFloat(t.replace(/,/g, ''));
  const rising = (list) => list.every((v, i) => i === 0 || isNaN(number(v)) || number(list[i - 1]) <= number(v));
  await button.click();
  check(`${c.name}: sorted up`, rising(await column()), await column());
  check(`${c.name}: aria-sort`, (await page.getAttribute('#table-communities thead th:nth-child(4)', 'aria-sort')) === 'ascending');
  await button.click();
  const down = await column();
  check(`${c.name}: sorted down, missing last`, rising(down.filter((v) => !isNaN(number(v))).reverse()) && isNaN(number(down[down.length - 1])), down);
}

async function hostileNames(c, page) {
  check(`${c.name}: nothing was run`, (await page.evaluate(() => window.hacked)) === undefined);
  check(`${c.name}: no element was made`, (await page.$$('img, iframe, object, embed')).length === 0);
  check(`${c.name}: one script that runs`, (await page.$$eval('script:not([type])', (s) => s.length)) === 1);
  const text = await page.evaluate(() => document.body.innerText);
  for (const name of plan.hostile) check(`${c.name}: shown as text`, text.includes(name), name);
  const drawn = await page.$$eval('svg text', (all) => all.map((e) => e.textContent).join('\n'));
  check(`${c.name}: drawn as text`, drawn.includes('__f__(window.hacked=2)__f__'), drawn.slice(0, 400));
}

async function phone(c) {
  const { context, page, seen } = await open(c, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  await page.waitForSelector('html.done', { timeout: 20000 });
  const wide = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  check(`${c.name}: no sideways scroll at 390 px`, wide[0] <= 390 && wide[1] <= 390, wide);
  await page.screenshot({ path: join(plan.screenshots, `${c.name}-390.png`), fullPage: true });
  check(`${c.name}: nothing requested or reported on the phone`, seen.length === 0, seen);
  await context.close();
}

async function withoutScript(c) {
  const { context, page } = await open(c, { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
  const text = await page.textContent('main'); // what is out of view has no innerText
  check(`${c.name}: readable without scripts`, text.length > 3000 && (await page.$('#figure-map-drawing .still svg')) !== null && (await page.isVisible('#figure-map-drawing .still')) && (await page.$('noscript p')) !== null && (await page.$$('#table-communities tbody tr')).length >= 4, text.length);
  await context.close();
}
