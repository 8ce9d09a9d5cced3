// Rows on their way to a spreadsheet: as a file, or through the clipboard. A cell is what the reader sees, and never a formula.

const QUOTE = /[",\r\n]|^\s|\s$/;
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[\u2212+-]?\d{1,3}(,\d{3})*(\.\d+)?%?$/;

// csvOf writes rows as RFC 4180, with the mark by which spreadsheets know UTF-8. Numbers are plain digits, text is quoted where it must be.
export function csvOf(rows) {
  return '\ufeff' + rows.map((row) => row.map((cell) => quoted(plain(cell))).join(',') + '\r\n').join('');
}

// tsvOf writes rows as a spreadsheet pastes them.
export function tsvOf(rows) {
  return rows.map((row) => row.map((cell) => plain(cell).replace(/\s+/g, ' ')).join('\t')).join('\r\n');
}

// tableOf writes rows as the table that a spreadsheet pastes: every cell that is no number is text, so that codes keep all their digits.
export function tableOf(rows, codes) {
  const table = document.createElement('table');
  rows.forEach((row) => {
    const tr = table.insertRow();
    row.forEach((cell, i) => {
      const td = tr.insertCell();
      td.textContent = codes[i] ? cell : plain(cell);
      if (codes[i] || !NUMBER.test(cell)) td.setAttribute('style', 'mso-number-format:"\\@"');
    });
  });
  return '<meta charset="utf-8">' + table.outerHTML;
}

// plain takes the commas out of a number, signed or not, and keeps a spreadsheet from running anything else.
function plain(cell) {
  if (NUMBER.test(cell)) return cell.replace(/,/g, '').replace('\u2212', '-');
  return FORMULA.test(cell) ? "'" + cell : cell;
}

function quoted(cell) {
  return QUOTE.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
}

// save hands a text to the reader as a file.
export function save(text, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// copy puts rows on the clipboard, as text and as a table, and reports whether it could. The old command is tried first: it takes both
// kinds in every browser, and asks nobody.
export function copy(rows, codes) {
  const hold = document.createElement('textarea'); // a copy needs something selected
  hold.value = ' ';
  hold.setAttribute('aria-hidden', 'true');
  hold.style.position = 'fixed';
  hold.style.opacity = '0';
  document.body.appendChild(hold);
  const before = document.activeElement;
  hold.select();
  const write = (e) => fill(e, rows, codes);
  document.addEventListener('copy', write, true);
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch (e) {
    done = false;
  }
  document.removeEventListener('copy', write, true);
  document.body.removeChild(hold);
  if (before && before.focus) before.focus({ preventScroll: true });
  if (done || !navigator.clipboard) return Promise.resolve(done);
  return navigator.clipboard.writeText(tsvOf(rows)).then(() => true, () => false);
}

function fill(e, rows, codes) {
  e.clipboardData.setData('text/plain', tsvOf(rows));
  e.clipboardData.setData('text/html', tableOf(rows, codes));
  e.preventDefault();
  e.stopPropagation();
}

// copySelection does the same for cells that the reader has selected by hand, where there are more than one.
export function copySelection(el, codes) {
  document.addEventListener('copy', (e) => {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed || !el.contains(selection.anchorNode) || !el.contains(selection.focusNode)) return;
    const columns = {};
    const rows = Array.prototype.map.call(el.rows, (tr) => Array.prototype.map.call(tr.cells, (td, i) => {
      if (!selection.containsNode(td, true)) return null;
      columns[i] = true;
      return td.textContent;
    })).filter((row) => row.some((cell) => cell !== null));
    const used = Object.keys(columns).map(Number);
    if (rows.length * used.length < 2) return;
    fill(e, rows.map((row) => used.map((i) => row[i] || '')), used.map((i) => codes[i]));
  });
}
