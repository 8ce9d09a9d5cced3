// Hatching: grey lines one way where data is missing, orange lines the other way where no circle reaches, dark lines where a cell holds
// too many. Scale is that of the shape that is filled: the lines stay as far apart.
import { theme } from './theme.js';

const RISING = 'M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5';
const FALLING = 'M-1.5 4.5L1.5 7.5M0 0L6 6M4.5 -1.5L7.5 1.5';

export function nodata(scale) { return hatch('nodata', theme.paper, 1, RISING, theme.nodata, 0.9, scale); }

export function blind(scale) { return hatch('blind', theme.paper, 0.93, FALLING, theme.not, 0.9, scale); }

export function over(fill, scale) { return hatch('over', fill, 1, FALLING, theme['not-ink'], 1, scale); }

function hatch(key, ground, opacity, lines, stroke, width, scale) {
  return {
    svgElement: {
      tag: 'g', attrs: {}, key, children: [
        { tag: 'rect', attrs: { width: 6, height: 6, fill: ground, 'fill-opacity': opacity }, key: 'ground' },
        { tag: 'path', attrs: { d: lines, stroke, 'stroke-width': width }, key: 'lines' },
      ],
    },
    svgWidth: 6,
    svgHeight: 6,
    scaleX: 1 / scale,
    scaleY: 1 / scale,
  };
}
