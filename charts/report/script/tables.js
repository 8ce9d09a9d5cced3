// Tables that sort, search, filter and turn pages. The first rows stand in the page; the others come as JSON and become rows when wanted.
// What the reader chose stands in the address: t.short.sort, t.short.q, t.short.f3, t.short.page.
import { copy, copySelection, csvOf, save } from './csv.js';
import { ask } from './drawer.js';
import { cursor } from './keys.js';
import { filters } from './lists.js';
import { compareBy } from './order.js';
import { attribute, button, element, fill as text, grouped } from './parts.js';
import { cellOf, rowWith } from './row.js';
import { rowElement, unpack } from './unpack.js';
import * as state from './state.js';

// A table of so few rows, or that shows all at once, needs no search.
const FEW = 20;

// As many rows of what the reader has chosen are printed; more nobody reads on paper.
const PRINTED = 600;

let makers = []; // each makes its table when it is called first

// makeTables are the tables of the page as tasks {box, run}.
export function makeTables(words) {
  makers = Array.prototype.map.call(document.querySelectorAll('table[data-table]'), (el) => {
    let table;
    return { box: el, run: () => { table = table || new Table(el, words); return table; } };
  });
  return makers;
}

// rowOf finds the row of a unit in the tables (see row.js), best one that prints its number of a figure; null where none has the unit.
export function rowOf(unit, how) {
  const found = makers.filter((maker) => holds(maker.box, unit)).map((maker) => maker.run().find(unit, how)).filter(Boolean);
  return found.find((row) => row.asked && row.asked.text) || found[0] || null;
}

// holds tells whether the units of a table are of the kind of another, which is the letter of their keys.
function holds(el, unit) {
  return el.getAttribute('data-keys') === unit[0];
}

// A table wider than its place scrolls inside it; any other keeps its sticky head. It is measured when it is laid out, never before.
const widths = new ResizeObserver((entries) => entries.forEach(({ target }) => {
  target.parentNode.classList.toggle('over', target.offsetWidth > target.parentNode.clientWidth + 1);
}));

class Table {
  constructor(el, words) {
    this.el = el;
    this.words = words;
    this.box = el.closest('.tablebox');
    this.body = el.tBodies[0];
    this.heads = Array.prototype.slice.call(el.tHead.rows[el.tHead.rows.length - 1].cells);
    this.kinds = this.heads.map((th) => th.getAttribute('data-kind'));
    this.codes = this.kinds.map((kind) => kind === 'code');
    this.standing = Array.prototype.slice.call(this.body.rows); // those that stand in the page, and on paper
    this.size = Number(el.getAttribute('data-screen')) || this.standing.length;
    this.total = Number(el.getAttribute('data-total'));
    this.few = Math.max(FEW, this.size);
    this.name = 't.' + el.id.replace(/^table-/, '') + '.';
    this.ordered = this.heads.map((th) => th.getAttribute('aria-sort'));
    this.heads.forEach((th, i) => this.head(th, i));
    this.tools();
    widths.observe(el);
    this.settle = cursor(el, (cell) => this.act(cell, true));
    el.addEventListener('click', (e) => this.clicked(e));
    copySelection(el, this.codes);
    ['sort', 'q', 'page'].concat(this.heads.map((th, i) => 'f' + i)).forEach((key) => state.on(this.name + key, () => { if (!this.busy) this.render(); }));
    state.on('u', (u) => this.marked(u));
    window.addEventListener('beforeprint', () => this.paper());
    window.addEventListener('afterprint', () => this.screen());
    this.render();
  }

  chosen(key) {
    return state.get(this.name + key);
  }

  // choose changes what is sorted, searched or filtered by, and shows it once.
  choose(changes) {
    this.busy = true;
    Object.keys(changes).forEach((key) => state.set(this.name + key, changes[key]));
    this.busy = false;
    this.render();
  }

  // narrowed: rows are left out; changed: they are, or stand in another order.
  narrowed() {
    return Boolean(this.chosen('q').trim() || this.heads.some((th, i) => this.chosen('f' + i)));
  }

  changed() {
    return this.narrowed() || this.order() !== null;
  }

  title(i) {
    return this.heads[i].textContent;
  }

  // all reads the rows once, in their first order, when they are first needed.
  all() {
    if (!this.read) {
      this.read = this.standing.map((tr) => ({ tr, key: tr.getAttribute('data-u') || '', cells: Array.prototype.map.call(tr.cells, cellText) }));
      const rest = document.getElementById(this.el.id + '-rows');
      if (rest) this.read = this.read.concat(unpack(this.el, JSON.parse(rest.textContent)));
    }
    return this.read;
  }

  values(i) {
    const seen = {};
    this.all().forEach((row) => { if (row.cells[i]) seen[row.cells[i]] = true; });
    return Object.keys(seen).sort(new Intl.Collator(this.words.lang, { numeric: true }).compare);
  }

  // rows are those that the choice leaves, in its order.
  rows() {
    const choice = [this.chosen('sort'), this.chosen('q')].concat(this.heads.map((th, i) => this.chosen('f' + i))).join('\n');
    if (this.choice !== choice) {
      this.choice = choice;
      this.left = this.sorted(this.filtered());
    }
    return this.left;
  }

  filtered() {
    const query = this.chosen('q').trim().toLowerCase();
    const wanted = this.heads.map((th, i) => this.chosen('f' + i));
    return this.all().filter((row) => wanted.every((value, i) => !value || row.cells[i] === value)
      && (!query || row.cells.some((cell) => cell.toLowerCase().indexOf(query) >= 0)));
  }

  sorted(rows) {
    const by = this.order();
    if (!by) return rows;
    const compare = compareBy(this.kinds[by.column], this.words.lang);
    return rows.map((row, at) => ({ row, at })).sort((a, b) => compare(a.row.cells[by.column], b.row.cells[by.column], by.down) || a.at - b.at).map((r) => r.row);
  }

  // order reads what the address says: 3 is the third column rising, -3 falling.
  order() {
    const n = Number(this.chosen('sort'));
    return n && this.heads[Math.abs(n) - 1] ? { column: Math.abs(n) - 1, down: n < 0 } : null;
  }

  // sort turns from rising to falling to the first order.
  sort(i) {
    const by = this.order();
    const now = by && by.column === i ? (by.down ? 'down' : 'up') : '';
    this.choose({ sort: { '': String(i + 1), up: String(-i - 1), down: '' }[now], page: '' });
  }

  render() {
    const n = this.changed() ? this.rows().length : this.total;
    this.page = Math.max(0, Math.min((Number(this.chosen('page')) || 1) - 1, Math.ceil(n / this.size) - 1));
    const from = this.page * this.size;
    const to = Math.min(from + this.size, n);
    this.put(this.changed() || to > this.standing.length ? this.rows().slice(from, to) : this.standing.slice(from, to).map((tr) => ({ tr })), from);
    this.say(n, from, to);
    if (this.el.tFoot) this.el.tFoot.hidden = this.narrowed(); // a total stands below all its rows only
    const by = this.order();
    this.heads.forEach((th, i) => attribute(th, 'aria-sort', by ? by.column === i && (by.down ? 'descending' : 'ascending') : this.ordered[i]));
    this.controls.forEach((control) => control.show());
  }

  put(rows, from) {
    if (!this.stands(rows)) this.replace(rows, from || 0);
    this.light(state.get('u'));
    this.settle();
  }

  stands(rows) {
    const now = this.body.rows;
    return now.length === rows.length && rows.every((row, i) => row.tr === now[i]);
  }

  replace(rows, from) {
    this.body.textContent = '';
    rows.forEach((row, i) => {
      if (!row.tr) row.tr = rowElement(this.heads, row, this.words.marks);
      this.kinds.forEach((kind, k) => { if (kind === 'rank') row.tr.cells[k].textContent = String(from + i + 1); });
      this.body.appendChild(row.tr);
    });
  }

  // paper puts the rows that stand in the page on paper; or what the reader has sorted and filtered, and says so.
  paper() {
    this.cut = this.box.classList.contains('cut');
    if (!this.changed()) {
      this.put(this.standing.map((tr) => ({ tr })));
      return;
    }
    const rows = this.rows().slice(0, PRINTED);
    this.put(rows);
    this.note = element('p', 'src paper', text(this.words.printed, { n: grouped(rows.length), total: grouped(this.total) }));
    this.box.classList.remove('cut');
    this.box.classList.add('chosen');
    this.box.appendChild(this.note);
  }

  screen() {
    this.box.classList.toggle('cut', this.cut);
    this.box.classList.remove('chosen');
    if (this.note) this.box.removeChild(this.note);
    this.note = null;
    this.render();
  }

  head(th, i) {
    if (!th.textContent || this.kinds[i] === 'rank' || this.kinds[i] === 'blank') return;
    const span = element('span'); // a button element is not painted in the heads that paper repeats
    span.setAttribute('role', 'button');
    while (th.firstChild) span.appendChild(th.firstChild);
    th.appendChild(span);
    th.addEventListener('click', () => this.sort(i));
  }

  tools() {
    const bar = element('div', 'tools');
    this.controls = filters(this);
    this.controls.forEach((control) => bar.appendChild(control.el));
    if (!this.controls.length) bar.classList.add('bare');
    this.told = element('span', 'told');
    this.told.setAttribute('role', 'status');
    const right = element('span', 'right');
    [this.told, button(this.words.save, () => this.save()), button(this.words.copy, () => this.copy())].forEach((e) => right.appendChild(e));
    bar.appendChild(right);
    this.el.parentNode.parentNode.insertBefore(bar, this.el.parentNode);
    if (this.total <= this.size) return;
    this.where = element('span');
    this.where.setAttribute('aria-live', 'polite');
    this.back = button(this.words.back, () => this.choose({ page: this.page > 1 ? String(this.page) : '' }));
    this.next = button(this.words.next, () => this.choose({ page: String(this.page + 2) }));
    const pager = element('div', 'pager');
    [this.where, this.back, this.next].forEach((e) => pager.appendChild(e));
    this.el.parentNode.parentNode.insertBefore(pager, this.el.parentNode.nextSibling);
  }

  say(n, from, to) {
    if (!this.where) return;
    this.where.textContent = text(this.words.rows, { a: grouped(n ? from + 1 : 0), b: grouped(to), n: grouped(n) });
    this.back.disabled = from === 0;
    this.next.disabled = to >= n;
  }

  // seen are the heads, all rows that the choice leaves, and the total row, as text.
  seen() {
    const shown = this.heads.map((th) => getComputedStyle(th).display !== 'none');
    const pick = (cells) => cells.filter((cell, i) => shown[i]);
    const word = (cell, i) => (this.kinds[i] === 'mark' && cell ? this.words.marks[cell][2] : cell);
    const rows = this.rows().map((row, at) => pick(row.cells.map((cell, i) => (this.kinds[i] === 'rank' ? String(at + 1) : word(cell, i)))));
    const foot = this.el.tFoot && !this.narrowed() ? [pick(Array.prototype.map.call(this.el.tFoot.rows[0].cells, cellText).map(word))] : [];
    return { rows: [pick(this.heads.map((th) => th.textContent))].concat(rows, foot), codes: this.codes.filter((code, i) => shown[i]), n: rows.length };
  }

  save() {
    const seen = this.seen();
    save(csvOf(seen.rows), this.file());
    this.tell(this.words.saved, seen.n);
  }

  copy() {
    const seen = this.seen();
    copy(seen.rows, seen.codes).then((done) => this.tell(done ? this.words.copied : this.words.notCopied, seen.n));
  }

  tell(words, n) {
    this.told.textContent = text(words, { n: grouped(n) });
    clearTimeout(this.telling);
    this.telling = setTimeout(() => { this.told.textContent = ''; }, 8000);
  }

  // file is made of our own words and the date alone, never of names in the data.
  file() {
    const caption = this.box.querySelector('.cap') || this.box.closest('section').querySelector('.k');
    const name = caption.textContent.replace(/[（(].*$/, '').replace(/^.*[、.]\s*/, '').trim();
    const date = /^\d{4}-\d{2}-\d{2}$/.test(this.words.date) ? '-' + this.words.date : '';
    return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') + date + '.csv';
  }

  clicked(e) {
    const cell = e.target.closest('td');
    if (cell && window.getSelection().isCollapsed) this.act(cell, false);
  }

  // act is a click or Enter on a cell: a number is asked how it came about, a name opens the sheet, any other cell chooses the row.
  act(cell, byKey) {
    const i = cell.cellIndex;
    if (cell.tagName === 'TH') {
      if (cell.firstElementChild && byKey) this.sort(i);
      return;
    }
    const unit = cell.parentNode.getAttribute('data-u') || '';
    if (/^[dscbgfp]\d/.test(unit)) state.set('u', unit);
    const how = this.figure(cell);
    if (how) ask(how, unit, cell);
    else if (this.kinds[i] === 'name' && /^c/.test(unit)) openSheet();
  }

  // figure is the key of the explanation of a cell's number: its column's, or that of its row.
  figure(cell) {
    const how = this.heads[cell.cellIndex].getAttribute('data-how');
    return how === '*' ? cell.parentNode.getAttribute('data-figure') : how;
  }

  light(unit) {
    Array.prototype.forEach.call(this.body.rows, (tr) => {
      const on = Boolean(unit) && tr.getAttribute('data-u') === unit;
      tr.classList.toggle('on', on);
      attribute(tr, 'aria-selected', on && 'true');
    });
  }

  // marked follows a unit that was chosen elsewhere: a table in view turns to its page.
  marked(unit) {
    this.light(unit);
    if (!unit || this.body.querySelector('tr.on') || !holds(this.el, unit) || !inView(this.el)) return;
    const at = this.rows().findIndex((row) => row.key === unit);
    if (at >= 0) this.choose({ page: at < this.size ? '' : String(Math.floor(at / this.size) + 1) });
  }

  find(unit, how) {
    const row = this.all().find((r) => r.key === unit);
    if (!row) return null;
    const figure = row.tr ? row.tr.getAttribute('data-figure') : row.figure;
    const cells = this.heads.map((th, i) => cellOf(th, row.cells[i], figure));
    return rowWith(cells, cells.findIndex((c) => c.how === how && !c.part));
  }
}

// openSheet brings the community's sheet into view; sheets.js has put it there when the unit was chosen.
function openSheet() {
  const place = document.querySelector('.sheetbar');
  if (place) place.scrollIntoView({ behavior: 'smooth' });
}

function cellText(td) {
  return td.getAttribute('data-mark') || td.textContent;
}

function inView(el) {
  const box = el.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
}
