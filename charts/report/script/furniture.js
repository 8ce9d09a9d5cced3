// The north arrow and the scale bar of a map, drawn after the layout is known: the bar is a true length on the ground.
export function furniture(chart, figure, font) {
  const all = [arrow(chart, figure, font), scale(chart, figure, font)];
  all.forEach((group) => group.children.forEach((child) => { child.z = 20; }));
  return all;
}

// On a small map a zone's number that would lie on a name is not drawn: the list has it. Elsewhere all are.
export function uncovered(chart, figure, small) {
  const zones = figure.option.series.filter((s) => s.id === 'zone-numbers')[0];
  if (!zones) return;
  const names = small ? boxes(chart, figure) : [];
  const half = zones.symbolSize / 2;
  const hit = (p) => names.some((b) => p[0] + half > b.x && p[0] - half < b.x + b.width && p[1] + half > b.y && p[1] - half < b.y + b.height);
  const data = zones.data.map((d) => (hit(chart.convertToPixel('geo', d.value)) ? Object.assign({}, d, { symbolSize: 0, label: { show: false } }) : d));
  chart.setOption({ series: [{ id: zones.id, data }] });
}

// boxes are the places of the names on the map, as they were laid out.
function boxes(chart, figure) {
  const names = {};
  figure.option.series.filter((s) => s.labelLayout).forEach((s) => s.data.forEach((d) => { names[d.name] = true; }));
  chart.getZr().flush();
  return chart.getZr().storage.getDisplayList().filter((e) => e.style && names[e.style.text]).map((e) => {
    const box = e.getBoundingRect().clone();
    if (e.transform) box.applyTransform(e.transform);
    return box;
  });
}

function arrow(chart, figure, font) {
  const x = chart.getWidth() - 26;
  return {
    id: 'north', type: 'group', x, y: 12, silent: true,
    children: [
      { type: 'polygon', shape: { points: [[0, 0], [6, 22], [0, 17]] }, style: { fill: '#17212B' } },
      { type: 'polygon', shape: { points: [[0, 0], [-6, 22], [0, 17]] }, style: { fill: '#fff', stroke: '#17212B', lineWidth: 1 } },
      { type: 'text', x: 0, y: 26, style: { text: figure.north, fill: '#17212B', font: 'bold 12.5px ' + font, align: 'center', verticalAlign: 'top' } },
    ],
  };
}

function scale(chart, figure, font) {
  const s = figure.scale;
  const from = chart.convertToPixel('geo', s.from);
  const to = chart.convertToPixel('geo', s.to);
  const pixels = Math.abs(to[0] - from[0]) / s.meters;
  const room = Math.min(130, chart.getWidth() / 3);
  const step = s.steps.filter((c) => c.meters * pixels <= room).pop() || s.steps[0];
  const length = step.meters * pixels;
  const y = chart.getHeight() - 14;
  return {
    id: 'scale', type: 'group', x: 14, y, silent: true,
    children: [
      { type: 'rect', shape: { x: 0, y: -4, width: length / 2, height: 4 }, style: { fill: '#17212B' } },
      { type: 'rect', shape: { x: 0, y: -4, width: length, height: 4 }, style: { fill: 'none', stroke: '#17212B', lineWidth: 1 } },
      text('0', 0, font), text(step.label, length, font),
    ],
  };
}

function text(label, x, font) {
  return { type: 'text', x, y: -8, style: { text: label, fill: '#17212B', font: '12.5px ' + font, align: x === 0 ? 'left' : 'center', verticalAlign: 'bottom', stroke: '#fff', lineWidth: 3 } };
}
