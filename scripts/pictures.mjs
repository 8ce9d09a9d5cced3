// Takes the pictures of the README from a page: node scripts/pictures.mjs PAGE LANGUAGE FOLDER. See scripts/pictures.
import { chromium } from 'playwright-core';

const [page, lang, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
const view = await browser.newPage({ viewport: { width: 1440, height: 1600 } });
await view.goto('file://' + page);
await view.waitForSelector('html.done', { timeout: 30000 });
await view.screenshot({ path: `${folder}/page.${lang}.png` });
await (await view.$('#sheet-open .sheet')).screenshot({ path: `${folder}/sheet.${lang}.png` });
await view.$eval('.tabs [data-layer=grids]', (tab) => tab.click());
await view.waitForTimeout(500);
await (await view.$('#map')).screenshot({ path: `${folder}/grids.${lang}.png` });
await browser.close();
