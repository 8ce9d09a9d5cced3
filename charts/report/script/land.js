// The map of the page as read from its block: geometry in the plane, units by their keys.
import { Plane, Shapes, outline } from './ground.js';
import { indexes } from './texts.js';

export class Ground {
  constructor(map, above) {
    this.map = map;
    const view = map.view;
    this.plane = new Plane(map.ground, (map.aspect * (view[3] - view[1])) / (view[2] - view[0]));
    this.box = this.plane.box(view);
    this.regions = map.points ? Shapes.points(map.points, this.plane) : Shapes.areas(map.ground.regions, this.plane);
    this.parent = indexes(map.parent);
    this.blind = this.areas(map.blind);
    this.above = above || [];
  }

  // cells are read when they are first drawn: there may be tens of thousands.
  get cells() {
    this.read = this.read || Shapes.areas(this.map.cells, this.plane);
    return this.read;
  }

  // metersLong is a metre on the ground in units of the plane, on the latitude of the scale bar.
  metersLong() {
    const s = this.map.scale;
    return (this.plane.point(s.to[0], s.to[1])[0] - this.plane.point(s.from[0], s.from[1])[0]) / s.meters;
  }

  areas(regions) { return Shapes.areas(regions || [], this.plane); }

  lines(paths) { return (paths || []).map((path) => this.plane.corners(path)); }

  // shapes are what a layer colours.
  shapes(layer) { return layer.cells ? this.cells : this.regions; }

  // unit is the region of a shape of a layer, -1 for none.
  unit(layer, i) { return layer.cells && i >= 0 ? this.parent[i] : i; }

  // list are the regions of a unit, by its key: itself, or all that lie in it.
  list(key) {
    const i = this.map.units.indexOf(key);
    if (i >= 0) return [i];
    return this.above.map((k, r) => (k === key ? r : -1)).filter((r) => r >= 0);
  }

  outline(list) { return outline(this.regions, list); }

  // circles are the outline of the service circles, cut where it leaves the ground.
  circles() {
    const out = { inside: [], outside: [] };
    this.lines(this.map.circles).forEach((line) => {
      let run = [];
      let was;
      for (let i = 0; i < line.length; i += 2) {
        const is = this.regions.at(line[i], line[i + 1], 0) >= 0;
        if (was !== undefined && is !== was) {
          const p = this.border(line, i, was);
          out[was ? 'inside' : 'outside'].push(run.concat(p));
          run = p;
        }
        run = run.concat([line[i], line[i + 1]]);
        was = is;
      }
      out[was ? 'inside' : 'outside'].push(run);
    });
    return out;
  }

  // border is the point of the stretch that ends at corner i where the ground ends or begins.
  border(line, i, was) {
    let a = [line[i - 2], line[i - 1]];
    let b = [line[i], line[i + 1]];
    for (let n = 0; n < 12; n++) {
      const m = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      if ((this.regions.at(m[0], m[1], 0) >= 0) === was) a = m;
      else b = m;
    }
    return a;
  }
}
