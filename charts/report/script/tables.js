// Tables that sort, search and turn pages. The first rows stand in the page; the others come as JSON and become rows when wanted.

export function makeTables(words) {
  Array.prototype.forEach.call(document.querySelectorAll('table[data-table]'), (el) => new Table(el, words));
}

class Table {
  constructor(el, words) {
    this.el = el;
    this.words = words;
    this.body = el.tBodies[0];
    this.heads = Array.prototype.slice.call(el.tHead.rows[el.tHead.rows.length - 1].cells);
    this.kinds = this.heads.map((th) => th.getAttribute('data-kind'));
    this.size = Number(el.getAttribute('data-screen')) || this.body.rows.length;
    this.paper = this.body.rows.length;
    this.page = 0;
    this.rows = null;
    this.heads.forEach((th, i) => this.head(th, i));
    if (Number(el.getAttribute('data-total')) > Math.max(20, this.size)) this.tools();
    if (this.size < this.paper) this.shorten();
    else this.measure();
  }

  // all reads the rows once, in their first order, when they are first needed.
  all() {
    if (!this.rows) {
      this.rows = Array.prototype.map.call(this.body.rows, (tr) => Array.prototype.map.call(tr.cells, (td) => td.getAttribute('data-mark') || td.textContent));
      const rest = document.getElementById(this.el.id + '-rows');
      if (rest) this.rows = this.rows.concat(JSON.parse(rest.textContent));
      this.shown = this.rows;
    }
    return this.rows;
  }

  // On the screen a long table shows one page; on paper it has all rows that stood in it.
  shorten() {
    this.all();
    this.render();
    window.addEventListener('beforeprint', () => this.fill(this.shown.slice(0, this.paper)));
    window.addEventListener('afterprint', () => this.render());
  }

  head(th, i) {
    if (!th.textContent) return;
    const button = document.createElement('span'); // a button element is not painted in the heads that paper repeats
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
    while (th.firstChild) button.appendChild(th.firstChild);
    th.appendChild(button);
    button.addEventListener('click', () => this.sort(i));
    button.addEventListener('keydown', (e) => {
      if (e.key !== 'Enter' && e.key !== ' ') return;
      e.preventDefault();
      this.sort(i);
    });
  }

  sort(i) {
    const th = this.heads[i];
    const down = th.getAttribute('aria-sort') === 'ascending';
    this.heads.forEach((h) => h.removeAttribute('aria-sort'));
    th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    this.order = { column: i, down };
    this.page = 0;
    this.render();
  }

  search(text) {
    this.query = text.trim().toLowerCase();
    this.page = 0;
    this.render();
  }

  selected() {
    let rows = this.all();
    if (this.query) rows = rows.filter((row) => row.some((cell) => cell.toLowerCase().indexOf(this.query) >= 0));
    if (!this.order) return rows;
    const { column, down } = this.order;
    const compare = this.kinds[column] === 'num' ? byNumber : this.kinds[column] === 'mark' ? byMark : byText(this.words.lang);
    return rows.map((row, at) => ({ row, at })).sort((a, b) => compare(a.row[column], b.row[column], down) || a.at - b.at).map((r) => r.row);
  }

  render() {
    this.shown = this.selected();
    const from = this.page * this.size;
    this.fill(this.shown.slice(from, from + this.size));
    this.say();
  }

  fill(rows) {
    this.body.textContent = '';
    rows.forEach((row) => this.body.appendChild(this.row(row)));
    this.measure();
  }

  // A table wider than its place scrolls inside it; any other keeps its sticky head.
  measure() {
    const box = this.el.parentNode;
    box.classList.remove('over');
    if (this.el.offsetWidth > box.clientWidth + 1) box.classList.add('over');
  }

  row(cells) {
    const tr = document.createElement('tr');
    cells.forEach((cell, i) => {
      const kind = this.kinds[i];
      const td = document.createElement('td');
      td.className = this.heads[i].className;
      if (kind === 'mark' && cell) {
        const mark = this.words.marks[cell];
        td.setAttribute('data-mark', cell);
        const sign = document.createElement('span');
        sign.className = 'st ' + mark[0];
        sign.title = mark[2];
        sign.textContent = mark[1];
        td.appendChild(sign);
      } else {
        td.textContent = cell;
      }
      tr.appendChild(td);
    });
    return tr;
  }

  tools() {
    const bar = document.createElement('div');
    bar.className = 'tools';
    const find = document.createElement('input');
    find.type = 'search';
    find.placeholder = this.words.find;
    find.setAttribute('aria-label', this.words.find);
    find.addEventListener('input', () => this.search(find.value));
    this.where = document.createElement('span');
    this.back = this.turn(this.words.back, -1);
    this.next = this.turn(this.words.next, 1);
    [find, this.where, this.back, this.next].forEach((e) => bar.appendChild(e));
    this.el.parentNode.parentNode.insertBefore(bar, this.el.parentNode);
    this.total = Number(this.el.getAttribute('data-total'));
    this.say();
  }

  turn(label, by) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => { this.page += by; this.render(); });
    return button;
  }

  say() {
    if (!this.where) return;
    const n = this.shown ? this.shown.length : this.total;
    const from = this.page * this.size;
    const to = Math.min(from + this.size, n);
    const number = (v) => String(v).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    this.where.textContent = this.words.rows.replace('{a}', number(n ? from + 1 : 0)).replace('{b}', number(to)).replace('{n}', number(n));
    this.back.disabled = from === 0;
    this.next.disabled = to >= n;
  }
}

// A number that is missing stands last, whichever way the column is sorted.
function byNumber(a, b, down) {
  const x = parse(a);
  const y = parse(b);
  if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y);
  return down ? y - x : x - y;
}

function parse(text) {
  return parseFloat(text.replace(/,/g, '').replace('\u2212', '-'));
}

const MARKS = { n: 0, d: 1, x: 2, y: 3 };

function byMark(a, b, down) {
  return down ? MARKS[b] - MARKS[a] : MARKS[a] - MARKS[b];
}

function byText(lang) {
  const collator = new Intl.Collator(lang, { numeric: true });
  return (a, b, down) => (down ? collator.compare(b, a) : collator.compare(a, b));
}
