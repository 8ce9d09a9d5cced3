// What tables, lists, the drawer and the sheets must do: what is downloaded and copied is what is seen, counts add up, a number can be asked
// with mouse and keyboard, a chosen community is the same everywhere, and the address brings a view back.
import { readFileSync } from 'node:fs';
import { csvOf, tsvOf } from '../script/csv.js';

const SHORT = '#table-short';

export async function tables(c, page, check) {
  const ok = (name, good, more) => check(`${c.name}: ${name}`, good, more);
  written(ok);
  await chips(page, ok);
  await narrowing(page, ok);
  await downloads(c, page, ok);
  await copies(page, ok);
  await drawer(page, ok);
  await keyboard(page, ok);
  await linked(page, ok);
  await sheets(page, ok);
  await address(page, ok);
  await readable(page, ok);
}

// What a cell becomes: numbers lose their commas, text is quoted where it must be and never runs.
function written(ok) {
  const cells = ['\u22121,234.5', '12,345', '-7', '530101001001', '=1+1', '+a', '-a', '@x', 'a"b', 'a,b', 'two\nlines', ' x', '1,2,3', '≥90%', '+0.2', '\u22120.2', '+1,255', '\u221212.5%', '+1+2', '+1%x'];
  const want = '\ufeff-1234.5,12345,-7,530101001001,\'=1+1,\'+a,\'-a,\'@x,"a""b","a,b","two\nlines"," x","1,2,3",≥90%,+0.2,-0.2,+1255,-12.5%,\'+1+2,\'+1%x\r\n';
  ok('cells as a file', csvOf([cells]) === want, csvOf([cells]));
  ok('cells as text to paste', tsvOf([['a\tb', '=1', '1,000'], ['x', '', '']]) === "a b\t'=1\t1000\r\nx\t\t", tsvOf([['a\tb', '=1', '1,000'], ['x', '', '']]));
}

const clear = (page) => page.evaluate(() => { location.hash = '#x='; });
const rows = (page, table) => page.$$eval(`${table} tbody tr`, (all) => all.map((tr) => Array.from(tr.cells, (td) => td.textContent)));
const tools = (page, table) => page.$(`.tablebox:has(${table}) .tools`);
const count = (text) => Number(text.replace(/[^\d]/g, ''));

// The first chip counts all rows; the others add up to it, and each leaves as many rows as it says.
async function chips(page, ok) {
  for (const table of ['#table-short', '#table-problems']) {
    const buttons = await page.$$(`.tablebox:has(${table}) .chips button`);
    if (!buttons.length) continue;
    const counts = await Promise.all(buttons.map(async (b) => count(await (await b.$('b')).innerText())));
    const total = Number(await page.getAttribute(table, 'data-total'));
    ok(`${table}: chips add up`, counts[0] === total && counts.slice(1).reduce((a, b) => a + b, 0) === total, counts);
    for (let i = 1; i < buttons.length; i++) {
      await buttons[i].click();
      ok(`${table}: chip ${i} is pressed`, (await buttons[i].getAttribute('aria-pressed')) === 'true');
      ok(`${table}: chip ${i} leaves its rows`, (await left(page, table)) === counts[i], [await left(page, table), counts[i]]);
    }
    await buttons[0].click();
  }
}

// left is how many rows a table has after the filter: the pager says it, or they are all there.
async function left(page, table) {
  const pager = await page.$(`.tablebox:has(${table}) .pager span`);
  return pager ? count((await pager.innerText()).replace(/^.*?([\d,]+)\D*$/, '$1')) : (await rows(page, table)).length;
}

async function narrowing(page, ok) {
  const find = await page.$('.tablebox:has(#table-communities) input[type=search]') || await page.$(`.tablebox:has(${SHORT}) input[type=search]`);
  const table = await find.evaluate((el) => '#' + el.closest('.tablebox').querySelector('table').id);
  const word = (await rows(page, table))[0].find((cell) => cell.length > 2 && !/^\d/.test(cell));
  await find.fill(word);
  const found = await rows(page, table);
  ok('search leaves rows that hold the word', found.length > 0 && found.every((row) => row.some((cell) => cell.toLowerCase().includes(word.toLowerCase()))), [word, found.length]);
  await find.fill('\u4e00\u4e00no such row');
  ok('search can find nothing', (await left(page, table)) === 0);
  await find.fill('');
  const select = await page.$(`.tablebox:has(${SHORT}) select`);
  if (!select) return;
  await select.focus();
  const value = await select.evaluate((el) => el.options[1].value);
  const column = await select.evaluate((el) => Array.from(el.closest('.tablebox').querySelectorAll('th[data-pick]'))[0].cellIndex);
  await select.selectOption(value);
  ok('a street can be chosen', (await rows(page, SHORT)).every((row) => row[column] === value), value);
  await select.selectOption('');
}

// The file is what is seen: all pages after the filter, with a mark for spreadsheets, quoted where needed, and never a formula.
async function downloads(c, page, ok) {
  const [file] = await Promise.all([page.waitForEvent('download'), (await tools(page, SHORT)).$$('.right button').then((b) => b[0].click())]);
  const text = readFileSync(await file.path(), 'utf8');
  ok('csv begins with the mark', text.charCodeAt(0) === 0xFEFF);
  ok('csv ends its lines with CRLF', text.endsWith('\r\n') && !/[^\r]\n/.test(text));
  const got = parse(text.slice(1));
  const heads = await page.$$eval(`${SHORT} thead th`, (all) => all.map((th) => th.textContent));
  const total = Number(await page.getAttribute(SHORT, 'data-total'));
  ok('csv has the heads', JSON.stringify(got[0]) === JSON.stringify(heads), got[0]);
  ok('csv has all rows', got.length === total + 1, got.length);
  const seen = (await rows(page, SHORT)).map((row) => row.map(plain));
  ok('csv is what is seen', JSON.stringify(got.slice(1, seen.length + 1)) === JSON.stringify(seen), [got[1], seen[0]]);
  const pages = Math.ceil(total / seen.length);
  await page.evaluate((n) => { location.hash = `#t.short.page=${n}`; }, pages);
  await page.waitForTimeout(50);
  const last = (await rows(page, SHORT)).map((row) => row.map(plain));
  ok('csv ends as the last page does', JSON.stringify(got.slice(-last.length)) === JSON.stringify(last) && last.length === total - (pages - 1) * seen.length, [pages, last[0]]);
  await clear(page);
  ok('csv holds no formula', got.every((row) => row.every((cell) => !/^[=@\t]/.test(cell) && !/^[+-]\D/.test(cell))));
  ok('the file is named by our words', /^[^<>"'/\\]+\.csv$/.test(file.suggestedFilename()), file.suggestedFilename());
  ok('what was done is said', (await (await (await tools(page, SHORT)).$('[role=status]')).innerText()).length > 0);
}

const plain = (cell) => (/^[\u2212+-]?\d{1,3}(,\d{3})*(\.\d+)?%?$/.test(cell) ? cell.replace(/,/g, '').replace('\u2212', '-') : /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

// parse reads RFC 4180 by itself.
export function parse(text) {
  const out = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        cell += text[at];
        if (text[at] === '"') at++;
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++];
    }
    out[out.length - 1].push(cell);
    if (text[at] === '\r') {
      at += 2;
      if (at < text.length) out.push([]);
    } else {
      at++;
    }
  }
  return out;
}

// Both copies give a spreadsheet text and a table, codes as text.
async function copies(page, ok) {
  await page.evaluate(() => {
    window.taken = null;
    document.addEventListener('copy', (e) => { setTimeout(() => 0); window.taken = [e.clipboardData.getData('text/plain'), e.clipboardData.getData('text/html')]; });
    const set = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (kind, value) { (window.given = window.given || {})[kind] = value; return set.call(this, kind, value); };
  });
  await (await tools(page, '#table-communities')).$$('.right button').then((b) => b[1].click());
  const given = await page.evaluate(() => window.given);
  const lines = (given && given['text/plain'] || '').split('\r\n');
  const total = Number(await page.getAttribute('#table-communities', 'data-total'));
  ok('copy has all rows and the total', lines.length === total + 2, lines.length);
  const heads = await page.$$eval('#table-communities thead th', (all) => all.map((th) => th.textContent));
  ok('copy has the columns', lines[0] === heads.join('\t'), lines[0]);
  ok('copied codes are text', /mso-number-format:/.test(given['text/html']) && (given['text/html'].match(/<tr>/g) || []).length === total + 2);
  await page.evaluate(() => {
    window.given = null;
    const body = document.querySelector('#table-communities tbody');
    const range = document.createRange();
    range.setStart(body.rows[0].cells[0].firstChild, 0);
    range.setEnd(body.rows[1].cells[2].firstChild, 1);
    window.getSelection().removeAllRanges();
    window.getSelection().addRange(range);
    document.execCommand('copy');
    window.getSelection().removeAllRanges();
  });
  const own = await page.evaluate(() => window.given);
  const first = (await rows(page, '#table-communities'))[0];
  ok('a selection copies as rows', own && own['text/plain'].split('\r\n').length === 2 && own['text/plain'].startsWith(first.slice(0, 3).join('\t').replace(/\s+$/, '')), [own, first.slice(0, 3)]);
}

// A number of a community is asked: the drawer has its number, and the calculation of that community.
async function drawer(page, ok) {
  const cell = await page.$('#table-communities tbody td.ask:nth-child(6)') || await page.$('#table-communities tbody td.ask');
  const asked = await cell.evaluate((td) => ({ text: td.textContent, unit: td.parentNode.dataset.u, how: td.closest('table').tHead.rows[0].cells[td.cellIndex].dataset.how, name: td.parentNode.querySelector('.fix').textContent }));
  await cell.click();
  const box = await page.$('aside.drawer');
  ok('a click opens the drawer', box !== null);
  if (!box) return;
  const shown = await box.innerText();
  ok('the drawer has the number and the name', shown.includes(asked.text) && shown.includes(asked.name), [asked, shown.slice(0, 200)]);
  const line = await page.evaluate(({ how, unit }) => {
    const block = document.getElementById('quarter-how');
    const of = block && JSON.parse(block.textContent)[how];
    return (of && of[unit[0]] || [])[Number(unit.slice(1))] || '';
  }, asked);
  ok('the drawer has the calculation of the unit', shown.includes(line), line);
  ok('the drawer is a dialog with a name', (await box.getAttribute('role')) === 'dialog' && Boolean(await box.getAttribute('aria-label')));
  ok('the address holds it', (await page.evaluate(() => location.hash)).includes(`how=${asked.how}.${asked.unit}`));
  await page.keyboard.press('Escape');
  ok('Escape closes it', (await page.$('aside.drawer')) === null);
  ok('and gives the focus back', await cell.evaluate((td) => document.activeElement === td));
  await page.click('#table-communities tfoot td.ask');
  ok('the total is asked as the whole area', /how=\w+(&|$)/.test(await page.evaluate(() => location.hash)) && (await page.$('aside.drawer')) !== null);
  await page.keyboard.press('Escape');
  const link = await page.$('.answer [data-how], .tiles [data-how]');
  if (!link) return;
  await link.focus();
  await page.keyboard.press('Enter');
  ok('Enter opens it from a sentence', (await page.$('aside.drawer')) !== null);
  await page.keyboard.press('Escape');
}

// A table is one stop; arrows move a cell, Enter sorts a head and asks a number; what has the focus can be seen.
async function keyboard(page, ok) {
  const stops = await page.$$eval('table[data-table]', (all) => all.map((el) => el.querySelectorAll('[tabindex="0"]').length));
  ok('every table is one stop', stops.every((n) => n === 1), stops);
  await page.focus('#table-communities thead th');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const sorted = await page.$$eval('#table-communities thead th', (all) => all.map((th) => th.getAttribute('aria-sort')));
  ok('Enter sorts', sorted[3] === 'ascending' && sorted.filter(Boolean).length === 1, sorted);
  await page.keyboard.press('ArrowDown');
  const look = await page.evaluate(() => ({ tag: document.activeElement.tagName, line: getComputedStyle(document.activeElement).outlineStyle, row: document.activeElement.parentNode.rowIndex }));
  ok('an arrow moves down, and the focus is seen', look.tag === 'TD' && look.row === 1 && look.line === 'solid', look);
  await page.keyboard.press('Enter');
  ok('Enter asks the number', (await page.$('aside.drawer')) !== null);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  ok('Tab leaves the table', await page.evaluate(() => !document.activeElement.closest('#table-communities')));
  await clear(page);
}

// A community chosen in a table is marked in every table, and its sheet opens.
async function linked(page, ok) {
  const row = await page.$('#table-communities tbody tr:nth-child(3)');
  const unit = await row.getAttribute('data-u');
  await (await row.$('td.code')).click();
  ok('a row is marked', (await row.getAttribute('class') || '').includes('on'));
  ok('the address holds the unit', (await page.evaluate(() => location.hash)).includes(`u=${unit}`));
  if (await page.$('#sheet-open')) ok('its sheet is open', (await page.getAttribute('#sheet-open article', 'data-u')) === unit);
  await page.evaluate(() => { location.hash = '#u=c0'; });
  await page.waitForTimeout(50);
  ok('the row follows the address', (await page.$$eval('#table-communities tr.on', (all) => all.map((tr) => tr.dataset.u))).join() === 'c0');
  await clear(page);
}

// One sheet is open; others are reached by step and by name; what is printed is one sheet, or all.
async function sheets(page, ok) {
  if (!(await page.$('.sheetbar'))) return;
  const open = () => page.$$eval('#sheet-open article', (all) => all.map((a) => a.dataset.u));
  const first = await open();
  const step = (await page.$$('.sheetbar button')).slice(0, 2);
  await ((await step[1].isDisabled()) ? step[0] : step[1]).click();
  const second = await open();
  ok('a step opens another sheet', first.length === 1 && second.length === 1 && second[0] !== first[0] && (await page.evaluate(() => location.hash)).includes(`u=${second[0]}`), [first, second]);
  const find = await page.$('.sheetbar input');
  await find.focus();
  const names = await page.$$eval('#sheet-names option', (all) => all.map((o) => o.value));
  ok('names to find are all different', new Set(names).size === names.length && names.length > 0, names.slice(0, 9));
  await find.fill(names[names.length - 1]);
  const last = await page.$eval('#sheet-open article', (a) => Array.from(a.querySelectorAll('h3, h3 + span'), (e) => e.textContent.trim()).join(' '));
  ok('a sheet is found by its name', names[names.length - 1].startsWith(last), [last, names[names.length - 1]]);
  await page.evaluate(() => { window.print = () => { window.printed = [document.documentElement.className, document.querySelectorAll('#sheet-open article').length]; }; });
  const buttons = await page.$$('.sheetbar .right button');
  for (const [i, name, n] of [[0, 'print-sheet', 1], [1, 'print-sheets', names.length]]) {
    await buttons[i].click();
    const [classes, printed] = await page.evaluate(() => window.printed);
    ok(`${name} prints what it says`, classes.split(' ').includes(name) && printed === n, [classes, printed]);
  }
  ok('one sheet is open afterwards', (await open()).length === 1);
  await clear(page);
}

// What was chosen is in the address, and the address alone brings it back.
async function address(page, ok) {
  await page.click(`${SHORT} thead th.name [role=button]`);
  const before = { hash: await page.evaluate(() => location.hash), rows: await rows(page, SHORT) };
  await clear(page);
  await page.evaluate((hash) => { location.hash = hash; }, before.hash);
  await page.waitForTimeout(50);
  ok('the address brings the order back', JSON.stringify(await rows(page, SHORT)) === JSON.stringify(before.rows), before.hash);
  await page.evaluate(() => { location.hash = '#lists'; });
  ok('a link to a place changes nothing', JSON.stringify(await rows(page, SHORT)) === JSON.stringify(before.rows));
  await clear(page);
}

// Every text stands out from the white page by 4.5 to 1, and none on the screen is under 12 pixels.
async function readable(page, ok) {
  const found = await page.evaluate(() => {
    const light = (rgb) => {
      const [r, g, b] = rgb.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const numbers = (color) => (color.match(/[\d.]+/g) || []).map(Number);
    const solid = (el) => {
      for (let e = el; e; e = e.parentElement) {
        const back = numbers(getComputedStyle(e).backgroundColor);
        if (back.length === 3 || back[3] > 0.5) return back.slice(0, 3);
      }
      return [255, 255, 255];
    };
    const weak = [];
    const small = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const el = node.parentElement;
      if (!node.data.trim() || el.closest('svg, script, noscript, .st, :disabled') || !el.getClientRects().length) continue;
      const style = getComputedStyle(el);
      const a = light(numbers(style.color).slice(0, 3));
      const b = light(solid(el));
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < 4.5) weak.push([node.data.trim().slice(0, 20), style.color, contrast.toFixed(2)]);
      if (parseFloat(style.fontSize) < 12) small.push([node.data.trim().slice(0, 20), style.fontSize, el.className]);
    }
    return { weak: weak.slice(0, 5), small: small.slice(0, 5) };
  });
  ok('contrast of every text is 4.5 or more', found.weak.length === 0, found.weak);
  ok('no text is under 12 pixels', found.small.length === 0, found.small);
}
