// Prints how long pages take to open in a browser, as a table: first paint, everything in view drawn and usable (html.ready), the map drawn,
// which begins below the first view, everything drawn (html.done), by a processor as it is and one four times slower, as a stand-in for an
// office PC. Medians of RUNS runs, milliseconds.
//
//	node charts/report/browser/paint.mjs NAME=PAGE.html …
import { chromium } from 'playwright-core';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const RUNS = Number(process.env.RUNS) || 5;
const MOST = 120000; // milliseconds to wait for a page
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const session = await browser.newBrowserCDPSession();
console.log('| page | MB | slower | first paint | ready | map | done | longest task |');
console.log('|---|---|---|---|---|---|---|---|');
for (const arg of process.argv.slice(2)) {
  const [name, path] = arg.split('=');
  for (const slower of [1, 4]) {
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await once(resolve(path), slower));
    const median = (key) => Math.round(runs.map((r) => r[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)]);
    const size = (statSync(path).size / 1e6).toFixed(1);
    console.log(`| ${name} | ${size} | ×${slower} | ${['paint', 'ready', 'map', 'done', 'longest'].map(median).join(' | ')} |`);
  }
}
await browser.close();

// once opens a page in a fresh context and reads its clock: everything is counted from the start of the navigation. It speaks to the page
// itself: a page of Playwright has its requests watched, and Chromium then keeps a second copy of the file, 0.1 s for one of 12 MB.
async function once(path, slower) {
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const { targetId } = await session.send('Target.createTarget', { url: 'about:blank', browserContextId, width: 1440, height: 900 });
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  const send = speaker(sessionId);
  await send('Page.enable');
  await send('Emulation.setCPUThrottlingRate', { rate: slower });
  await send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch})()` });
  await send('Page.navigate', { url: pathToFileURL(path).href });
  const until = Date.now() + MOST;
  let seen = {};
  while (!seen.done) {
    if (Date.now() > until) throw new Error(`${path}: not done after ${MOST} ms`);
    await new Promise((r) => setTimeout(r, 500));
    const { result } = await send('Runtime.evaluate', { expression: 'window.seen', returnByValue: true });
    seen = result.value || {};
  }
  await session.send('Target.disposeBrowserContext', { browserContextId });
  return seen;
}

// speaker sends commands to a target and waits for what it answers.
function speaker(sessionId) {
  const waiting = {};
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (e) => {
    const answer = JSON.parse(e.message);
    if (e.sessionId === sessionId && waiting[answer.id]) waiting[answer.id](answer.result);
  });
  return (method, params = {}) => new Promise((done) => {
    waiting[++last] = done;
    session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: last, method, params }) });
  });
}

// watch runs in the page before all else, and notes when its signs appear.
function watch() {
  const seen = window.seen = { paint: 0, longest: 0 };
  new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach((e) => { seen.paint = e.startTime; })).observe({ type: 'paint', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((e) => { seen.longest = Math.max(seen.longest, e.duration); })).observe({ type: 'longtask', buffered: true });
  const page = (name) => document.documentElement.classList.contains(name);
  const look = new MutationObserver(() => {
    const map = document.getElementById('figure-map-drawing');
    const is = { ready: page('ready'), map: map && map.classList.contains('drawn'), done: page('done') };
    Object.keys(is).forEach((key) => { if (!seen[key] && is[key]) seen[key] = performance.now(); });
  });
  new MutationObserver((_, first) => {
    if (!document.documentElement) return;
    first.disconnect();
    look.observe(document.documentElement, { attributes: true, attributeFilter: ['class'], subtree: true });
  }).observe(document, { childList: true });
}
