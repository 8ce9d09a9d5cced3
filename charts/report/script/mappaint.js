// Draws the ground of the map: classes, edges, blind zones, circles, and the outlines of what is chosen and pointed at. Each kind is one
// path, drawn at factor 1; zooming only moves it.
import Group from 'zrender/lib/graphic/Group.js';
import { blind, nodata, over } from './hatch.js';
import { Land, Marks } from './shapes.js';
import { theme } from './theme.js';

export class Paint {
  constructor(zr, ground, zoom) {
    this.ground = ground;
    this.zoom = zoom;
    this.world = new Group({ silent: true });
    this.dots = new Group({ silent: true }); // a ground of points: they keep their size
    this.over = new Group({ silent: true });
    [this.world, this.dots, this.over].forEach((group) => zr.add(group));
  }

  // layer draws a layer anew.
  layer(layer) {
    this.now = layer;
    this.world.removeAll();
    this.hatched = []; // elements with the hatch that fills them at a factor
    this.hatchedAt = 0;
    if (!this.ground.regions.dots) this.areas(layer);
    this.edges(layer);
    if (layer.circles) this.uncovered();
    if (layer.plan) this.proposed(layer.plan);
    this.line(this.ground.map.outer, { stroke: theme.ink, lineWidth: 1.6 });
    this.follow();
  }

  // areas fills the classes. Cells stand on the ground of their class that is not drawn one by one.
  areas(layer) {
    const edge = layer.light ? theme.rule : theme.paper;
    const plain = layer.classes.filter((c) => c.plain)[0];
    if (layer.cells) {
      this.add(this.ground.regions.lines, { fill: plain ? plain.fill : theme.paper, stroke: 'none' });
    }
    layer.classes.forEach((look, k) => {
      if (look.plain) return;
      const rings = [];
      this.ground.shapes(layer).rings.forEach((r, i) => { if (layer.of[i] === k) rings.push.apply(rings, r); });
      if (!rings.length) return;
      const style = { fill: look.fill, stroke: layer.cells ? theme.paper : edge, lineWidth: layer.cells || this.ground.map.kind === 'grids' ? 0.45 : 0.7 };
      const el = this.add(rings, style);
      if (look.pattern) this.hatched.push({ el, fill: (scale) => pattern(look, scale) });
    });
    if (layer.cells) this.add(this.ground.regions.lines, { fill: 'none', stroke: edge, lineWidth: 0.9 });
  }

  edges(layer) {
    this.line(this.ground.map.inner, layer.light ? { stroke: theme.ink3, lineWidth: 1.2 } : { stroke: theme.paper, lineWidth: 2.6 });
  }

  uncovered() {
    this.outside(this.ground.blind.lines);
    this.circles();
  }

  // proposed draws a plan: the blind zones of the present strong and dotted, those that are left over them, and the circles of new places dashed.
  proposed(plan) {
    const now = this.ground.blind.lines;
    if (now.length) this.add(now, { fill: theme.mid, stroke: theme.met, lineWidth: 1.1, lineDash: [1.5, 2] });
    this.outside(this.ground.areas(plan.left).lines);
    this.circles();
    this.line(plan.circles, { stroke: theme.met, lineWidth: 2, lineDash: [6, 4] });
  }

  outside(rings) {
    if (rings.length) this.hatched.push({ el: this.add(rings, { fill: theme.paper, stroke: theme.not, lineWidth: 1.1 }), fill: blind });
  }

  // circles are those that stand.
  circles() {
    this.cut = this.cut || this.ground.circles();
    this.add(this.cut.outside, { fill: 'none', stroke: theme.reach, lineWidth: 1.5, opacity: 0.28 }, false);
    this.add(this.cut.inside, { fill: 'none', stroke: theme.reach, lineWidth: 1.7 }, false);
  }

  line(paths, style) {
    const lines = this.ground.lines(paths);
    if (lines.length) this.add(lines, Object.assign({ fill: 'none' }, style), false);
  }

  add(lines, style, closed) {
    const el = new Land({ shape: { lines: this.flat(lines), closed: closed !== false }, style: Object.assign({ strokeNoScale: true, lineJoin: 'round' }, style), silent: true });
    this.world.add(el);
    return el;
  }

  // flat are lines of the plane in pixels at factor 1, to a hundredth.
  flat(lines) {
    const z = this.zoom;
    return lines.map((line) => {
      const out = new Array(line.length);
      for (let i = 0; i < line.length; i += 2) {
        out[i] = Math.round((line[i] * z.base + z.left) * 100) / 100;
        out[i + 1] = Math.round((line[i + 1] * z.base + z.top) * 100) / 100;
      }
      return out;
    });
  }

  // outline draws the edge of what is chosen (chosen) or pointed at.
  outline(lines, chosen) {
    const key = chosen ? 'chosen' : 'pointed';
    (this[key] || []).forEach((el) => this.over.remove(el));
    const looks = chosen ? [{ stroke: theme.paper, lineWidth: 6 }, { stroke: theme.ink, lineWidth: 3 }] : [{ stroke: theme.ink, lineWidth: 1.8 }];
    this[key] = lines ? looks.map((look) => {
      const el = new Land({ shape: { lines: this.flat(lines), closed: true }, style: Object.assign({ fill: 'none', strokeNoScale: true, lineJoin: 'round' }, look), silent: true });
      this.over.add(el);
      return el;
    }) : [];
  }

  // follow moves everything to where the map now stands.
  follow() {
    const z = this.zoom;
    [this.world, this.over].forEach((group) => group.attr({ x: z.x, y: z.y, scaleX: z.k, scaleY: z.k }));
    if (this.hatchedAt !== z.k) {
      this.hatched.forEach((h) => h.el.setStyle({ fill: h.fill(z.k) }));
      this.hatchedAt = z.k;
    }
    if (this.ground.regions.dots) this.points();
  }

  points() {
    this.dots.removeAll();
    this.now.classes.forEach((look, k) => {
      const at = this.ground.regions.rings.filter((r, i) => this.now.of[i] === k).map((r) => this.zoom.pixel(r[0][0], r[0][1]));
      const style = look.pattern ? { fill: theme.paper, stroke: theme.nodata, lineWidth: 1 } : { fill: look.fill, stroke: theme.ink3, lineWidth: 0.4 };
      this.dots.add(new Marks({ shape: { sign: 'point', size: 1, at }, style, silent: true }));
    });
  }
}

function pattern(look, scale) {
  return look.pattern === 'over' ? over(look.fill, scale) : nodata(scale);
}
