import { init, registerMap } from './echarts.js';
import { featureCollection } from './ground.js';
import { functions } from './functions.js';
import { furniture, uncovered } from './furniture.js';
import { NODATA } from './hatch.js';

// Printing redraws every figure at this width, so that its text keeps its size on paper.
const PAPER = 660;

// Below this width a figure is on a phone.
const PHONE = 560;

export function drawFigures(figures, words) {
  const drawn = Object.keys(figures).map((id) => draw(id, figures[id], words)).filter(Boolean);
  const fit = (width) => drawn.forEach((d) => d.fit(width));
  window.addEventListener('beforeprint', () => fit(PAPER));
  window.addEventListener('afterprint', () => fit());
  let wide = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth > 0 && window.innerWidth !== wide) {
      wide = window.innerWidth;
      fit();
    }
  });
}

function draw(id, figure, words) {
  const box = document.getElementById(id + '-drawing');
  if (!box) return null;
  box.textContent = '';
  if (figure.map) registerMap('quarter', { geoJSON: featureCollection(figure.map) });
  const font = getComputedStyle(document.body).fontFamily;
  const width = box.clientWidth || PAPER;
  const chart = init(box, null, { renderer: 'svg', width: spread(figure, width), height: height(figure, width) });
  const option = resolved(figure.option, functions(figure));
  if (option.geo) option.geo.regions = option.geo.regions.map(fill);
  option.textStyle = Object.assign({}, option.textStyle, { fontFamily: font });
  const names = (w) => {
    if (figure.names) chart.setOption({ yAxis: [{ axisLabel: { width: figure.names[w < roomy(figure) ? 0 : 1] } }] });
    if (figure.cross) chart.setOption({ xAxis: [{ axisLabel: { formatter: (head) => (w < PHONE ? head.split(' ')[0] : head) } }] });
    box.classList.toggle('slide', spread(figure, w) > w);
    if (figure.cross) box.style.minHeight = height(figure, w) + 'px';
  };
  chart.setOption(option);
  names(width);
  const finish = () => {
    if (figure.scale) chart.setOption({ graphic: furniture(chart, figure, font) });
    if (figure.map) uncovered(chart, figure, chart.getWidth() < PHONE);
    frame(box, chart);
  };
  const fit = (width) => {
    const w = width || box.clientWidth;
    if (!(w > 0)) return; // hidden: there is nothing to fit
    box.style.height = '';
    chart.resize({ width: spread(figure, w), height: height(figure, w) });
    names(w);
    finish();
    chart.getZr().flush(); // paper does not wait for the next frame
  };
  box.setAttribute('data-drawn', 'yes');
  finish();
  return { fit, chart };
}

// A matrix is as wide as its columns need, and slides where its box is narrower.
function spread(figure, width) {
  return figure.cross ? Math.max(width, figure.names[0] + columns(figure)) : width;
}

function columns(figure) {
  return figure.cross.column * figure.option.xAxis[0].data.length;
}

// roomy is the width from which the long names of rows have room.
function roomy(figure) {
  return figure.cross ? Math.max(PHONE, figure.names[1] + columns(figure)) : PHONE;
}

// A figure keeps its height, a matrix that of its heads; a map keeps its proportions on the ground.
function height(figure, width) {
  if (figure.cross && width < PHONE) return figure.height - figure.cross.heads + figure.cross.codes;
  if (figure.height) return figure.height;
  return Math.round(Math.max(240, Math.min(width / figure.aspect, width * 1.15, 900)));
}

// The drawing scales with its box where no script runs again, on paper.
function frame(box, chart) {
  const svg = box.querySelector('svg');
  if (svg) svg.setAttribute('viewBox', '0 0 ' + chart.getWidth() + ' ' + chart.getHeight());
}

function fill(region) {
  if (region.itemStyle.areaColor !== '@nodata') return region;
  return Object.assign({}, region, { itemStyle: Object.assign({}, region.itemStyle, { areaColor: NODATA }) });
}

// resolved copies an option and puts functions where it names them. Data is copied as it stands: a name in it stays a name.
const CALLS = { formatter: true, renderItem: true };
const DATA = { data: true, regions: true };

function resolved(node, table, key) {
  if (typeof node === 'string' && CALLS[key] && node[0] === '@') {
    const call = table[node.slice(1)];
    if (!call) throw new Error('no function ' + node);
    return call;
  }
  if (node === null || typeof node !== 'object' || DATA[key]) return node;
  if (Array.isArray(node)) return node.map((item) => resolved(item, table, key));
  const copy = {};
  Object.keys(node).forEach((k) => { copy[k] = resolved(node[k], table, k); });
  return copy;
}
