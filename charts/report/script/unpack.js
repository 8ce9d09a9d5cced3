// Rows of a table that came as JSON, and the elements they become.
import { attribute, element } from './parts.js';
import { Column } from './texts.js';

// unpack reads rows as the page packs them: cells, a number for a text that stood in the column before; then the unit, 0 for the one after
// that of the row above; then the figure that the row's numbers are of; then the bars.
export function unpack(table, rows) {
  const keyed = Number(table.hasAttribute('data-keys'));
  const figured = Number(table.hasAttribute('data-figures'));
  const seen = Array.prototype.map.call(table.tHead.rows[0].cells, () => new Column());
  const n = seen.length;
  const figures = new Column();
  let key = '';
  return rows.map((row) => {
    if (keyed) key = row[n] === 0 ? key[0] + (Number(key.slice(1)) + 1) : row[n];
    return { cells: seen.map((texts, i) => texts.read(row[i])), key, figure: figured ? figures.read(row[n + keyed]) : '', bars: row.slice(n + keyed + figured) };
  });
}

// rowElement makes the row as it would stand in the page.
export function rowElement(heads, row, marks) {
  const tr = element('tr');
  attribute(tr, 'data-u', row.key);
  attribute(tr, 'data-figure', row.figure);
  const bars = row.bars.slice();
  row.cells.forEach((cell, i) => {
    const td = tr.appendChild(element('td', heads[i].className));
    if (heads[i].getAttribute('data-kind') === 'mark' && cell) {
      td.setAttribute('data-mark', cell);
      td.appendChild(element('span', 'st ' + marks[cell][0], marks[cell][1])).title = marks[cell][2];
    } else {
      td.textContent = cell;
    }
    const bar = heads[i].classList.contains('bar') ? bars.shift() : null;
    if (bar) td.appendChild(gauge(bar));
  });
  return tr;
}

// gauge draws a bar as the page does: length, class, range, strict check, target.
function gauge(bar) {
  const box = element('div', 'gauge');
  box.setAttribute('aria-hidden', 'true');
  const add = (tag, style) => Object.assign(box.appendChild(element(tag)).style, style);
  box.appendChild(element('i', bar[1])).style.width = bar[0] + '%';
  if (bar[3] !== null) add('b', { left: bar[2] + '%', width: bar[3] + '%' });
  if (bar[4] !== null) add('s', { left: bar[4] + '%' });
  if (bar[5] !== null) add('u', { left: bar[5] + '%' });
  return box;
}
