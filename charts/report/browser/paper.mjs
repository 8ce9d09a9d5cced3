// What comes out of the printer: a report of few pages, one sheet of a community, all of them, and everything where no script runs.
import { join } from 'node:path';

const PORTRAIT = 673; // px that an upright A4 page has between its margins

export async function paper(c, open, check, plan) {
  const { context, page, seen } = await open(c, { viewport: { width: PORTRAIT, height: 900 } });
  await page.waitForSelector('html.done', { timeout: 30000 });
  await fits(c, page, check);
  const report = await pages(page, join(plan.screenshots, `${c.name}.pdf`));
  check(`${c.name}: pages of the report`, report >= 4 && report <= c.most, [report, c.most]);
  await page.evaluate(() => document.documentElement.classList.add('print-sheet'));
  check(`${c.name}: one sheet is one page`, (await pages(page)) === 1);
  const sheets = await allSheets(page);
  check(`${c.name}: every sheet is one page`, sheets > 0 && (await pages(page)) === sheets, sheets);
  check(`${c.name}: nothing requested or reported in printing`, seen.length === 0, seen);
  await context.close();
  await withoutScript(c, open, check, sheets);
}

async function pages(page, path) {
  const pdf = await page.pdf({ path, preferCSSPageSize: true });
  return (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) || []).length;
}

// Something wider than an upright page would make the browser shrink all of them.
async function fits(c, page, check) {
  await page.emulateMedia({ media: 'print' });
  const wide = await page.evaluate((most) => Array.from(document.querySelectorAll('main *'))
    .filter((el) => !el.closest('.land, .mapsec') && el.getBoundingClientRect().right > most + 2)
    .map((el) => [el.tagName, el.className.baseVal || el.className, el.id].join(' ')).slice(0, 5), PORTRAIT);
  check(`${c.name}: nothing is wider than the paper`, wide.length === 0, wide);
  await page.emulateMedia({ media: null });
}

// allSheets puts every sheet into the page, as the script does for the printer, and returns how many there are.
function allSheets(page) {
  return page.evaluate(() => {
    const root = document.documentElement.classList;
    let kept = '';
    window.print = () => { kept = document.getElementById('sheet-open').innerHTML; };
    const buttons = document.querySelectorAll('.sheetbar .right button');
    buttons[buttons.length - 1].click();
    document.getElementById('sheet-open').innerHTML = kept;
    root.remove('print-sheet');
    root.add('print-sheets');
    return document.querySelectorAll('#sheet-open .sheet').length;
  });
}

async function withoutScript(c, open, check, sheets) {
  const { context, page } = await open(c, { viewport: { width: PORTRAIT, height: 900 }, javaScriptEnabled: false });
  const shown = (await page.$$('#sheets .sheet')).length;
  check(`${c.name}: all sheets stand in the page without scripts`, shown === sheets, [shown, sheets]);
  const all = await pages(page);
  check(`${c.name}: report and sheets are printed without scripts`, all > sheets && all <= sheets + c.most, [all, sheets]);
  await context.close();
}
