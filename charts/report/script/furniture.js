// The north arrow and the scale bar of the map; the bar is a true length on the ground.
import Group from 'zrender/lib/graphic/Group.js';
import ZRText from 'zrender/lib/graphic/Text.js';
import { Land } from './shapes.js';
import { theme } from './theme.js';

export function furniture(ground, zoom) {
  return [arrow(ground.map.north, zoom), scale(ground, zoom)];
}

function arrow(word, zoom) {
  const small = zoom.width < 560;
  const out = new Group({ x: zoom.width - (small ? 18 : 28), y: small ? 10 : 16, silent: true });
  out.add(area([0, 0, 6, 24, 0, 19, -6, 24], { fill: theme.paper, stroke: theme.paper, lineWidth: 4 }));
  out.add(area([0, 0, 6, 24, 0, 19], { fill: theme.ink }));
  out.add(area([0, 0, -6, 24, 0, 19], { fill: theme.paper, stroke: theme.ink, lineWidth: 1 }));
  out.add(text(word, 0, 34, 'center', 'bold'));
  return out;
}

// scale chooses the longest step that has room; its first half is filled, and numbered where it is a number of its own.
function scale(ground, zoom) {
  const pixels = ground.metersLong() * zoom.base * zoom.k; // of one metre
  const steps = ground.map.scale.steps.filter((s) => s.meters * pixels <= Math.min(170, zoom.width / 3));
  const step = steps.pop() || ground.map.scale.steps[0];
  const length = step.meters * pixels;
  const half = steps.filter((s) => s.meters * 2 === step.meters)[0];
  const out = new Group({ x: 18, y: zoom.height - 16, silent: true });
  [{ stroke: theme.paper, lineWidth: 4 }, { stroke: theme.ink, lineWidth: 1 }].forEach((edge) => {
    out.add(area([0, -4, length, -4, length, 0, 0, 0], Object.assign({ fill: theme.paper }, edge)));
  });
  out.add(area([0, -4, length / 2, -4, length / 2, 0, 0, 0], { fill: theme.ink }));
  out.add(text('0', 0, -13, 'center', 'normal'));
  if (half && length > 90) out.add(text(half.label, length / 2, -13, 'center', 'normal'));
  out.add(text(step.label, length, -13, 'center', 'normal'));
  return out;
}

function area(line, style) {
  return new Land({ shape: { lines: [line], closed: true }, style, silent: true });
}

function text(words, x, y, align, weight) {
  return new ZRText({ x, y, style: { text: words, fill: theme.ink, font: weight + ' 12.5px ' + theme.font, align, verticalAlign: 'middle', stroke: theme.paper, lineWidth: 3 }, silent: true });
}
