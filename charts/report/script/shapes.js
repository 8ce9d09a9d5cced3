// What the live map is drawn with: shapes of the drawing library below ECharts, so that thousands of outlines are one path.
import Path from 'zrender/lib/graphic/Path.js';

// Land is many rings or lines as one path, given at factor 1 in pixels.
export const Land = Path.extend({
  type: 'land',
  shape: { lines: [], closed: true },
  buildPath(ctx, shape) {
    shape.lines.forEach((line) => {
      for (let i = 0; i < line.length; i += 2) {
        if (i === 0) ctx.moveTo(line[0], line[1]);
        else ctx.lineTo(line[i], line[i + 1]);
      }
      if (shape.closed) ctx.closePath();
    });
  },
});

// Marks are one sign drawn at many points as one path.
export const Marks = Path.extend({
  type: 'marks',
  shape: { sign: 'dot', size: 1, at: [] },
  buildPath(ctx, shape) {
    shape.at.forEach((p) => {
      if (ROUND[shape.sign]) {
        ctx.moveTo(p[0] + ROUND[shape.sign] * shape.size, p[1]);
        ctx.arc(p[0], p[1], ROUND[shape.sign] * shape.size, 0, 2 * Math.PI);
        return;
      }
      CORNERS[shape.sign].forEach((c, i) => ctx[i ? 'lineTo' : 'moveTo'](p[0] + c[0] * shape.size, p[1] + c[1] * shape.size));
      ctx.closePath();
    });
  },
});

// The signs in pixels around their point: radii of the round ones, corners of the others.
const ROUND = { dot: 2.7, ring: 3.2, uncounted: 2.7, point: 2.6, disc: 9.5 };
const CORNERS = {
  star: [[0, -8.5], [2, -2.75], [8.1, -2.6], [3.2, 1.05], [5, 6.9], [0, 3.4], [-5, 6.9], [-3.2, 1.05], [-8.1, -2.6], [-2, -2.75]],
  square: [[-4, -4], [4, -4], [4, 4], [-4, 4]],
  triangle: [[0, -4.8], [5, 3.9], [-5, 3.9]],
  diamond: [[0, -11], [11, 0], [0, 11], [-11, 0]],
  cross: [[0, 0], [-7, -7], [0, 0], [7, -7], [0, 0], [7, 7], [0, 0], [-7, 7]],
};
