// The keyboard. A table, and a group of numbers in a sentence, is one stop for the Tab key; arrows move inside it.

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

// cursor makes the cells of a table a grid with one cell that can be reached; act is what Enter does there. It returns what is called
// after the rows have changed.
export function cursor(el, act) {
  el.setAttribute('role', 'grid');
  el.setAttribute('aria-label', title(el));
  let at = null;
  const hold = (cell) => {
    if (!cell || cell === at) return;
    if (at) at.tabIndex = -1;
    at = cell;
    at.tabIndex = 0;
  };
  const first = () => el.tHead.rows[el.tHead.rows.length - 1].cells[0];
  hold(first());
  el.addEventListener('focusin', (e) => hold(e.target.closest('th,td')));
  el.addEventListener('mousedown', (e) => {
    const cell = e.target.closest('td');
    if (cell) hold(cell);
  });
  el.addEventListener('keydown', (e) => {
    const cell = e.target.closest('th,td');
    if (!cell || e.altKey || e.ctrlKey || e.metaKey) return;
    if (e.key === 'Enter' || e.key === ' ') act(cell);
    else if (!step(el, cell, e.key, hold)) return;
    e.preventDefault();
  });
  return () => {
    if (at && el.contains(at)) return;
    const lost = at && document.activeElement === document.body;
    at = null;
    hold((el.tBodies[0].rows[0] || el.tHead.rows[0]).cells[0]);
    if (lost) at.focus({ preventScroll: true });
  };
}

// title is what a table is called: its own head, else the heading of its section.
function title(el) {
  const own = el.closest('.tablebox').querySelector('.cap');
  return (own || el.closest('section').querySelector('h2')).textContent;
}

function step(el, cell, key, hold) {
  const rows = Array.prototype.slice.call(el.rows);
  const row = rows.indexOf(cell.parentNode);
  const by = STEPS[key];
  const end = { Home: 0, End: cell.parentNode.cells.length - 1 }[key];
  if (!by && end === undefined) return false;
  const to = by ? rows[row + by[0]] && rows[row + by[0]].cells[cell.cellIndex + by[1]] : cell.parentNode.cells[end];
  if (!to) return true; // at the edge
  hold(to);
  to.focus();
  return true;
}

// rove makes the elements of a group one stop; ArrowLeft and ArrowRight move between them.
export function rove(elements) {
  elements.forEach((el, i) => {
    el.tabIndex = i ? -1 : 0;
    el.addEventListener('keydown', (e) => {
      const by = STEPS[e.key];
      if (!by || by[0]) return; // up and down scroll the page
      const to = elements[i + by[1]];
      if (to) to.focus();
      e.preventDefault();
    });
    el.addEventListener('focus', () => elements.forEach((other) => { other.tabIndex = other === el ? 0 : -1; }));
  });
}
