// The row that a number stands in, for the drawer: {name, asked, cells}; of each cell {head, text, how, part, fix, ofRow}.

// rowAround reads the row of a cell in any table of the page.
export function rowAround(td) {
  const tr = td.parentNode;
  const table = td.closest('table');
  const heads = (table.tHead || table).rows[0].cells;
  const cells = Array.prototype.map.call(tr.cells, (cell, i) => {
    const th = heads[i] && heads[i].tagName === 'TH' ? heads[i] : null;
    return cellOf(th, cell.querySelector('svg') ? '' : cell.textContent, tr.getAttribute('data-figure'), cell, table);
  });
  return rowWith(cells, td.cellIndex);
}

// cellOf is a cell with its head; figure is the key of the explanation of its row, for columns whose rows have different ones.
export function cellOf(th, text, figure, td, table) {
  const of = (name) => [td, th].reduce((found, el) => found || (el && el.getAttribute(name)) || '', '');
  const shared = (!of('data-how') && table && table.getAttribute('data-how')) || ''; // one explanation for all columns, told apart by their heads
  const how = of('data-how') || shared;
  return { head: th ? th.textContent : '', text: text.trim(), how: how === '*' ? figure || '' : how, part: of('data-part') || (shared && 'column'), fix: Boolean(th) && th.classList.contains('fix'), ofRow: how === '*' };
}

// rowWith is a row of cells of which one is asked; -1 for none.
export function rowWith(cells, at) {
  return { name: nameOf(cells), asked: cells[at] || null, cells };
}

export function isNumber(text) {
  return /^[\d,.\u2212]+$/.test(text);
}

// nameOf is what a row is about: the cell that stays in sight, else the first that says something; a number alone gets its head.
function nameOf(cells) {
  const fixed = cells.filter((c) => c.fix && !isNumber(c.text))[0];
  if (fixed) return fixed.text;
  const [first, second] = cells.filter((c) => c.text);
  if (!first || !isNumber(first.text)) return first ? first.text : '';
  return second && !second.how && !isNumber(second.text) ? second.text : first.head + ' ' + first.text;
}
