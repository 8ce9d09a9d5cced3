// The page of a comparison: nothing is requested or reported, map and figures are drawn, tables sort, and paper has
// pages.
import { join } from 'node:path';

export async function compared(c, open, check, plan) {
  const { context, page, seen } = await open(c, { viewport: { width: 1440, height: 900 } });
  await page.waitForSelector('html.done', { timeout: 20000 }).catch(() => check(`${c.name}: ready`, false));
  const drawings = await page.$$eval('.drawing[id]', (all) => all.map((d) => ({ id: d.id, shapes: d.querySelectorAll('.live svg path, .live svg rect, .live svg text').length })));
  check(`${c.name}: figures`, drawings.length >= 2, drawings);
  for (const d of drawings) check(`${c.name}: ${d.id} is drawn`, d.shapes > 5, d);
  await sorts(c, page, check);
  check(`${c.name}: names are text`, await page.evaluate(() => window.hacked === undefined && !document.querySelector('main img')));
  await page.screenshot({ path: join(plan.screenshots, `${c.name}-1440.png`), fullPage: true });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  check(`${c.name}: pages`, (pdf.toString('latin1').match(/\/Type \/Page\b/g) || []).length > 1);
  check(`${c.name}: nothing requested, reported or asked`, seen.length === 0, seen);
  await context.close();
}

// sorts clicks the head of the change of coverage: the largest loss comes first.
async function sorts(c, page, check) {
  const head = await page.$('#table-change thead th:nth-child(5) [role=button]');
  check(`${c.name}: heads are buttons`, head !== null);
  if (!head) return;
  await head.click();
  const values = await page.$$eval('#table-change tbody tr', (rows) => rows.map((r) => parseFloat(r.cells[4].textContent.replace('−', '-').replace(/,/g, ''))));
  const known = values.filter((v) => !isNaN(v));
  check(`${c.name}: sorted`, known.length > 0 && known.every((v, i) => i === 0 || known[i - 1] <= v), values);
}
