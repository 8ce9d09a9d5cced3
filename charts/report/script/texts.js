// Texts and lines as charts/pack.go packs them.
const FIRST = 0x100; // the sign for "shares nothing with the text above"; those after it stand for so many letters
const LAST = 0x7ff;
const DIGIT = 0x30; // 0: the place of a text that was read before
const QUOTE = 0x27; // ': the text itself follows

// Column reads the texts of one column in their order.
export class Column {
  constructor() {
    this.seen = [];
    this.last = '';
    this.now = '';
  }

  read(packed) {
    if (!packed) return this.now;
    const sign = packed.charCodeAt(0);
    if (sign >= DIGIT && sign < DIGIT + 10) {
      this.now = this.seen[Number(packed)];
      return this.now;
    }
    if (sign >= FIRST && sign <= LAST) this.last = this.last.slice(0, sign - FIRST) + packed.slice(1);
    else this.last = sign === QUOTE ? packed.slice(1) : packed;
    this.seen.push(this.last);
    this.now = this.last;
    return this.now;
  }
}

// cellsOf are the packed cells of a row; those at its end that hold nothing may be missing.
export function cellsOf(row) { return typeof row === 'string' ? row.split('|') : row; }

// withRows gives tooltips their rows, which are read when they are first asked for.
export function withRows(tips) {
  let rows = null;
  return Object.defineProperty(tips, 'rows', { get: () => (rows = rows || unpacked(tips)) });
}

function unpacked(tips) {
  const columns = [''].concat(tips.head).map(() => new Column());
  return tips.packed.map((row) => {
    const cells = cellsOf(row);
    return columns.map((column, i) => column.read(cells[i]));
  });
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
