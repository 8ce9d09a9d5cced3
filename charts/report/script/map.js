// The live map of the page: layers, zoom, hover, choice. It is drawn with the library below ECharts from the map's own data.
import { makeFind } from './find.js';
import { makeHands } from './hands.js';
import { init } from './echarts.js';
import { Ground } from './land.js';
import { layerOf, makeLayers } from './layers.js';
import { MapMarks } from './mapmarks.js';
import { Paint } from './mappaint.js';
import { get, on, set } from './state.js';
import { withRows } from './texts.js';
import { add, tip } from './tip.js';
import { Zoom } from './zoom.js';

const FINEST = 0.7; // pixels that a metre on the ground may have at most
const HINT = 1400; // milliseconds that a hint stays

// map is the map as a list of tasks {box, run, fit}: none where the page has no map.
export function map() {
  makeLayers();
  const box = document.getElementById('figure-map-drawing');
  return box ? [new LiveMap(box)] : [];
}

class LiveMap {
  constructor(box) {
    this.box = box;
    this.said = document.getElementById('map-said');
    this.comma = document.getElementById('quarter-mapbox').getAttribute('data-comma');
    on('layer', () => this.showLayer());
    on('u', () => this.showUnit());
    makeFind(() => this.places.units, (key) => this.choose(key));
    this.listZones();
  }

  // places are read when somebody looks for one, or the map is drawn.
  get places() {
    this.read = this.read || JSON.parse(document.getElementById('quarter-places').textContent);
    return this.read;
  }

  run() {
    const width = this.box.clientWidth;
    if (!(width > 0)) return;
    const data = JSON.parse(document.getElementById('quarter-map').textContent);
    data.layers.concat(data.signs).forEach((part) => withRows(part.tips));
    this.ground = new Ground(data, this.places.above);
    this.keys = data.layers.map((l) => l.key);
    this.view = new Zoom(this.ground.box, FINEST / this.ground.metersLong());
    this.live = add(this.box, 'div', '');
    this.live.className = 'live';
    const height = this.height(width);
    this.chart = init(this.live, null, { renderer: 'svg', width, height });
    this.view.frame(width, height);
    const zr = this.chart.getZr();
    this.paint = new Paint(zr, this.ground, this.view);
    this.marks = new MapMarks(zr, this.ground, this.view);
    this.tools();
    this.showLayer();
    this.showUnit();
    zr.flush();
    this.box.classList.add('drawn');
  }

  // height keeps the proportions of the ground, within what a screen can show.
  height(width) {
    return Math.round(Math.max(240, Math.min(width / this.ground.map.aspect, width * 1.15, 900)));
  }

  fit() {
    const width = this.box.clientWidth;
    if (!this.chart || !(width > 0)) return;
    this.view.frame(width, this.height(width));
    this.chart.resize({ width, height: this.height(width) });
    this.showLayer();
    this.showUnit();
  }

  // tools are the surface that feels the reader's hands, the buttons and the tooltip.
  tools() {
    this.sense = add(this.box, 'div', '');
    this.sense.className = 'sense';
    this.sense.tabIndex = 0;
    this.sense.setAttribute('role', 'application');
    this.sense.setAttribute('aria-label', this.said.getAttribute('data-keys'));
    makeHands(this.sense, this);
    this.sense.addEventListener('blur', () => this.leave());
    this.tip = add(this.box, 'div', '');
    this.tip.className = 'maptip';
    this.tip.hidden = true;
    this.buttons = this.box.querySelector('.mapkeys');
    this.buttons.hidden = false;
    this.box.appendChild(this.buttons); // after the map in the order of the keyboard
    const act = { in: () => this.nearer(1.6), out: () => this.nearer(1 / 1.6), whole: () => this.whole() };
    this.buttons.addEventListener('click', (e) => { const button = e.target.closest('button'); if (button) act[button.getAttribute('data-do')](); });
  }

  get layer() { return this.ground.map.layers[layerOf(this.keys)]; }

  showLayer() {
    if (!this.chart) return;
    this.leave();
    this.paint.layer(this.layer);
    this.settle();
  }

  // showUnit marks what the state says is chosen.
  showUnit() {
    if (!this.chart) return;
    const list = this.ground.list(get('u'));
    this.paint.outline(list.length && !this.ground.regions.dots ? this.ground.outline(list) : null, true);
    this.cursor = list.length === 1 ? list[0] : -1;
    if (this.layer.plan) this.marks.place(this.layer); // a chosen site stands out
  }

  // choose marks a unit and brings it into view.
  choose(key) {
    set('u', key);
    const list = this.chart ? this.ground.list(key) : [];
    if (!list.length) return;
    this.view.show(this.ground.regions.around(list));
    this.settle();
  }

  // settle draws what depends on where the map stands, once it rests.
  settle() {
    this.paint.follow();
    this.marks.place(this.layer);
    this.sense.classList.toggle('zoomed', this.view.k > 1);
    const can = { in: this.view.k < this.view.most, out: this.view.k > 1, whole: this.view.k > 1 };
    Array.prototype.forEach.call(this.buttons.children, (b) => { b.disabled = !can[b.getAttribute('data-do')]; });
  }

  zoom(factor, x, y) {
    this.view.by(factor, x, y);
    this.hide();
    this.settle();
  }

  nearer(factor) { this.zoom(factor, this.view.width / 2, this.view.height / 2); }

  whole() {
    this.view.whole();
    this.settle();
  }

  drag(dx, dy) {
    if (this.view.k === 1) return;
    this.view.move(dx, dy);
    this.hide();
    this.sense.classList.add('drag');
    this.paint.follow();
    this.marks.drag();
  }

  rest() {
    this.sense.classList.remove('drag');
    this.settle();
  }

  // refuse tells who scrolls over the map how to zoom it; the page scrolls on.
  refuse() {
    const hint = this.box.querySelector('.mapwheel');
    hint.hidden = false;
    clearTimeout(this.hinting);
    this.hinting = setTimeout(() => { hint.hidden = true; }, HINT);
  }

  twice(x, y) { this.zoom(2, x, y); }

  // under is what lies under a point: the shape of the layer, and its region.
  under(x, y) {
    const [u, v] = this.view.plane(x, y);
    const reach = 8 / this.view.base / this.view.k;
    const shape = this.ground.shapes(this.layer).at(u, v, reach);
    return { shape, region: shape >= 0 ? this.ground.unit(this.layer, shape) : this.ground.regions.at(u, v, reach) };
  }

  point(x, y) {
    const mark = this.marks.hit(x, y);
    this.hot(mark && mark.zone);
    if (mark) {
      this.paint.outline(null, false);
      this.sense.classList.toggle('over', mark.zone !== undefined || Boolean(mark.unit));
      this.showTip(mark.head, mark.row, x, y);
      return;
    }
    const { shape, region } = this.under(x, y);
    this.sense.classList.toggle('over', region >= 0);
    this.pointShape(shape, x, y);
  }

  // pointShape marks a shape of the layer and shows its tooltip.
  pointShape(shape, x, y) {
    const tips = this.layer.tips;
    this.paint.outline(shape >= 0 && !this.ground.regions.dots ? this.ground.shapes(this.layer).rings[shape] : null, false);
    if (shape >= 0 && this.layer.of[shape] >= 0) this.showTip(tips.head, tips.rows[shape], x, y);
    else this.hide();
  }

  leave() {
    if (!this.paint) return;
    this.paint.outline(null, false);
    this.hot(undefined);
    this.hide();
  }

  click(x, y) {
    const mark = this.marks.hit(x, y);
    if (mark && mark.zone !== undefined) {
      this.showZone(mark.zone);
      return;
    }
    if (mark && mark.unit) {
      this.showSite(mark.unit);
      return;
    }
    this.point(x, y);
    const { region } = this.under(x, y);
    set('u', region >= 0 ? this.ground.map.units[region] : '');
  }

  // showSite leads from the mark of a site to its row.
  showSite(unit) {
    set('u', unit);
    const row = document.querySelector('#table-plan tr[data-u="' + unit + '"]');
    if (row) row.scrollIntoView({ block: 'center' });
  }

  showTip(head, row, x, y) {
    this.tip.textContent = '';
    this.tip.appendChild(tip(head, row));
    this.tip.hidden = false;
    const [w, h] = [this.tip.offsetWidth, this.tip.offsetHeight];
    const left = x + 14 + w > this.view.width ? x - 14 - w : x + 14;
    const top = y + 14 + h > this.view.height ? y - 14 - h : y + 14;
    this.tip.style.left = Math.max(2, Math.min(left, this.view.width - w - 2)) + 'px';
    this.tip.style.top = Math.max(2, Math.min(top, this.view.height - h - 2)) + 'px';
  }

  hide() { this.tip.hidden = true; }

  // key answers a key; false leaves it to the page.
  key(key) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    const act = {
      '+': () => this.nearer(1.6), '=': () => this.nearer(1.6), '-': () => this.nearer(1 / 1.6), 0: () => this.whole(),
      Enter: () => this.enter(), ' ': () => this.enter(), Escape: () => this.escape(),
    }[key];
    if (way) this.step(way);
    else if (act) act();
    return Boolean(way || act);
  }

  // step moves the cursor to the next region in a direction, and reads it out.
  step(way) {
    const { regions } = this.ground;
    if (this.cursor < 0) {
      const [u, v] = this.view.plane(this.view.width / 2, this.view.height / 2);
      this.cursor = regions.at(u, v, Infinity);
      if (this.cursor < 0) this.cursor = 0;
    } else {
      const next = regions.towards(this.cursor, way[0], way[1]);
      if (next >= 0) this.cursor = next;
    }
    const at = regions.heart(this.cursor);
    if (!this.view.has(at[0], at[1])) {
      this.view.center(at, this.view.k);
      this.settle();
    }
    this.tell(at);
  }

  // tell shows and says what is known of the region under the cursor, of the grids layer what is known of the community.
  tell(at) {
    const layer = this.layer.cells ? this.ground.map.layers[0] : this.layer;
    const [x, y] = this.view.pixel(at[0], at[1]);
    const row = layer.tips.rows[this.cursor];
    if (!this.ground.regions.dots) this.paint.outline(this.ground.regions.rings[this.cursor], false);
    this.showTip(layer.tips.head, row, x, y);
    const said = layer.tips.head.map((head, i) => (row[i + 1] ? head + ' ' + row[i + 1] : '')).filter(Boolean);
    this.said.textContent = [row[0]].concat(said).join(this.comma);
  }

  enter() {
    if (this.cursor >= 0) set('u', this.ground.map.units[this.cursor]);
    else this.nearer(2);
  }

  escape() {
    this.leave();
    if (get('u')) set('u', '');
    else this.whole();
    this.cursor = -1;
  }

  // listZones lets the rows of the list beside the map show their zones.
  listZones() {
    this.rows = Array.prototype.slice.call(document.querySelectorAll('.bt tr[data-zone]'));
    this.rows.forEach((row, i) => {
      row.tabIndex = 0;
      row.addEventListener('click', (e) => { if (!e.target.closest('[data-how]')) this.showZone(i); });
      row.addEventListener('keydown', (e) => {
        if (e.key !== 'Enter' || e.target !== row) return;
        this.showZone(i);
      });
      row.addEventListener('mouseenter', () => this.pointZone(i));
      row.addEventListener('mouseleave', () => this.leave());
    });
  }

  // zone is the shape of a numbered blind zone: the one under its number.
  zone(i) {
    const p = this.ground.map.zones[i].at;
    const [u, v] = this.ground.plane.point(p[0], p[1]);
    return this.ground.blind.at(u, v, 0);
  }

  pointZone(i) {
    if (!this.chart || !this.layer.circles) return;
    const shape = this.zone(i);
    if (shape >= 0) this.paint.outline(this.ground.blind.rings[shape], false);
    this.hot(i);
  }

  showZone(i) {
    if (!this.chart) return;
    const shape = this.zone(i);
    if (shape < 0) return;
    this.view.show(this.ground.blind.boxes[shape]);
    this.settle();
    this.pointZone(i);
  }

  // hot marks the row of a zone.
  hot(i) {
    this.rows.forEach((row, k) => row.classList.toggle('hot', k === i));
  }
}
