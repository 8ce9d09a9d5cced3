// Takes the pictures of the README from two pages: node scripts/pictures.mjs REPORT PLAN LANGUAGE FOLDER. See scripts/pictures.
import { chromium } from 'playwright-core';

const [report, plan, lang, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });

async function open(page) {
  const view = await browser.newPage({ viewport: { width: 1440, height: 1600 } });
  await view.goto('file://' + page);
  await view.waitForSelector('html.done', { timeout: 60000 });
  return view;
}

const first = await open(report);
await first.screenshot({ path: `${folder}/page.${lang}.png` });
await (await first.$('#sheet-open .sheet')).screenshot({ path: `${folder}/sheet.${lang}.png` });
await first.$eval('.tabs [data-layer=grids]', (tab) => tab.click());
await first.waitForTimeout(500);
await (await first.$('#map')).screenshot({ path: `${folder}/grids.${lang}.png` });
await (await open(plan)).screenshot({ path: `${folder}/site.${lang}.png` });
await browser.close();
