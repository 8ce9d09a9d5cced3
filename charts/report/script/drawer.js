// The drawer answers "how do you know": whatever number is clicked, it shows the number as printed, its formula, the calculation for the unit,
// and what it rests on. The explanations stand in the method section; those of single units come as JSON.
import { rove } from './keys.js';
import { button, element, fill } from './parts.js';
import { isNumber, rowAround } from './row.js';
import * as state from './state.js';

let words;
let lookUp; // finds the row of a unit in the tables, best one that prints its number of a figure: (unit, how)
let aside;
let opener; // what was clicked, to give the focus back to
let worked; // calculations of units by figure, read when first needed

export function drawer(texts, find) {
  words = texts;
  lookUp = find;
  document.addEventListener('click', (e) => {
    const el = e.target.closest('[data-how]') || ofLine(e.target);
    if (!el || el.tagName === 'TH' || !explained(el.getAttribute('data-how'))) return;
    e.preventDefault();
    const of = el.closest('[data-u]');
    ask(el.getAttribute('data-how'), of ? of.getAttribute('data-u') : '', el.tagName === 'TABLE' ? e.target.closest('td') || el : el);
  });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && aside) close();
    if (e.key === 'Enter' && e.target.hasAttribute('data-how') && !/^(A|TH)$/.test(e.target.tagName)) e.target.click(); // a link does so by itself, a head sorts
  });
  askable(document.body);
  state.on('how', show);
  if (state.get('how')) show(state.get('how'));
}

// ofLine is the number of a line of a sheet whose other numbers, limit and difference, were clicked.
function ofLine(target) {
  const line = target.closest('.sheet li');
  return line && line.querySelector('[data-how]');
}

// askable makes the numbers in a part of the page reachable by the keyboard: those of a sentence, a figure or a layer are one stop.
export function askable(part) {
  const groups = new Map();
  Array.prototype.forEach.call(part.querySelectorAll('[data-how]'), (el) => {
    if (el.closest('table[data-table]')) return;
    if (el.tagName === 'SPAN') el.setAttribute('role', 'button');
    const group = el.closest('.say, .answer, .tile, [data-layer], figure, article, section');
    groups.set(group, (groups.get(group) || []).concat([el]));
  });
  groups.forEach(rove);
}

// ask opens the drawer for a figure of a unit; el is the number that was asked.
export function ask(how, unit, el) {
  if (!explained(how)) return;
  opener = el;
  const value = unit && unit !== 't' ? how + '.' + unit : how;
  if (state.get('how') === value) show(value);
  else state.set('how', value);
}

function explained(how) {
  return document.getElementById('how-' + how);
}

// show follows the address: a figure, or figure.unit.
function show(value) {
  if (aside) aside.parentNode.removeChild(aside);
  aside = null;
  const [how, unit] = value.split('.');
  const source = value && explained(how);
  if (!source) {
    restore();
    return;
  }
  aside = build(source, how, /^\w+$/.test(unit || '') ? unit : '');
  const at = place();
  at.classList.add('laid'); // a section that waits for its layout would hold what is fixed to the window
  at.appendChild(aside);
  aside.focus({ preventScroll: true });
}

// The drawer stands after what was asked, so that the Tab key goes on from there.
function place() {
  return (opener && opener.closest('section, main')) || document.querySelector('main') || document.body;
}

function close() {
  state.set('how', '');
}

function restore() {
  if (!opener) return;
  const to = opener;
  opener = null;
  if (document.body.contains(to)) to.focus({ preventScroll: true });
}

function build(source, how, unit) {
  const box = element('aside', 'drawer');
  const summary = source.querySelector('summary').textContent;
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', words.how);
  box.tabIndex = -1;
  const top = element('div', 'top');
  top.appendChild(element('span', 'k', words.how));
  const shut = button('', close);
  shut.className = 'shut';
  shut.setAttribute('aria-label', words.close);
  top.appendChild(shut);
  box.appendChild(top);
  const row = rowFor(unit, how);
  title(box, source, unit, row, summary);
  Array.prototype.forEach.call(source.childNodes, (node) => {
    if (node.nodeName !== 'SUMMARY') box.appendChild(node.cloneNode(true));
  });
  calculate(box, how, unit);
  if (row) made(box, source, how, row);
  box.appendChild(button(words.toMethod, () => toMethod(source)));
  return box;
}

// rowFor is the row that the number was asked in, else one of the unit in the tables, or behind a figure; null where there is none.
function rowFor(unit, how) {
  const row = unit && lookUp(unit, how);
  if (opener && opener.tagName === 'TD') {
    const around = rowAround(opener);
    return Object.assign(around, row && /^[dscbgf]/.test(unit) && { name: row.name });
  }
  if (row && row.asked) return row;
  const cell = unit && document.querySelector(`[data-u="${unit}"] td[data-how="${how}"]:not([data-part])`);
  return cell ? rowAround(cell) : row || null;
}

// title is the number of the unit as a table prints it, else as it stands where it was asked, with the names of unit and figure. The
// figure of the whole area has both in its explanation.
function title(box, source, unit, row, summary) {
  const name = source.getAttribute('data-name');
  const asked = partOf(row);
  if (!name || (!unit && !asked.part && name !== summary)) {
    box.appendChild(element('h3', '', summary));
    return;
  }
  const what = WHOLE.test(asked.part) ? name : words.parts[asked.part] ? name + words.parts[asked.part] : asked.head || name;
  const about = row && unit && row.name !== name ? row.name : '';
  box.appendChild(element('h3', '', about ? fill(words.of, { unit: about, figure: what }) : what));
  const unitless = !isNumber(asked.text) || !WITH_UNIT.test(asked.part);
  if (asked.text) box.appendChild(element('p', asked.text.length > LONG ? 'v long' : 'v', unitless ? asked.text : fill(source.getAttribute('data-unit') || '{n}', { n: asked.text })));
}

const LONG = 14; // letters of a text that stands in small letters in the place of the number
const WHOLE = /^(evaluated|at_low|at_high)?$/; // parts that are the figure itself
const WITH_UNIT = /^(evaluated|at_low|at_high|low|high)?$/; // parts that have the unit of the figure

// partOf is the number that was asked: {text, part, head}. A part of a figure that stands in a sentence is shown as it stands there; the
// figure itself as the table prints it.
function partOf(row) {
  const inText = opener && opener.tagName !== 'TABLE' && opener.tagName !== 'TD' ? { text: opener.textContent.trim(), part: opener.getAttribute('data-part') || '' } : null;
  if (inText && inText.part) return inText;
  return (row && row.asked) || inText || { text: '', part: '' };
}

// made lists the cells of the row that the number is made from, as they are printed there.
function made(box, source, how, row) {
  const from = (source.getAttribute('data-from') || '').split(' ').filter(Boolean);
  const cells = row.cells.filter((c) => c !== row.asked && c.text && (from.indexOf(c.how) >= 0 || (c.ofRow && c.how === how)));
  if (!cells.length) return;
  const list = element('dl', 'made');
  cells.forEach((c) => {
    list.appendChild(element('dt', '', c.head));
    list.appendChild(element('dd', '', c.text));
  });
  box.insertBefore(list, box.querySelector('.whole') || box.querySelector('dl'));
}

// calculate puts the calculation of a unit in the place of that of the whole area. Where a unit has none, none is shown.
function calculate(box, how, unit) {
  const line = box.querySelector('.worked');
  if (!unit) return;
  const text = calculation(how, unit);
  if (text && line) line.textContent = text;
  else if (text) box.appendChild(element('p', 'formula', text));
  else if (line) line.parentNode.removeChild(line);
  box.insertBefore(element('p', 'whole', words.whole), box.querySelector('dl'));
}

function calculation(how, unit) {
  if (!worked) {
    const block = document.getElementById('quarter-how');
    worked = block ? JSON.parse(block.textContent) : {};
  }
  const level = (worked[how] || {})[unit[0]] || [];
  return level[Number(unit.slice(1))] || '';
}

function toMethod(source) {
  close();
  source.open = true;
  source.scrollIntoView({ behavior: 'smooth', block: 'center' });
  source.querySelector('summary').focus({ preventScroll: true });
}
