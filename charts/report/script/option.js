// What an ECharts option of ours becomes at a width: the live chart and the still are drawn from the same one.
import { functions } from './functions.js';

// Below this width a figure is on a phone, or is one half of a printed pair.
const PHONE = 560;

// optionAt is the option of a figure drawn at a width, with functions where it names them.
export function optionAt(figure, width) {
  const narrow = width < roomy(figure);
  const option = resolved(figure.option, functions(figure, narrow));
  if (figure.names) option.yAxis[0].axisLabel.width = figure.names[narrow ? 0 : 1];
  if (figure.margin && !narrow) option.grid.right = figure.margin;
  if (figure.cross && width < PHONE) option.xAxis[0].axisLabel.formatter = (head) => head.split(' ')[0];
  return option;
}

// A matrix is as wide as its columns need, and slides where its box is narrower.
export function spread(figure, width) {
  return figure.cross ? Math.max(width, figure.names[0] + columns(figure)) : width;
}

// A figure keeps its height, a matrix that of its heads.
export function height(figure, width) {
  return figure.cross && width < PHONE ? figure.height - figure.cross.heads + figure.cross.codes : figure.height;
}

function columns(figure) {
  return figure.cross.column * figure.option.xAxis[0].data.length;
}

// roomy is the width from which the long names of rows have room.
function roomy(figure) {
  return figure.cross ? Math.max(PHONE, figure.names[1] + columns(figure)) : PHONE;
}

// resolved copies an option and puts functions where it names them. Data is copied as it stands: a name in it stays a name.
const CALLS = { formatter: true, renderItem: true };
const DATA = { data: true };

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
