// Draws what keeps its size on the map: centers, names, numbers of the blind zones, sites, and the furniture.
import Group from 'zrender/lib/graphic/Group.js';
import ZRText from 'zrender/lib/graphic/Text.js';
import { furniture } from './furniture.js';
import { around, arrange, square, textWidth } from './labels.js';
import { Marks } from './shapes.js';
import { get } from './state.js';
import { theme } from './theme.js';

// On a map narrower than PHONE pixels the first NINE zones have numbers, and none shows its people.
const PHONE = 560;
const NINE = 9;

// NAMED is the part of the frame that names may take before they are thinned.
const NAMED = 0.08;

export class MapMarks {
  constructor(zr, ground, zoom) {
    this.ground = ground;
    this.zoom = zoom;
    this.group = new Group({ silent: true });
    this.frame = new Group({ silent: true });
    zr.add(this.group);
    zr.add(this.frame);
  }

  get small() { return this.zoom.width < PHONE; }

  // place puts everything where it belongs at this factor.
  place(layer) {
    const z = this.zoom;
    this.group.removeAll();
    this.group.attr({ x: 0, y: 0 });
    this.at = [z.x, z.y];
    this.hits = []; // what can be pointed at, the topmost first: {x, y, r, head, row, zone, unit}
    if (layer.plan) this.candidates(layer.plan);
    if (layer.circles || layer.plan) this.signs();
    this.labels(layer);
    if (layer.plan) this.proposed(layer.plan);
    this.frame.removeAll();
    furniture(this.ground, z).forEach((el) => this.frame.add(el));
  }

  // drag moves everything with the map; its places are found when the map rests.
  drag() {
    this.group.attr({ x: this.zoom.x - this.at[0], y: this.zoom.y - this.at[1] });
  }

  signs() {
    const size = Math.max(0.6, Math.min(1, this.zoom.width / 900)) * Math.min(1.4, Math.pow(this.zoom.k, 0.25));
    this.starred = [];
    this.ground.map.signs.forEach((sign) => {
      const at = sign.at.map((p) => this.pixel(p));
      const hollow = sign.key === 'triangle' || sign.key === 'ring' || sign.key === 'uncounted';
      const ink = sign.key === 'uncounted' ? theme.ink3 : theme.ink;
      const style = hollow ? { fill: theme.paper, stroke: ink, lineWidth: 1.4 } : { fill: ink, stroke: theme.paper, lineWidth: 1, strokeFirst: true };
      this.group.add(new Marks({ shape: { sign: sign.key, size, at }, style, silent: true }));
      at.forEach((p, i) => this.hits.unshift({ x: p[0], y: p[1], r: 7, head: sign.tips.head, row: sign.tips.rows[i] }));
      if (sign.key === 'star' || sign.key === 'square') at.forEach((p) => this.starred.push(square(p[0], p[1], 6 * size)));
    });
  }

  labels(layer) {
    const z = this.zoom;
    const sites = layer.circles ? this.ground.map.sites || [] : [];
    const half = this.small ? 9 : 11;
    const marks = sites.concat(layer.plan ? layer.plan.marks || [] : []);
    const taken = marks.map((s) => { const p = this.pixel(s.at); return square(p[0], p[1], half); }).concat(kept(z));
    const onCircles = (make) => (layer.circles ? make() : []);
    const wanted = [].concat(
      onCircles(() => this.numbers()), this.names(), onCircles(() => (this.small ? [] : this.people())), this.letters(layer), this.near(),
    );
    arrange(wanted.filter((l) => inFrame(l, z)), taken, layer.circles || layer.plan ? this.starred : [], z.width, z.height);
    this.sites(sites, half);
  }

  numbers() {
    const all = this.ground.map.zones || [];
    const r = this.small ? 8 : 10;
    all.forEach((zone) => { zone.drawn = null; });
    return all.slice(0, this.small && this.zoom.k < 1.5 ? NINE : all.length).map((zone, i) => {
      const p = this.pixel(zone.at);
      return {
        x: p[0], y: p[1], width: 2 * r + 1, height: 2 * r + 1, moves: around(2 * r + 3, 2 * r + 3), must: true,
        draw: (x, y) => {
          zone.drawn = [x, y];
          this.group.add(new Marks({ shape: { sign: 'disc', size: r / 10, at: [[x, y]] }, style: { fill: theme.paper, stroke: theme.not, lineWidth: 2 }, silent: true }));
          this.text(zone.text, x, y, 'bold', this.small ? 11 : 12.5, theme['not-ink']);
          this.hits.unshift({ x, y, r: r + 2, head: this.ground.map.zoneHead, row: zone.tip, zone: i });
        },
      };
    });
  }

  // people stand under the numbers that were drawn.
  people() {
    return (this.ground.map.zones || []).filter((zone) => zone.more).map((zone) => {
      const p = this.pixel(zone.at);
      const width = textWidth(zone.more, 12.5) + 2;
      const label = { x: p[0], y: p[1], width, height: 15, must: false, draw: (x, y) => this.text(zone.more, x, y, 'bold', 12.5, theme['not-ink'], 3.4) };
      Object.defineProperty(label, 'moves', { get: () => under(zone, p, width) });
      return label;
    });
  }

  // names are those of the units, the most people first. Where they would take more than NAMED of the frame each keeps more room around
  // it, so that only the larger ones stand: a city does not vanish under its names.
  names() {
    const size = this.small ? 12 : 14;
    const labels = (this.ground.map.names || []).map((name) => {
      const p = this.pixel(name.at);
      const width = textWidth(name.text, size) + 4;
      return {
        x: p[0], y: p[1], width, height: size + 5, moves: around(width * 0.6, size + 8), must: false,
        draw: (x, y) => this.text(name.text, x, y, 'bold', size, theme.ink, 4),
      };
    }).filter((label) => inFrame(label, this.zoom));
    const taken = labels.reduce((sum, label) => sum + label.width * label.height, 0);
    const grow = Math.max(1, Math.sqrt(taken / (NAMED * this.zoom.width * this.zoom.height)));
    labels.forEach((label) => { label.width *= grow; label.height *= grow; });
    return labels;
  }

  // near are the names of the communities that have room for them, once the map is zoomed.
  near() {
    const { map, regions } = this.ground;
    if (this.zoom.k < 1.2 || map.kind !== 'communities' || (map.names[0] && map.names[0].unit[0] === 'c')) return [];
    const rows = map.layers[0].tips.rows;
    return this.roomy(regions, (i) => textWidth(rows[i][0], 12.5) * 1.15 + 8, 26).map((i) => this.inside(regions, i, rows[i][0], 'normal', 12.5, theme.ink, 3.4));
  }

  // letters say the class of a unit without its colour.
  letters(layer) {
    if (layer.cells || !layer.classes.some((c) => c.letter)) return [];
    const { regions } = this.ground;
    return this.roomy(regions, () => 20, 18).filter((i) => layer.of[i] >= 0 && layer.classes[layer.of[i]].letter).map((i) => {
      const look = layer.classes[layer.of[i]];
      return this.inside(regions, i, look.letter, 'bold', 12.5, dark(look.fill) && !layer.plan ? theme.paper : theme.ink, look.pattern ? 3 : 0);
    });
  }

  // roomy are the shapes in view that are at least so many pixels wide and high.
  roomy(shapes, width, height) {
    const scale = this.zoom.base * this.zoom.k;
    const out = [];
    shapes.boxes.forEach((b, i) => {
      if ((b[3] - b[1]) * scale < height || (b[2] - b[0]) * scale < width(i)) return;
      if (this.zoom.has((b[0] + b[2]) / 2, (b[1] + b[3]) / 2)) out.push(i);
    });
    return out;
  }

  inside(shapes, i, text, weight, size, fill, halo) {
    const heart = shapes.heart(i);
    const p = this.zoom.pixel(heart[0], heart[1]);
    const width = textWidth(text, size) + 2;
    return { x: p[0], y: p[1], width, height: size + 4, moves: [[0, 0], [0, -size - 6], [0, size + 6]], must: false, draw: (x, y) => this.text(text, x, y, weight, size, fill, halo) };
  }

  sites(sites, half) {
    sites.forEach((site) => {
      const p = this.pixel(site.at);
      this.group.add(new Marks({ shape: { sign: 'diamond', size: half / 11, at: [p] }, style: { fill: theme.ink, stroke: theme.paper, lineWidth: 1.5 }, silent: true }));
      this.text(site.text, p[0], p[1], 'bold', this.small ? 10.5 : 12, theme.paper);
      this.hits.unshift({ x: p[0], y: p[1], r: half + 1, head: this.ground.map.siteHead, row: site.tip });
    });
  }

  // candidates are the places of a plan that were not chosen, the next best larger.
  candidates(plan) {
    const at = (list) => (list || []).map((p) => this.pixel(p));
    const seconds = plan.seconds || [];
    this.diamonds(at(plan.others), 0.28, { fill: theme.paper, stroke: theme.ink3, lineWidth: 0.9 });
    this.diamonds(at(seconds.map((s) => s.at)), 0.6, { fill: theme.neutral, stroke: theme.paper, lineWidth: 1 });
    seconds.forEach((s) => this.hit1(s, 8, plan.head));
  }

  diamonds(at, size, style) {
    if (at.length) this.group.add(new Marks({ shape: { sign: 'diamond', size, at }, style, silent: true }));
  }

  // proposed are the marks of a plan, hollow and dashed: nothing stands there yet. Crosses stand over centers that go.
  proposed(plan) {
    const gone = (plan.gone || []).map((p) => this.pixel(p));
    if (gone.length) this.group.add(new Marks({ shape: { sign: 'cross', size: 1, at: gone }, style: { fill: 'none', stroke: theme.not, lineWidth: 2.4 }, silent: true }));
    const half = this.small ? 10 : 12;
    (plan.marks || []).forEach((mark) => {
      const p = this.pixel(mark.at);
      const chosen = mark.unit && mark.unit === get('u');
      this.diamonds([p], half / 11, { fill: theme.paper, stroke: theme.ink, lineWidth: chosen ? 3.2 : 2, lineDash: [3.2, 2] });
      this.text(mark.text, p[0], p[1], 'bold', this.small ? 11 : 12.5, theme.ink);
      this.hit1(mark, half + 1, plan.head);
    });
  }

  // hit1 lets a mark be pointed at.
  hit1(mark, r, head) {
    const p = this.pixel(mark.at);
    this.hits.unshift({ x: p[0], y: p[1], r, head, row: mark.tip, unit: mark.unit });
  }

  text(text, x, y, weight, size, fill, halo) {
    const style = { text, fill, font: weight + ' ' + size + 'px ' + theme.font, align: 'center', verticalAlign: 'middle' };
    if (halo) Object.assign(style, { stroke: theme.paper, lineWidth: halo });
    this.group.add(new ZRText({ x, y, style, silent: true }));
  }

  pixel(point) {
    const p = this.ground.plane.point(point[0], point[1]);
    return this.zoom.pixel(p[0], p[1]);
  }

  // hit is what stands under a point of the frame, or undefined.
  hit(x, y) {
    return this.hits.filter((h) => Math.abs(h.x - x) <= h.r && Math.abs(h.y - y) <= h.r)[0];
  }
}

// under is the place of a zone's people: below its number, else above or beside it.
function under(zone, p, width) {
  if (!zone.drawn) return [];
  const [x, y] = [zone.drawn[0] - p[0], zone.drawn[1] - p[1]];
  return [[x, y + 18], [x, y - 18], [x + width / 2 + 13, y], [x - width / 2 - 13, y]];
}

// kept are the corners of the frame where the arrow and the scale bar stand.
function kept(z) {
  return [[z.width - 52, 0, z.width, 62], [0, z.height - 40, Math.min(215, z.width * 0.42), z.height]];
}

function inFrame(label, z) {
  return label.x > -40 && label.x < z.width + 40 && label.y > -40 && label.y < z.height + 40;
}

// dark tells whether white stands out from a colour better than ink does.
function dark(hex) {
  const part = (i) => parseInt(hex.slice(i, i + 2), 16);
  return 0.3 * part(1) + 0.59 * part(3) + 0.11 * part(5) < 128;
}
