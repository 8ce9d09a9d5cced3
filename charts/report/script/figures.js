// The figures of the page, except the map. Each box holds a still that stands until its live figure is drawn, and on paper.
import { init, registerTheme } from './echarts.js';
import { height, optionAt, spread } from './option.js';
import { withRows } from './texts.js';
import { look } from './theme.js';

// figures are the boxes of the page that have something to draw, as tasks: {box, run, fit}.
export function figures() {
  registerTheme('quarter', look());
  return Array.prototype.map.call(document.querySelectorAll('.drawing[data-figure]'), (box) => new Figure(box));
}

class Figure {
  constructor(box) {
    this.box = box;
  }

  // run draws the figure. Its data is read only now: a page opens before all of it has been read.
  run() {
    this.data = JSON.parse(document.getElementById(this.box.getAttribute('data-figure') + '-data').textContent);
    const tips = this.data.tips || {};
    Object.keys(tips).forEach((id) => withRows(tips[id]));
    const width = this.box.clientWidth;
    if (!(width > 0)) return; // hidden: there is nothing to fit
    this.live = document.createElement('div');
    this.live.className = 'live';
    this.box.appendChild(this.live);
    this.chart = init(this.live, 'quarter', { renderer: 'svg', width: spread(this.data, width), height: height(this.data, width) });
    this.set(width);
    this.box.classList.add('drawn');
  }

  set(width) {
    this.chart.setOption(optionAt(this.data, width));
    this.box.classList.toggle('slide', spread(this.data, width) > width);
  }

  // fit draws the figure again at the width that its box has now.
  fit() {
    const width = this.box.clientWidth;
    if (!this.data || !(width > 0)) return;
    if (!this.chart) {
      this.run();
      return;
    }
    this.chart.resize({ width: spread(this.data, width), height: height(this.data, width) });
    this.set(width);
  }
}
