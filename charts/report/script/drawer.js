// The drawer answers "how do you know": whatever number is clicked, it shows the number as printed, its formula, the calculation for the unit,
// and what it rests on. The explanations stand in the method section; those of single units come as JSON.
import { rove } from './keys.js';
import { button, element, fill } from './parts.js';
import * as state from './state.js';

let words;
let lookUp; // finds the name of a unit, and its number as the tables print it: (unit, how)
let aside;
let opener; // what was clicked, to give the focus back to
let worked; // calculations of units by figure, read when first needed

export function drawer(texts, find) {
  words = texts;
  lookUp = find;
  document.addEventListener('click', (e) => {
    const el = e.target.closest('[data-how]');
    if (!el || el.tagName === 'TH' || !explained(el.getAttribute('data-how'))) return;
    e.preventDefault();
    const of = el.closest('[data-u]');
    ask(el.getAttribute('data-how'), of ? of.getAttribute('data-u') : '', el);
  });
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape' && aside) close();
    if (e.key === 'Enter' && e.target.hasAttribute('data-how') && e.target.tagName !== 'A') e.target.click(); // a link does so by itself
  });
  askable(document.body);
  state.on('how', show);
  if (state.get('how')) show(state.get('how'));
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
  aside = build(source, how, unit || '');
  place().appendChild(aside);
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
  title(box, source, unit, how, summary);
  Array.prototype.forEach.call(source.childNodes, (node) => {
    if (node.nodeName !== 'SUMMARY') box.appendChild(node.cloneNode(true));
  });
  calculate(box, how, unit);
  box.appendChild(button(words.toMethod, () => toMethod(source)));
  return box;
}

// title is the number of the unit as a table prints it, else as it stands where it was asked, with the names of unit and figure. The
// figure of the whole area has both in its explanation.
function title(box, source, unit, how, summary) {
  const name = source.getAttribute('data-name');
  if (!unit || !name) {
    box.appendChild(element('h3', '', summary));
    return;
  }
  const row = lookUp(unit, how);
  const asked = opener && !opener.hasAttribute('data-part') ? opener.textContent.trim() : '';
  box.appendChild(element('h3', '', [row.name, name].filter(Boolean).join(' ')));
  const number = /^[\d,.\u2212]+$/.test(row.text) ? fill(source.getAttribute('data-unit'), { n: row.text }) : row.text || asked;
  if (number) box.appendChild(element('p', 'v', number));
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
