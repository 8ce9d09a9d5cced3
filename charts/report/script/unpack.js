// Rows of a table that came as JSON, and the elements they become.
import { attribute, element } from './parts.js';
import { Column, cellsOf } from './texts.js';

// unpack reads rows as the page packs them: cells; then the key of the unit, nothing for the one after that of the row above; then the
// figure that the row's numbers are of; then the bars.
export function unpack(table, rows) {
  const heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  const columns = (list) => list.map(() => new Column());
  const texts = columns(heads);
  const figures = columns(table.hasAttribute('data-figures') ? [0] : []);
  const bars = columns(heads.filter((th) => th.classList.contains('bar')));
  const keyed = table.hasAttribute('data-keys');
  let key = '';
  return rows.map((row) => {
    const packed = cellsOf(row);
    let at = 0;
    const read = (column) => column.read(packed[at++]);
    const cells = texts.map(read);
    if (keyed) key = keyAfter(key, packed[at++]);
    return { cells, key, figure: figures.map(read).join(''), bars: bars.map(read) };
  });
}

function keyAfter(above, packed) {
  if (packed) return packed === '-' ? '' : packed;
  return above.length > 1 ? above[0] + (Number(above.slice(1)) + 1) : '';
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
    if (bar) td.appendChild(gauge(bar.split(',')));
  });
  return tr;
}

// gauge draws a bar as the page does: length, class, range, strict check, target.
function gauge(bar) {
  const box = element('div', 'gauge');
  box.setAttribute('aria-hidden', 'true');
  const add = (tag, style) => Object.assign(box.appendChild(element(tag)).style, style);
  box.appendChild(element('i', bar[1])).style.width = bar[0] + '%';
  if (bar[3]) add('b', { left: bar[2] + '%', width: bar[3] + '%' });
  if (bar[4]) add('s', { left: bar[4] + '%' });
  if (bar[5]) add('u', { left: bar[5] + '%' });
  return box;
}
