// Marks in rows: differences, positions, symbols. Each takes the data of its series, the place of the item in it, and the axes.
import { theme } from './theme.js';
import { OUTCOMES, line, rect, room, shape, stripes, words } from './marks.js';

// A mark across a bar: value is position, row.
export function tick(items, params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  return rect(p[0] - 1.1, p[1] - 9, 2.2, 18, api.visual('color'));
}

// A line down all rows with its name at its foot, or at its head where value[2] is 1: value is position, 1 for dashed.
export function post(items, params, api) {
  const area = params.coordSys;
  const x = api.coord([api.value(0), 0])[0];
  const name = items[params.dataIndex].name;
  const head = api.value(2) === 1;
  const at = apart(items, area, api)[params.dataIndex];
  const color = api.visual('color');
  return {
    type: 'group',
    children: [
      line(x, area.y - (head ? 2 : 0), x, area.y + area.height + (head ? 0 : 4), color, api.value(1) ? 1.2 : 1.6, api.value(1) ? [5, 4] : null),
      words(name, at, head ? area.y - 10 : area.y + area.height + 12 + 16 * api.value(3), { color, weight: 'bold', align: 'center', halo: true }),
    ],
  };
}

// apart are the middles of the names of lines: each stands over its own line, inside the figure; two that would stand on one another in the
// same row move to both sides.
function apart(items, area, api) {
  const x = items.map((d) => api.coord([d.value[0], 0])[0]);
  const half = items.map((d) => room(d.name) / 2);
  const at = x.map((v, i) => Math.min(Math.max(v, area.x + half[i]), area.x + area.width - half[i]));
  if (at.length !== 2 || items[0].value[3] !== items[1].value[3]) return at;
  const [low, high] = x[0] < x[1] ? [0, 1] : [1, 0];
  if (at[high] - at[low] < half[low] + half[high] + 8) {
    at[low] = Math.max(half[low], x[low] + 8 - half[low]);
    at[high] = Math.min(at[low] + half[low] + 8 + half[high], api.getWidth() - half[high]);
  }
  return at;
}

// A bar between two values: value is from, to, row, side; its name stands at its outer end.
export function span(items, params, api) {
  const row = api.value(2);
  const a = api.coord([api.value(0), row]);
  const b = api.coord([api.value(1), row]);
  const right = api.value(3) > 0;
  const name = items[params.dataIndex].name;
  const bar = rect(a[0], a[1] - 8, b[0] - a[0], 16, api.visual('color'));
  if (!name) return bar;
  return { type: 'group', children: [bar, words(name, right ? b[0] + 5 : a[0] - 5, a[1], { align: right ? 'left' : 'right', halo: true })] };
}

// A strip behind the dot of its row: value is from, to, row.
export function band(items, params, api) {
  const a = api.coord([api.value(0), api.value(2)]);
  const b = api.coord([api.value(1), api.value(2)]);
  return rect(a[0], a[1] - 4, b[0] - a[0], 8, api.visual('color'));
}

// A dot in its row: value is position, row, 1 for a diamond, 1 for a line that leads to it from the axis.
// All of the row can be pointed at.
export function dot(items, params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  const area = params.coordSys;
  const row = api.size([1, 1])[1];
  const children = [rect(area.x, p[1] - row / 2, area.width, row, 'transparent'), shape(api.value(2) ? 'not' : 'attained', p[0], p[1], 5.5, api.visual('color'))];
  if (api.value(3)) children.splice(1, 0, line(area.x, p[1], p[0], p[1], theme.faint, 2));
  return { type: 'group', children };
}

// One unit of a row as a symbol: value is its place in the row, the row, its outcome. A row of more units than it has room for is drawn
// as parts of a bar by the same series: value[3] is the number of units of the part.
export function symbol(items, params, api) {
  const n = api.value(3);
  const outcome = OUTCOMES[api.value(2)];
  const a = api.coord([api.value(0), api.value(1)]);
  const b = api.coord([api.value(0) + n, api.value(1)]);
  if (n === 1) return shape(outcome, (a[0] + b[0]) / 2, a[1], Math.min(5.5, (b[0] - a[0]) * 0.36), outcome === 'attained' ? theme.calm : undefined);
  const fill = { attained: theme.calm, not: theme.short, nodata: theme.paper, na: theme.hair }[outcome];
  const bar = rect(a[0], a[1] - 6, b[0] - a[0] - 1, 12, fill);
  if (outcome !== 'nodata') return bar;
  bar.style.stroke = theme.nodata;
  return { type: 'group', children: [bar, stripes(bar.shape.x, bar.shape.y, bar.shape.width, 12, theme.nodata, 5)] };
}

// One part of a whole in a single bar: value is from, to, 1 for hatched. Its name is three lines: what it is above, share and number
// below; the number gives way where parts are narrow, and names that would stand on one another move to the right.
export function part(items, params, api) {
  const area = params.coordSys;
  const i = params.dataIndex;
  const x = items.map((d) => api.coord([d.value[0], 0])[0]);
  const end = api.coord([api.value(1), 0])[0];
  const lines = items.map((d) => d.name.split('\n'));
  const roomy = area.width >= 560;
  const wide = lines.map((l) => Math.max(room(l[0]), room(l[1]), roomy ? room(l[2], 12) : 0) + 8);
  const at = shifted(x, wide, area.x + area.width);
  const color = api.value(2) ? theme['not-ink'] : theme.ink;
  const [y, h] = [area.y, area.height];
  const children = [rect(x[i], y, Math.max(end - x[i] - 1, 0.5), h, api.value(2) ? theme.paper : api.visual('color'))];
  if (api.value(2)) {
    children[0].style.stroke = theme.not;
    children.push(stripes(x[i], y, Math.max(end - x[i] - 1, 0.5), h, theme.not, 7));
  }
  if (at[i] - x[i] > 4) children.push(line(x[i] + 0.5, y - 1, at[i], y - 8, theme.ink3), line(x[i] + 0.5, y + h + 1, at[i], y + h + 8, theme.ink3));
  children.push(words(lines[i][0], at[i], y - 16, { color, weight: 'bold' }), words(lines[i][1], at[i], y + h + 16, { color }));
  if (roomy) children.push(words(lines[i][2], at[i], y + h + 33, { color: theme.ink2, size: 12 }));
  return { type: 'group', children };
}

// shifted moves texts of given widths so that none stands on another and none leaves the right end.
function shifted(x, wide, right) {
  const at = x.slice();
  for (let i = 1; i < at.length; i++) at[i] = Math.max(at[i], at[i - 1] + wide[i - 1]);
  let limit = right;
  for (let i = at.length - 1; i >= 0; i--) {
    at[i] = Math.max(0, Math.min(at[i], limit - wide[i] + (i === at.length - 1 ? 8 : 0)));
    limit = at[i];
  }
  return at;
}

// The names of two colours above a bar chart, in their colours: value is the place in the row.
export function key(items, params, api) {
  const area = params.coordSys;
  let x = area.x;
  for (let k = 0; k < params.dataIndex; k++) x += room(items[k].name) + 28;
  const name = items[params.dataIndex].name;
  return {
    type: 'group',
    children: [words(name, x, area.y - 20, { weight: 'bold', size: 12 }), rect(x, area.y - 11, room(name, 12), 3.5, api.visual('color'))],
  };
}
