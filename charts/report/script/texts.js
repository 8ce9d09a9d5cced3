// Texts and lines as charts/pack.go packs them.
const FIRST = 0x100; // the sign for "shares nothing with the text above"; those after it stand for so many letters
const LAST = 0x7ff;

// Column reads the texts of one column in their order.
export class Column {
  constructor() {
    this.seen = [];
    this.last = '';
  }

  read(packed) {
    if (typeof packed === 'number') return this.seen[packed];
    const sign = packed.charCodeAt(0);
    this.last = sign >= FIRST && sign <= LAST ? this.last.slice(0, sign - FIRST) + packed.slice(1) : packed;
    this.seen.push(this.last);
    return this.last;
  }
}

// withRows gives tooltips their rows, which are read when they are first asked for.
export function withRows(tips) {
  let rows = null;
  return Object.defineProperty(tips, 'rows', { get: () => (rows = rows || unpacked(tips.packed)) });
}

function unpacked(rows) {
  const columns = [];
  return rows.map((row) => row.map((cell, i) => (columns[i] = columns[i] || new Column()).read(cell)));
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = {};
for (let i = 0; i < LETTERS.length; i++) VALUE[LETTERS.charCodeAt(i)] = i;

// steps are the numbers of a path.
export function steps(path) {
  const out = [];
  let n = 0;
  let shift = 0;
  for (let i = 0; i < path.length; i++) {
    const v = VALUE[path.charCodeAt(i)];
    n |= (v & 31) << shift;
    shift += 5;
    if (v >= 32) continue;
    out.push((n >>> 1) ^ -(n & 1));
    n = 0;
    shift = 0;
  }
  return out;
}

// indexes are the numbers of a list that travels as the steps between them.
export function indexes(packed) {
  let last = 0;
  return steps(packed || '').map((step) => (last += step));
}
