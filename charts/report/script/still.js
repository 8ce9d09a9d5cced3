// Draws a figure as SVG text where there is no page: the program runs this when it writes one. The same options, functions and marks as
// in the live page; only the text is measured by a table of widths, for there are no fonts here.
import { init, registerTheme, setPlatformAPI } from './echarts.js';
import { height, optionAt, spread } from './option.js';
import { look, setTheme } from './theme.js';

// About how wide a text is: Han characters are square, others as in the usual typefaces of pages, bold a little wider.
const NARROW = " .,:;'|!il()[]/";
setPlatformAPI({
  measureText(text, font) {
    const size = parseFloat((/([0-9.]+)px/.exec(font) || [0, 12])[1]);
    let em = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      em += c > '\u2e7f' ? 1 : NARROW.indexOf(c) >= 0 ? 0.3 : c === 'm' || c === 'w' || (c >= 'A' && c <= 'Z') ? 0.72 : 0.57;
    }
    return { width: em * size * (/bold|[6-9]00/.test(font) ? 1.06 : 1) };
  },
});

// Paper has more room for the names of rows than a phone has, and nobody can point at one that is cut short.
const NAMES = 1.3;

globalThis.still = function (figureJSON, themeJSON, width) {
  setTheme(JSON.parse(themeJSON));
  registerTheme('quarter', look());
  const figure = JSON.parse(figureJSON);
  if (figure.names && !figure.cross) figure.names = figure.names.map((room) => room * NAMES);
  const chart = init(null, 'quarter', { renderer: 'svg', ssr: true, width: spread(figure, width), height: height(figure, width) });
  chart.setOption(optionAt(figure, width));
  const drawn = chart.renderToSVGString();
  chart.dispose();
  return drawn;
};
