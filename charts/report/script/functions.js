import { room } from './marks.js';
import { cell, head, share } from './matrix.js';
import { bin, curve, edge, level, point, range, ring, rule, step, strip, tint, unit } from './plots.js';
import { band, dot, key, part, post, span, symbol, tick } from './rows.js';
import { tip } from './tip.js';

// The marks by the names that options call them by.
const MARKS = {
  bands: band, bins: bin, cells: cell, curve, dots: dot, edges: edge, heads: head, keys: key, levels: level, parts: part, points: point, posts: post,
  ranges: range, rings: ring, rules: rule, shares: share, spans: span, steps: step, strips: strip, symbols: symbol, ticks: tick, tints: tint, units: unit,
};

// The fixed table of functions that an option may name.
export function functions(figure, narrow) {
  const series = {};
  figure.option.series.forEach((s) => { series[s.id] = s; });
  const marked = (draw) => (params, api) => draw(series[params.seriesId].data, params, api);
  const marks = {};
  Object.keys(MARKS).forEach((name) => { marks[name] = marked(MARKS[name]); });
  return Object.assign(marks, {
    thousands,
    percent: (v) => thousands(v) + '%',
    tens: (v) => thousands(v / 1e4),
    setting: (name) => setting(name.split('\n'), figure.names[narrow ? 0 : 1]),
    columns: (value) => value.split('\t').map((text, i) => '{c' + i + '|' + text + '}').join(''),
    name: (params) => params.name,
    tip: (params) => tipOf(figure.tips || {}, params),
  });
}

// A name with its setting below, which takes two lines where a narrow figure has no room for one.
function setting(parts, width) {
  const whole = parts.slice(1).join('');
  const below = room(whole, 12) > width ? parts.slice(1) : [whole];
  return ['{what|' + parts[0] + '}'].concat(below.map((part) => '{set|' + part + '}')).join('\n');
}

function thousands(v) {
  return String(v).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function tipOf(tips, params) {
  const of = tips[params.seriesId];
  const row = of && of.rows[params.dataIndex];
  return row ? tip(of.head, row) : '';
}
