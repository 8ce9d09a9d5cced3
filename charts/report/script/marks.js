// Signs that figures draw beside bars. Each function takes the data of its series, the place of the item in it, and the axes.

const INK = '#17212B';
const LINE = '#C9D0D6';
const MET = '#1F5F99';
const NOT = '#C2560B';

// A line through all points; the item under the pointer is the nearest point along the axis.
export function curve(items, params, api) {
  const i = params.dataIndex;
  const area = params.coordSys;
  const at = (k) => api.coord(items[k].value);
  const from = i > 0 ? (at(i - 1)[0] + at(i)[0]) / 2 : at(i)[0];
  const to = i + 1 < items.length ? (at(i + 1)[0] + at(i)[0]) / 2 : at(i)[0];
  const children = [{ type: 'rect', shape: { x: from, y: area.y, width: Math.max(to - from, 1), height: area.height }, style: { fill: 'transparent' } }];
  if (i === 0) {
    const points = items.map((_, k) => at(k));
    children.push({ type: 'polyline', shape: { points }, style: { fill: 'none', stroke: api.visual('color'), lineWidth: 2.4 }, silent: true });
  }
  return { type: 'group', children };
}

// Points on a curve with their names below, each led to by a line: the names never stand on one another.
export function rings(items, params, api) {
  const area = params.coordSys;
  const i = params.dataIndex;
  const at = items.map((d) => api.coord(d.value));
  const p = at[i];
  const order = items.map((_, k) => k).sort((a, b) => at[b][0] - at[a][0]);
  const y = [];
  order.forEach((k, n) => { y[k] = Math.max(at[k][1] + 22, n > 0 ? y[order[n - 1]] + 20 : 0); });
  const over = Math.max(0, Math.max.apply(null, y) - (area.y + area.height - 34));
  const text = y[i] - over;
  const color = api.visual('color');
  const right = p[0] < area.x + area.width * 0.62;
  const side = right ? 1 : -1;
  return {
    type: 'group',
    children: [
      { type: 'polyline', shape: { points: [p, [p[0], text], [p[0] + 6 * side, text]] }, style: { fill: 'none', stroke: color, lineWidth: 1 } },
      { type: 'circle', shape: { cx: p[0], cy: p[1], r: 4.5 }, style: { fill: '#fff', stroke: color, lineWidth: 2 } },
      { type: 'text', x: p[0] + 9 * side, y: text, style: { text: items[i].name, fill: color, font: font('bold'), align: right ? 'left' : 'right', verticalAlign: 'middle', backgroundColor: '#fff', padding: [1, 2] } },
    ],
  };
}

// A pale strip from value to value with its name at its right, near the axis.
export function strip(items, params, api) {
  const area = params.coordSys;
  const [a, b] = [api.coord([api.value(0), 0])[0], api.coord([api.value(1), 0])[0]];
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { x: a, y: area.y, width: b - a, height: area.height }, style: { fill: api.visual('color') } },
      { type: 'text', x: b + 6, y: area.y + area.height - 12, style: { text: items[params.dataIndex].name, fill: '#46535F', font: font('normal'), align: 'left', verticalAlign: 'middle' } },
    ],
  };
}

// A horizontal line with its name above its left end.
export function level(items, params, api) {
  const area = params.coordSys;
  const y = api.coord([0, api.value(0)])[1];
  const color = api.visual('color');
  return {
    type: 'group',
    children: [
      { type: 'line', shape: { x1: area.x, y1: y, x2: area.x + area.width, y2: y }, style: { stroke: color, lineWidth: 1.4 } },
      { type: 'text', x: area.x + 5, y: y - 9, style: { text: items[params.dataIndex].name, fill: color, font: font('bold'), align: 'left', verticalAlign: 'middle', stroke: '#fff', lineWidth: 3 } },
    ],
  };
}

// A bar between two values: value is from, to, row, side; its name stands at its outer end.
export function span(items, params, api) {
  const row = api.value(2);
  const a = api.coord([api.value(0), row]);
  const b = api.coord([api.value(1), row]);
  const right = api.value(3) > 0;
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { x: a[0], y: a[1] - 8, width: Math.max(b[0] - a[0], 0.5), height: 16 }, style: { fill: api.visual('color') } },
      { type: 'text', x: right ? b[0] + 5 : a[0] - 5, y: a[1], style: { text: items[params.dataIndex].name || '', fill: INK, font: font('normal'), align: right ? 'left' : 'right', verticalAlign: 'middle', backgroundColor: items[params.dataIndex].name ? '#fff' : 'transparent', padding: [1, 1] } },
    ],
  };
}

// A dot in its row, led to from the axis: value is position, row, 1 for a diamond.
export function dot(items, params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  return {
    type: 'group',
    children: [
      { type: 'line', shape: { x1: params.coordSys.x, y1: p[1], x2: p[0], y2: p[1] }, style: { stroke: LINE, lineWidth: 1.2 } },
      shape(api.value(2) ? 'not' : 'attained', p[0], p[1], 6, api.visual('color')),
    ],
  };
}

// The outcomes in the order of their numbers.
const OUTCOMES = ['na', 'nodata', 'attained', 'not'];

// An outcome where a column and a row cross: value is column, row, outcome.
export function cell(items, params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  const room = api.size([1, 1]);
  return shape(OUTCOMES[api.value(2)], p[0], p[1], Math.min(room[0], room[1], 16) * 0.36);
}

// A share where a column and a row cross, in words where there is room: value is column, row, share, outcome.
export function share(items, params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  const room = api.size([1, 1]);
  const outcome = OUTCOMES[api.value(3)];
  if (room[0] < 24) return shape(outcome, p[0], p[1], Math.min(room[0], 16) * 0.36);
  const x = p[0] - room[0] / 2 + 1;
  const y = p[1] - room[1] / 2 + 1;
  const [width, height] = [room[0] - 2, room[1] - 2];
  const tint = { attained: '#D5E3EF', not: '#FBE6CC', nodata: '#fff', na: '#fff' }[outcome];
  const lines = items[params.dataIndex].name.split('\n');
  const text = (line, dy, weight, fill) => ({ type: 'text', x: p[0], y: p[1] + dy, style: { text: line, fill, font: font(weight, Math.min(12, room[0] / 2.6)), align: 'center', verticalAlign: 'middle' } });
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { x, y, width, height }, style: { fill: tint, stroke: outcome === 'nodata' ? '#8E979F' : 'none', lineWidth: outcome === 'nodata' ? 0.7 : 0 } },
      text(lines[0], lines[1] ? -7 : 0, 'bold', outcome === 'not' ? '#8A3C06' : INK),
    ].concat(lines[1] ? [text(lines[1], 8, 'normal', '#46535F')] : []),
  };
}

// The name of a group of rows, over a line.
export function head(items, params, api) {
  const area = params.coordSys;
  const y = api.coord([0, api.value(0)])[1];
  const half = api.size([1, 1])[1] / 2;
  return {
    type: 'group',
    children: [
      { type: 'line', shape: { x1: area.x, y1: y + half - 1, x2: area.x + area.width, y2: y + half - 1 }, style: { stroke: LINE, lineWidth: 1 } },
      { type: 'text', x: area.x + 6, y: y + 1, style: { text: items[params.dataIndex].name, fill: INK, font: font('bold'), align: 'left', verticalAlign: 'middle' } },
    ],
  };
}

// shape is the sign of an outcome: a disc, a diamond, a hatched square, a dash.
function shape(outcome, x, y, r, color) {
  switch (outcome) {
    case 'attained':
      return { type: 'circle', shape: { cx: x, cy: y, r }, style: { fill: color || MET } };
    case 'not':
      return { type: 'polygon', shape: { points: [[x, y - r * 1.2], [x + r * 1.2, y], [x, y + r * 1.2], [x - r * 1.2, y]] }, style: { fill: color || NOT } };
    case 'nodata':
      return {
        type: 'path', shape: { pathData: hatched(x, y, r * 0.95) },
        style: { fill: 'none', stroke: '#66727D', lineWidth: 1 },
      };
  }
  return { type: 'line', shape: { x1: x - r * 0.7, y1: y, x2: x + r * 0.7, y2: y }, style: { stroke: '#A9B3BB', lineWidth: 1.2 } };
}

// A square with two lines across it.
function hatched(x, y, r) {
  const at = (a, b) => (x + a * r).toFixed(1) + ' ' + (y + b * r).toFixed(1);
  return 'M' + [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)].join('L') + 'ZM' + at(-1, 0.2) + 'L' + at(0.2, -1) + 'M' + at(-0.2, 1) + 'L' + at(1, -0.2);
}

export function font(weight, size) {
  return weight + ' ' + (size || 12.5) + 'px ' + getComputedStyle(document.body).fontFamily;
}
