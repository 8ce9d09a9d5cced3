// Zoom is where the map stands in its frame: from the plane of the ground to pixels. At factor 1 all of it is seen.
export class Zoom {
  constructor(box, finest) {
    this.box = box; // of the plane, that fills the frame at factor 1
    this.finest = finest; // pixels that one unit of the plane may at most have
    this.k = 1;
    this.x = 0;
    this.y = 0;
  }

  // frame gives the map a size in pixels; what stood in the middle stays there.
  frame(width, height) {
    const middle = this.width ? this.plane(this.width / 2, this.height / 2) : null;
    const [u, v] = [this.box[2] - this.box[0], this.box[3] - this.box[1]];
    this.width = width;
    this.height = height;
    this.base = Math.min(width / u, height / v);
    this.left = (width - u * this.base) / 2 - this.box[0] * this.base;
    this.top = (height - v * this.base) / 2 - this.box[1] * this.base;
    this.most = Math.max(4, Math.min(60, this.finest / this.base));
    if (middle) this.center(middle, this.k);
  }

  // flat is a point of the plane in pixels at factor 1, where shapes are drawn; pixel is where it is seen.
  flat(u, v) { return [u * this.base + this.left, v * this.base + this.top]; }

  pixel(u, v) {
    const p = this.flat(u, v);
    return [p[0] * this.k + this.x, p[1] * this.k + this.y];
  }

  plane(x, y) {
    return [((x - this.x) / this.k - this.left) / this.base, ((y - this.y) / this.k - this.top) / this.base];
  }

  // by multiplies the factor; what is seen at x, y stays there.
  by(factor, x, y) {
    const k = this.bound(this.k * factor);
    this.x = x - ((x - this.x) * k) / this.k;
    this.y = y - ((y - this.y) * k) / this.k;
    this.k = k;
    this.clamp();
  }

  move(dx, dy) {
    this.x += dx;
    this.y += dy;
    this.clamp();
  }

  whole() {
    this.k = 1;
    this.clamp();
  }

  // show brings a box of the plane into view, with its surroundings.
  show(box) {
    const [u, v] = [Math.max(box[2] - box[0], 1), Math.max(box[3] - box[1], 1)];
    const k = Math.min(this.width / u, this.height / v) / this.base / 1.8;
    this.center([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], this.bound(k));
  }

  // has reports whether a point of the plane is in view.
  has(u, v) {
    const p = this.pixel(u, v);
    return p[0] > 0 && p[0] < this.width && p[1] > 0 && p[1] < this.height;
  }

  center(middle, k) {
    const p = this.flat(middle[0], middle[1]);
    this.k = this.bound(k);
    this.x = this.width / 2 - p[0] * this.k;
    this.y = this.height / 2 - p[1] * this.k;
    this.clamp();
  }

  // bound keeps a factor between the whole and the finest; three decimals, as an SVG of ours can say it.
  bound(k) {
    return Math.round(Math.max(1, Math.min(this.most, k)) * 1000) / 1000;
  }

  // clamp lets the map never leave its frame.
  clamp() {
    this.x = Math.min(0, Math.max(this.width - this.width * this.k, this.x));
    this.y = Math.min(0, Math.max(this.height - this.height * this.k, this.y));
  }
}
