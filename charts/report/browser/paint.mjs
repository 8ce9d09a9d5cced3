// Prints how long pages take to open in a browser, as a table: first paint, everything in view drawn and usable (html.ready), everything
// drawn (html.done), by a processor as it is and one four times slower, as a stand-in for an office PC. Medians of RUNS runs, milliseconds.
//
//	node charts/report/browser/paint.mjs NAME=PAGE.html …
import { chromium } from 'playwright-core';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const RUNS = Number(process.env.RUNS) || 5;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
console.log('| page | MB | slower | first paint | ready | done | longest task |');
console.log('|---|---|---|---|---|---|---|');
for (const arg of process.argv.slice(2)) {
  const [name, path] = arg.split('=');
  for (const slower of [1, 4]) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await once(resolve(path), slower));
    const median = (key) => Math.round(runs.map((r) => r[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)]);
    const size = (statSync(path).size / 1e6).toFixed(1);
    console.log(`| ${name} | ${size} | ×${slower} | ${median('paint')} | ${median('ready')} | ${median('done')} | ${median('longest')} |`);
  }
}
await browser.close();

// once opens a page in a fresh context and reads its clock: everything is counted from the start of the navigation.
async function once(path, slower) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(() => {
    window.seen = { longest: 0 };
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.seen.longest = Math.max(window.seen.longest, e.duration); })).observe({ entryTypes: ['longtask'] });
    const watch = new MutationObserver(() => {
      ['ready', 'done'].forEach((key) => { if (!window.seen[key] && document.documentElement.classList.contains(key)) window.seen[key] = performance.now(); });
    });
    new MutationObserver((_, first) => {
      if (!document.documentElement) return;
      first.disconnect();
      watch.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
    }).observe(document, { childList: true });
  });
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector('html.done', { timeout: 120000 });
  await page.waitForTimeout(200);
  const out = await page.evaluate(() => Object.assign({ paint: performance.getEntriesByName('first-contentful-paint')[0].startTime }, window.seen));
  await context.close();
  return out;
}
