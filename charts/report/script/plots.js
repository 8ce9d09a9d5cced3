// Marks on two value axes. Each takes the data of its series, the place of the item in it, and the axes.
import { theme } from './theme.js';
import { line, path, rect, room, shape, stripes, words } from './marks.js';

const HEAD = 17; // height of a line of names above a plot, px

// A bar of a histogram: value is from, to, height, 1 for a hatch over it.
export function bin(items, params, api) {
  const a = api.coord([api.value(0), 0]);
  const b = api.coord([api.value(1), api.value(2)]);
  const gap = b[0] - a[0] > 6 ? 1.2 : 0;
  const bar = rect(a[0] + gap / 2, b[1], b[0] - a[0] - gap, a[1] - b[1], api.visual('color'));
  if (!api.value(3)) return bar;
  return { type: 'group', children: [bar, stripes(bar.shape.x, bar.shape.y, bar.shape.width, bar.shape.height, theme['not-ink'], 5)] };
}

// A vertical line with its name above: value is position, line of the name from the plot up, look (0 solid, 1 dashed, 2 no line), side of
// the name (1 right, -1 left, 0 where there is more room).
export function rule(items, params, api) {
  const area = params.coordSys;
  const x = api.coord([api.value(0), 0])[0];
  const name = items[params.dataIndex].name || '';
  const wide = room(name) + 6;
  const left = items.filter((d) => d.value[3] < 0 && d.value[0] === api.value(0)).map((d) => room(d.name) + 6);
  const crowded = api.value(3) < 0 && x - Math.max.apply(null, left) < 40 ? 1 : 0; // the unit of the upright axis stands there
  const top = area.y - 10 - HEAD * (api.value(1) + crowded);
  const side = api.value(3) || (x < area.x + area.width / 2 ? 1 : -1);
  const at = side > 0 ? Math.min(x + 5, area.x + area.width + 14 - wide) : Math.max(x - 5, wide); // over its line rather than out of the figure
  const color = api.visual('color');
  const kind = api.value(2);
  const children = kind === 2 ? [] : [line(x, top - 7, x, area.y + area.height, theme.ink, kind ? 1.2 : 1.6, kind ? [3, 3] : null)];
  return { type: 'group', children: children.concat(words(name, at, top, { color, weight: 'bold', align: side > 0 ? 'left' : 'right', halo: true })) };
}

// A horizontal line with its name: value is position, place of the name (0 above the left end, 1 below the right one, 2 above it).
export function level(items, params, api) {
  const area = params.coordSys;
  const y = api.coord([0, api.value(0)])[1];
  const color = api.visual('color');
  const place = api.value(1);
  return {
    type: 'group',
    children: [
      line(area.x, y, area.x + area.width, y, color, 1.4),
      words(items[params.dataIndex].name, place ? area.x + area.width - 3 : area.x + 5, y + (place === 1 ? 10 : -9), { color, weight: 'bold', align: place ? 'right' : 'left', halo: true }),
    ],
  };
}

// A pale strip from value to value with its name at its foot.
export function strip(items, params, api) {
  const area = params.coordSys;
  const a = api.coord([api.value(0), 0])[0];
  const b = api.coord([api.value(1), 0])[0];
  return {
    type: 'group',
    children: [
      rect(a, area.y, b - a, area.height, api.visual('color')),
      words(items[params.dataIndex].name, (a + b) / 2, area.y + area.height - 12, { color: theme.ink2, align: 'center', halo: true }),
    ],
  };
}

// The part of an axis that is right, between two lines, with the names of all three parts above: value is from, to, part (0 below, 1
// inside, 2 above).
export function range(items, params, api) {
  const area = params.coordSys;
  const a = api.coord([api.value(0), 0])[0];
  const b = api.coord([api.value(1), 0])[0];
  const name = items[params.dataIndex].name;
  const wide = room(name);
  const color = api.visual('color');
  const inside = api.value(2) === 1;
  const y = area.y - (inside ? 10 : 10 + HEAD);
  if (inside) {
    const x = Math.min(Math.max((a + b) / 2, wide / 2), area.x + area.width - wide / 2);
    return {
      type: 'group',
      children: [
        rect(a, area.y - 2, b - a, area.height + 2, theme.wash), line(a, area.y - 2, a, area.y + area.height, theme.ink, 1.6),
        line(b, area.y - 2, b, area.y + area.height, theme.ink, 1.6), words(name, x, y, { color, weight: 'bold', align: 'center' }),
      ],
    };
  }
  const low = api.value(2) === 0;
  const x = low ? Math.max(b - 6, wide) : Math.min(a + 6, area.x + area.width - wide);
  return words(name, x, y, { color, weight: 'bold', align: low ? 'right' : 'left' });
}

// A line through all points; the item under the pointer is the nearest point along the axis.
export function curve(items, params, api) {
  const i = params.dataIndex;
  const area = params.coordSys;
  const at = (k) => api.coord(items[k].value);
  const from = i > 0 ? (at(i - 1)[0] + at(i)[0]) / 2 : at(i)[0];
  const to = i + 1 < items.length ? (at(i + 1)[0] + at(i)[0]) / 2 : at(i)[0];
  const children = [rect(from, area.y, Math.max(to - from, 1), area.height, 'transparent')];
  if (i === 0) children.push(path(items.map((_, k) => at(k)), api.visual('color'), 2.5));
  return { type: 'group', children };
}

// Points on a curve with names, each led to by a line; a name has two lines, the second is lighter, or one where the plot is low. They stand below the curve, at the
// right of their points, where there is room; else above it at the left. An item of value[2] 1 carries its name close by.
export function ring(items, params, api) {
  const area = params.coordSys;
  const i = params.dataIndex;
  const at = items.map((d) => api.coord(d.value));
  const p = at[i];
  const color = api.visual('color');
  const near = (k) => items[k].value[2] === 1;
  if (near(i)) {
    const wide = room(items[i].name);
    const left = p[0] + wide > area.x + area.width;
    return {
      type: 'group',
      children: [
        { type: 'circle', shape: { cx: p[0], cy: p[1], r: 4 }, style: { fill: color } },
        words(items[i].name, left ? p[0] - 4 : p[0] + 6, p[1] + 13, { color, weight: 'bold', align: left ? 'right' : 'left', halo: true }),
      ],
    };
  }
  const led = items.map((_, k) => k).filter((k) => !near(k)).sort((a, b) => at[b][0] - at[a][0]);
  const lowest = Math.max.apply(null, led.map((k) => at[k][1]));
  const tight = area.height < 190; // a name and its reading stand in one line
  const gap = tight ? 19 : 34;
  const below = lowest + gap * led.length < area.y + area.height - 22;
  const y = place(led, at, below, area, gap);
  const side = below ? 1 : -1;
  const lines = tight ? [items[i].name.replace('\n', ' ')] : items[i].name.split('\n');
  const text = (s, dy, weight, ink) => words(s, p[0] + 9 * side, y[i] + dy, { color: ink, weight, align: below ? 'left' : 'right', halo: true });
  return {
    type: 'group',
    children: [
      path([p, [p[0], y[i] - 7], [p[0] + 6 * side, y[i] - 7]], color, 1),
      { type: 'circle', shape: { cx: p[0], cy: p[1], r: 4.5 }, style: { fill: theme.paper, stroke: color, lineWidth: 2 } },
      text(lines[0], -7, 'bold', color),
    ].concat(lines[1] ? [text(lines[1], 8, 'normal', theme.ink2)] : []),
  };
}

// place finds the heights of names that are led to, so that none stands on another.
function place(order, at, below, area, gap) {
  const y = [];
  let last = below ? -Infinity : Infinity;
  (below ? order : order.slice().reverse()).forEach((k) => {
    last = below ? Math.max(at[k][1] + 33, last + gap) : Math.min(at[k][1] - 26, last - gap);
    y[k] = last;
  });
  const over = below ? 0 : Math.max(0, area.y + 8 - Math.min.apply(null, order.map((k) => y[k])));
  order.forEach((k) => { y[k] += over; });
  return y;
}

// The area inside all points, drawn once.
export function tint(items, params, api) {
  if (params.dataIndex > 0) return null;
  return { type: 'polygon', shape: { points: items.map((d) => api.coord(d.value)) }, style: { fill: api.visual('color') }, silent: true };
}

// A line through all points, drawn once, with the names of its ends: value[2] 1 dashes it.
export function edge(items, params, api) {
  if (params.dataIndex > 0) return null;
  const area = params.coordSys;
  const at = items.map((d) => api.coord(d.value));
  const last = items.length - 1;
  const dashed = items[0].value[2] === 1;
  const style = { color: api.visual('color'), weight: dashed ? 'normal' : 'bold', halo: true };
  const children = [path(at, style.color, dashed ? 1.2 : 1.8, dashed ? [5, 4] : null)];
  if (items[0].name) children.push(words(items[0].name, area.x + 5, at[0][1] - 9, style));
  const name = items[last].name;
  if (name && at[last][0] + room(name) + 5 < api.getWidth()) children.push(words(name, at[last][0] + 5, at[last][1], style));
  else if (name) children.push(words(name, at[last][0], at[last][1] - 11, Object.assign({ align: 'right' }, style)));
  return { type: 'group', children };
}

// A unit at two values: value is x, y, outcome, radius; only the largest carry their names.
export function point(items, params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  const r = api.value(3);
  const not = api.value(2) === 1;
  const mark = shape(not ? 'not' : 'attained', p[0], p[1], r, api.visual('color'), r > 3 ? 0.7 : 0);
  const at = items[params.dataIndex].name && places(items, params, api)[params.dataIndex];
  if (!at) return mark;
  const name = words(items[params.dataIndex].name, at[0], at[1], { color: theme['not-ink'], weight: 'bold', halo: true });
  name.z2 = 10;
  return { type: 'group', children: [mark, name] };
}

// places finds room for the names of points, beside or above them: a name that would stand on another is left out.
function places(items, params, api) {
  const area = params.coordSys;
  const taken = [];
  return items.map((item) => {
    if (!item.name) return null;
    const p = api.coord(item.value);
    const wide = room(item.name);
    const free = [[p[0] + 9, p[1]], [p[0] - 9 - wide, p[1]], [p[0] - wide / 2, p[1] - 15], [p[0] - wide / 2, p[1] - 31]].filter((at) => {
      const inside = at[0] > area.x && at[0] + wide < area.x + area.width && at[1] < area.y + area.height - 8;
      return inside && taken.every((t) => Math.abs(t[1] - at[1]) > 14 || at[0] > t[0] + t[2] + 4 || at[0] + wide + 4 < t[0]);
    });
    if (free.length === 0) return null;
    taken.push([free[0][0], free[0][1], wide]);
    return free[0];
  });
}

// The steps of a gain: diamonds on their line, each with its mark where there is room, or its whole name above it: value is place, rate, 1 for the whole name.
export function step(items, params, api) {
  const area = params.coordSys;
  const i = params.dataIndex;
  const p = api.coord([api.value(0), api.value(1)]);
  const children = [rect(p[0] - 12, area.y, 24, area.height, 'transparent')];
  if (i === 0) children.push(path(items.map((d) => api.coord(d.value)), theme.met, 2.4));
  children.push(i === 0 ? { type: 'circle', shape: { cx: p[0], cy: p[1], r: 4.5 }, style: { fill: theme.paper, stroke: theme.met, lineWidth: 2 } } : shape('not', p[0], p[1], 5.5, theme.ink, 1));
  const name = items[i].name;
  if (name && i === 0) children.push(words(name, p[0] + 9, p[1] + 12, { weight: 'bold', halo: true }));
  else if (api.value(2)) children.push(words(name, p[0], p[1] - 15, { weight: 'bold', align: p[0] - room(name) > area.x ? 'right' : 'center', halo: true }));
  else if (area.width / items.length > 18) children.push(words(name, p[0], p[1] + 16, { color: theme.ink2, size: 12, align: 'center', halo: true }));
  return { type: 'group', children };
}

// The unit of an axis at its end: value is 0 below the right end of the lower axis, 1 above the upright one, 2 above at the right.
export function unit(items, params, api) {
  const area = params.coordSys;
  const text = items[params.dataIndex].name;
  switch (api.value(0)) {
    case 0:
      return words(text, area.x + area.width, area.y + area.height + 34, { color: theme.ink3, size: 12, align: 'right' });
    case 1:
      return words(text, 0, area.y - 14, { color: theme.ink3, size: 12 });
  }
  return words(text, api.getWidth() - 4, area.y - 12, { color: theme.ink3, size: 12, align: 'right' });
}
