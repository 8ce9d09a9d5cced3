import { corners } from './ground.js';
import { BLIND } from './hatch.js';
import { cell, curve, dot, font, head, level, rings, share, span, strip } from './marks.js';

// The fixed table of functions that an option may name.
export function functions(figure) {
  const series = {};
  figure.option.series.forEach((s) => { series[s.id] = s; });
  const item = (params) => series[params.seriesId].data[params.dataIndex];
  const marked = (draw) => (params, api) => draw(series[params.seriesId].data, params, api);
  return {
    thousands: (v) => String(v).replace(/\B(?=(\d{3})+(?!\d))/g, ','),
    name: (params) => params.name,
    tip: (params) => tip(figure.tips || {}, params),
    paths: (params, api) => paths(figure, params, api),
    areas: (params, api) => areas(figure, params, api),
    bins,
    ticks,
    rules: (params, api) => rule(item(params), params, api),
    brackets: (params, api) => bracket(item(params), params, api),
    curve: marked(curve),
    rings: marked(rings),
    strips: marked(strip),
    levels: marked(level),
    spans: marked(span),
    dots: marked(dot),
    cells: marked(cell),
    shares: marked(share),
    heads: marked(head),
  };
}

// A tooltip is made of elements with text in them, never of markup.
function tip(tips, params) {
  const of = params.componentType === 'geo' ? tips.geo : tips[params.seriesId];
  const row = of && of.rows[params.componentType === 'geo' ? Number(params.name) : params.dataIndex];
  if (!row) return '';
  const box = document.createElement('div');
  box.className = 'tip';
  add(box, 'b', row[0]);
  of.head.forEach((label, i) => {
    if (!row[i + 1]) return;
    const line = add(box, 'div', '');
    add(line, 'span', label);
    add(line, 'i', row[i + 1]);
  });
  return box;
}

function add(parent, tag, text) {
  const el = document.createElement(tag);
  el.textContent = text;
  parent.appendChild(el);
  return el;
}

// All lines of a layer as one path.
function paths(figure, params, api) {
  const parts = (figure.paths[params.seriesId] || []).map((path) => 'M' + corners(path, figure.map).map((c) => {
    const p = api.coord(c);
    return p[0].toFixed(1) + ' ' + p[1].toFixed(1);
  }).join('L'));
  const style = figure.option.series.filter((s) => s.id === params.seriesId)[0].itemStyle;
  return {
    type: 'path',
    shape: { pathData: parts.join('') || 'M0 0' },
    style: { fill: 'none', stroke: style.borderColor, lineWidth: style.borderWidth, lineJoin: 'round', lineCap: 'round' },
    silent: true,
  };
}

// All areas of a layer as one path, hatched the other way round than missing data.
function areas(figure, params, api) {
  const ring = (path) => 'M' + corners(path, figure.map).map((c) => {
    const p = api.coord(c);
    return p[0].toFixed(1) + ' ' + p[1].toFixed(1);
  }).join('L') + 'Z';
  const parts = [].concat.apply([], [].concat.apply([], figure.areas[params.seriesId])).map(ring);
  const style = figure.option.series.filter((s) => s.id === params.seriesId)[0].itemStyle;
  return {
    type: 'path',
    shape: { pathData: parts.join('') || 'M0 0' },
    style: { fill: BLIND, stroke: style.borderColor, lineWidth: style.borderWidth, lineJoin: 'round' },
    silent: true,
  };
}

// A bar of a histogram: value is from, to, height.
function bins(params, api) {
  const a = api.coord([api.value(0), 0]);
  const b = api.coord([api.value(1), api.value(2)]);
  const gap = b[0] - a[0] > 6 ? 1 : 0;
  return {
    type: 'rect',
    shape: { x: a[0] + gap / 2, y: b[1], width: Math.max(b[0] - a[0] - gap, 0.5), height: a[1] - b[1] },
    style: { fill: api.visual('color') },
  };
}

// A mark across a bar: value is position, row.
function ticks(params, api) {
  const p = api.coord([api.value(0), api.value(1)]);
  return { type: 'rect', shape: { x: p[0] - 1.1, y: p[1] - 9, width: 2.2, height: 18 }, style: { fill: api.visual('color') } };
}

// A vertical line with its name above: value is position, row of the name, dashed.
function rule(item, params, api) {
  const area = params.coordSys;
  const x = api.coord([api.value(0), 0])[0];
  const top = area.y - 10 - 17 * api.value(1);
  const right = x < area.x + area.width / 2;
  const color = api.visual('color');
  return {
    type: 'group',
    children: [
      { type: 'line', shape: { x1: x, y1: top, x2: x, y2: area.y + area.height }, style: { stroke: color, lineWidth: api.value(2) ? 1.2 : 1.6, lineDash: api.value(2) ? [3, 3] : null } },
      { type: 'text', x: x + (right ? 5 : -5), y: top + 1, style: { text: item.name, fill: color, font: font('bold'), align: right ? 'left' : 'right', verticalAlign: 'middle' } },
    ],
  };
}

// A span above the plot with its name: value is from, to, row. The middle one carries its name above itself, the others beside it.
function bracket(item, params, api) {
  const area = params.coordSys;
  const a = api.coord([api.value(0), 0])[0];
  const b = api.coord([api.value(1), 0])[0];
  const row = api.value(2);
  const y = area.y - 10;
  const color = api.visual('color');
  const line = { stroke: color, lineWidth: 1.4 };
  const lines = row === 0
    ? [[a, y + 5, a, y], [a, y, b, y], [b, y, b, y + 5]].map((l) => ({ type: 'line', shape: { x1: l[0], y1: l[1], x2: l[2], y2: l[3] }, style: line }))
    : [];
  if (row === 0) {
    [a, b].forEach((x) => lines.push({ type: 'line', shape: { x1: x, y1: y, x2: x, y2: area.y + area.height }, style: { stroke: color, lineWidth: 1, lineDash: [2, 3] } }));
  }
  const at = { 0: [Math.min(Math.max((a + b) / 2, area.x + 70), area.x + area.width - 70), y - 9, 'center'], 1: [area.x, y - 28, 'left'], 2: [area.x + area.width, y - 28, 'right'] }[row];
  return {
    type: 'group',
    children: lines.concat({ type: 'text', x: at[0], y: at[1], style: { text: item.name, fill: color, font: font('bold'), align: at[2], verticalAlign: 'middle' } }),
  };
}
