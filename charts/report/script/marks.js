// What all signs are made of: text, lines, the shapes of the four outcomes, hatching. No page is needed to draw them.
import { theme } from './theme.js';

// words is a text at a place; more may hold color, weight, size, align (left), valign (middle), halo, width (cut beyond it).
export function words(text, x, y, more) {
  const o = more || {};
  const style = {
    text, fill: o.color || theme.ink, font: (o.weight || 'normal') + ' ' + (o.size || 12.5) + 'px ' + theme.font, align: o.align || 'left', verticalAlign: o.valign || 'middle',
  };
  if (o.halo) Object.assign(style, { stroke: theme.paper, lineWidth: 3 });
  if (o.width) Object.assign(style, { width: o.width, overflow: 'truncate' });
  return { type: 'text', x, y, style, silent: true };
}

export function line(x1, y1, x2, y2, color, width, dash) {
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: color, lineWidth: width || 1, lineDash: dash || null }, silent: true };
}

export function path(points, color, width, dash) {
  return { type: 'polyline', shape: { points }, style: { fill: 'none', stroke: color, lineWidth: width || 1, lineDash: dash || null }, silent: true };
}

export function rect(x, y, width, height, fill) {
  return { type: 'rect', shape: { x, y, width: Math.max(width, 0.5), height }, style: { fill } };
}

// room is about how wide a text is, px: good enough to keep texts apart.
export function room(text, size) {
  let em = 0;
  for (let i = 0; i < text.length; i++) em += text.charCodeAt(i) > 0x2e7f ? 1 : 0.58;
  return em * (size || 12.5);
}

// shape is the sign of an outcome: a disc, a diamond, a hatched square, a dash.
export function shape(outcome, x, y, r, color, edge) {
  const keyline = edge ? { stroke: theme.paper, lineWidth: edge } : {};
  switch (outcome) {
    case 'attained':
      return { type: 'circle', shape: { cx: x, cy: y, r }, style: Object.assign({ fill: color || theme.met }, keyline) };
    case 'not':
      return { type: 'polygon', shape: { points: [[x, y - r * 1.2], [x + r * 1.2, y], [x, y + r * 1.2], [x - r * 1.2, y]] }, style: Object.assign({ fill: color || theme.not }, keyline) };
    case 'nodata':
      return { type: 'path', shape: { pathData: square(x, y, r * 0.95) }, style: { fill: 'none', stroke: theme.ink3, lineWidth: 1 } };
  }
  return line(x - r * 0.7, y, x + r * 0.7, y, theme.faint, 1.2);
}

// The outcomes in the order of their numbers.
export const OUTCOMES = ['na', 'nodata', 'attained', 'not'];

// A square with two lines across it.
function square(x, y, r) {
  const at = (a, b) => (x + a * r).toFixed(1) + ' ' + (y + b * r).toFixed(1);
  return 'M' + [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)].join('L') + 'ZM' + at(-1, 0.2) + 'L' + at(0.2, -1) + 'M' + at(-0.2, 1) + 'L' + at(1, -0.2);
}

// stripes hatch a rectangle with lines that fall to the right, cut at its edges.
export function stripes(x, y, width, height, color, gap) {
  const parts = [];
  for (let d = gap - height; d < width; d += gap) {
    const from = Math.max(d, 0);
    const to = Math.min(d + height, width);
    if (to > from) parts.push('M' + (x + from).toFixed(1) + ' ' + (y + from - d).toFixed(1) + 'L' + (x + to).toFixed(1) + ' ' + (y + to - d).toFixed(1));
  }
  return { type: 'path', shape: { pathData: parts.join('') || 'M0 0' }, style: { fill: 'none', stroke: color, lineWidth: 0.9 }, silent: true };
}
