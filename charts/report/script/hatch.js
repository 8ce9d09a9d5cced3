// Hatching: grey lines one way where data is missing, orange lines the other way where no circle reaches.
export const NODATA = hatch('nodata', '#fff', 1, 'M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5', '#8E979F');
export const BLIND = hatch('blind', '#fff', 0.9, 'M-1.5 4.5L1.5 7.5M0 0L6 6M4.5 -1.5L7.5 1.5', '#C2560B');

function hatch(key, ground, opacity, lines, stroke) {
  return {
    svgElement: {
      tag: 'g', attrs: {}, key, children: [
        { tag: 'rect', attrs: { width: 6, height: 6, fill: ground, 'fill-opacity': opacity }, key: 'ground' },
        { tag: 'path', attrs: { d: lines, stroke, 'stroke-width': 0.9 }, key: 'lines' },
      ],
    },
    svgWidth: 6,
    svgHeight: 6,
  };
}
