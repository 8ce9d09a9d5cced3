// The ground of the live map. Geometry travels as whole steps from an origin; here it is a plane whose unit is one step to the east and
// whose second axis runs south, stretched so that a metre north is as long as a metre east. Shapes finds what lies under a point of it.
import { steps } from './texts.js';

// Plane turns steps, and degrees, into corners.
export class Plane {
  constructor(ground, aspect) {
    this.origin = ground.origin;
    this.quantum = ground.quantum;
    this.stretch = -1 / aspect; // a degree of latitude is longer than one of longitude
  }

  // corners of a path one behind another: u, v, u, v …
  corners(packed) {
    const path = steps(packed);
    const out = new Float64Array(path.length);
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < path.length; i += 2) {
      x += path[i];
      y += path[i + 1];
      out[i] = x;
      out[i + 1] = y * this.stretch;
    }
    return out;
  }

  point(lon, lat) {
    return [(lon - this.origin[0]) / this.quantum, ((lat - this.origin[1]) / this.quantum) * this.stretch];
  }

  box(view) {
    const a = this.point(view[0], view[3]);
    const b = this.point(view[2], view[1]);
    return [a[0], a[1], b[0], b[1]];
  }
}

// Shapes are regions, cells or points of the ground, with an index of their boxes.
export class Shapes {
  constructor(rings) {
    this.rings = rings; // of each shape: its rings, outsides and holes alike
    this.boxes = rings.map(boxOf);
  }

  static areas(regions, plane) {
    return new Shapes(regions.map((region) => [].concat.apply([], region || []).map((ring) => plane.corners(ring))));
  }

  static points(list, plane) {
    const shapes = new Shapes(list.map((p) => [plane.point(p[0], p[1])]));
    shapes.dots = true;
    return shapes;
  }

  get count() { return this.rings.length; }

  // lines are the rings of all shapes.
  get lines() { return [].concat.apply([], this.rings); }

  middle(i) {
    const b = this.boxes[i];
    return [(b[0] + b[2]) / 2, (b[1] + b[3]) / 2];
  }

  // around is the box around some of the shapes.
  around(list) {
    return list.map((i) => this.boxes[i]).reduce(union, empty());
  }

  // heart is a point inside a shape, for its name: its middle, or the middle of the widest stretch of it on the same height.
  heart(i) {
    const [u, v] = this.middle(i);
    if (this.dots || inside(this.rings[i], u, v)) return [u, v];
    const cuts = crossings(this.rings[i], v);
    let best = [u, u];
    for (let k = 0; k + 1 < cuts.length; k += 2) if (cuts[k + 1] - cuts[k] > best[1] - best[0]) best = [cuts[k], cuts[k + 1]];
    return [(best[0] + best[1]) / 2, v];
  }

  // at is the shape under a point, -1 for none; of points the nearest within reach.
  at(u, v, reach) {
    const near = this.bucket(u, v);
    if (this.dots) return this.nearest(u, v, reach);
    for (let k = 0; k < near.length; k++) {
      const b = this.boxes[near[k]];
      if (u >= b[0] && u <= b[2] && v >= b[1] && v <= b[3] && inside(this.rings[near[k]], u, v)) return near[k];
    }
    return -1;
  }

  nearest(u, v, reach) {
    let best = -1;
    let far = reach * reach;
    this.boxes.forEach((b, i) => {
      const d = (b[0] - u) * (b[0] - u) + (b[1] - v) * (b[1] - v);
      if (d <= far) { best = i; far = d; }
    });
    return best;
  }

  // bucket lists the shapes whose boxes reach into the square of the index that holds a point.
  bucket(u, v) {
    if (!this.index) this.makeIndex();
    return this.index[this.square(u, v).join()] || [];
  }

  square(u, v) {
    return [Math.floor((u - this.frame[0]) / this.step), Math.floor((v - this.frame[1]) / this.step)];
  }

  makeIndex() {
    this.index = {};
    this.frame = this.boxes.reduce(union, empty());
    this.step = Math.max(this.frame[2] - this.frame[0], this.frame[3] - this.frame[1], 1) / Math.max(8, Math.sqrt(this.count));
    this.boxes.forEach((b, i) => {
      if (!(b[0] <= b[2])) return; // vanished at this scale
      const from = this.square(b[0], b[1]);
      const to = this.square(b[2], b[3]);
      for (let x = from[0]; x <= to[0]; x++) {
        for (let y = from[1]; y <= to[1]; y++) (this.index[[x, y].join()] = this.index[[x, y].join()] || []).push(i);
      }
    });
  }

  // towards is the shape whose middle is nearest to that of shape i in a direction, within 45 degrees of it; -1 for none.
  towards(i, du, dv) {
    const from = this.middle(i);
    let best = -1;
    let far = Infinity;
    for (let k = 0; k < this.count; k++) {
      const to = this.middle(k);
      const [u, v] = [to[0] - from[0], to[1] - from[1]];
      const along = u * du + v * dv;
      const d = u * u + v * v;
      if (along > 0 && along * along >= d / 2 && d < far) { best = k; far = d; }
    }
    return best;
  }
}

// outline is the edge of some shapes together: the stretches that only one of them has. Two that meet share their corners.
export function outline(shapes, list) {
  if (list.length === 1) return shapes.rings[list[0]];
  const once = {};
  list.forEach((i) => shapes.rings[i].forEach((ring) => {
    for (let k = 2; k < ring.length; k += 2) {
      const ends = [ring.slice(k - 2, k), ring.slice(k, k + 2)].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      const key = ends[0].join() + ' ' + ends[1].join();
      once[key] = once[key] === undefined ? [ends[0][0], ends[0][1], ends[1][0], ends[1][1]] : null;
    }
  }));
  return Object.keys(once).map((key) => once[key]).filter(Boolean);
}

// inside counts how often a line to the east crosses the rings.
function inside(rings, u, v) {
  return crossings(rings, v).filter((at) => u < at).length % 2 === 1;
}

// crossings are where a line from west to east at v crosses the rings, in order.
function crossings(rings, v) {
  const out = [];
  rings.forEach((r) => {
    for (let i = 0, j = r.length - 2; i < r.length; j = i, i += 2) {
      if ((r[i + 1] > v) !== (r[j + 1] > v)) out.push(((r[j] - r[i]) * (v - r[i + 1])) / (r[j + 1] - r[i + 1]) + r[i]);
    }
  });
  return out.sort((a, b) => a - b);
}

function empty() { return [Infinity, Infinity, -Infinity, -Infinity]; }

function union(a, b) {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function boxOf(rings) {
  const b = empty();
  rings.forEach((r) => {
    for (let i = 0; i < r.length; i += 2) {
      if (r[i] < b[0]) b[0] = r[i];
      if (r[i] > b[2]) b[2] = r[i];
      if (r[i + 1] < b[1]) b[1] = r[i + 1];
      if (r[i + 1] > b[3]) b[3] = r[i + 1];
    }
  });
  return b;
}
