// How the rows of a table are put in order.

// compareBy compares two cells of a column of a kind.
export function compareBy(kind, lang) {
  return { num: byNumber, mark: byMark }[kind] || byText(lang);
}

// A number that is missing stands last, whichever way the column is sorted. Numbers of different units are sorted apart.
function byNumber(a, b, down) {
  const x = parse(a);
  const y = parse(b);
  if (!x.digits || !y.digits) return Number(!x.digits) - Number(!y.digits);
  if (x.unit !== y.unit) return x.unit < y.unit ? -1 : 1;
  return down ? y.value - x.value : x.value - y.value;
}

const DIGITS = /[\u2212-]?\d[\d,]*(\.\d+)?/;

function parse(cell) {
  const digits = DIGITS.exec(cell);
  if (!digits) return { digits: '' };
  return { digits: digits[0], value: Number(digits[0].replace(/,/g, '').replace('\u2212', '-')), unit: cell.replace(/[\d,.\u2212]+/g, '') };
}

const MARKS = { n: 0, d: 1, x: 2, y: 3 };

function byMark(a, b, down) {
  return down ? MARKS[b] - MARKS[a] : MARKS[a] - MARKS[b];
}

function byText(lang) {
  const collator = new Intl.Collator(lang, { numeric: true });
  return (a, b, down) => (!a || !b ? Number(!a) - Number(!b) : down ? collator.compare(b, a) : collator.compare(a, b));
}
