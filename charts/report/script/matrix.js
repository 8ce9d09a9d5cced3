// Marks where a row and a column cross. Each takes the data of its series, the place of the item in it, and the axes.
import { theme } from './theme.js';
import { OUTCOMES, line, rect, shape, words } from './marks.js';

// An outcome where a column and a row cross: value is column, row, outcome.
export function cell(items, params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  const size = api.size([1, 1]);
  return shape(OUTCOMES[api.value(2)], p[0], p[1], Math.min(size[0], size[1], 16) * 0.36);
}

// A share where a column and a row cross, in words where there is room: value is column, row, share, outcome.
export function share(items, params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  const size = api.size([1, 1]);
  const outcome = OUTCOMES[api.value(3)];
  if (size[0] < 24) return shape(outcome, p[0], p[1], Math.min(size[0], 16) * 0.36);
  const tint = { attained: theme['met-wash'], not: theme['not-wash'], nodata: theme.paper, na: theme.paper }[outcome];
  const lines = items[params.dataIndex].name.split('\n');
  const text = (s, dy, weight, color) => words(s, p[0], p[1] + dy, { weight, color, size: Math.min(12, size[0] / 2.6), align: 'center' });
  const box = rect(p[0] - size[0] / 2 + 1, p[1] - size[1] / 2 + 1, size[0] - 2, size[1] - 2, tint);
  if (outcome === 'nodata') Object.assign(box.style, { stroke: theme.nodata, lineWidth: 0.7 });
  const children = [box, text(lines[0], lines[1] ? -7 : 0, 'bold', outcome === 'not' ? theme['not-ink'] : theme.ink)];
  return { type: 'group', children: children.concat(lines[1] ? [text(lines[1], 8, 'normal', theme.ink2)] : []) };
}

// The name of a group of rows, over a line.
export function head(items, params, api) {
  const area = params.coordSys;
  const y = api.coord([0, api.value(0)])[1];
  const half = api.size([1, 1])[1] / 2;
  return {
    type: 'group',
    children: [
      line(area.x, y + half - 1, area.x + area.width, y + half - 1, theme.rule),
      words(items[params.dataIndex].name, area.x + 6, y + 1, { weight: 'bold' }),
    ],
  };
}
