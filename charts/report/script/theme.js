// The colours of the theme by name and its typeface, as charts/theme.go has them: one theme for page, charts and maps.
export const theme = {};

export function setTheme(read) {
  Object.assign(theme, read.colors, { font: read.font });
}

// look is the theme of every chart: what an option leaves out. Nothing moves: a page that is printed while it is still moving is wrong.
export function look() {
  const line = (color, show) => ({ show, lineStyle: { color, width: 1 } });
  const axis = (category) => ({
    axisLine: Object.assign({ onZero: false }, line(theme.rule, category)),
    axisTick: { show: false },
    axisLabel: { color: category ? theme.ink : theme.ink3, fontSize: category ? 13 : 12, showMinLabel: null, showMaxLabel: null },
    splitLine: line(theme.hair, !category),
  });
  return {
    animation: false,
    textStyle: { color: theme.ink, fontFamily: theme.font },
    valueAxis: axis(false),
    categoryAxis: axis(true),
    tooltip: {
      confine: true, transitionDuration: 0, backgroundColor: theme.paper, borderColor: theme.ink, borderWidth: 1, padding: [8, 12],
      textStyle: { color: theme.ink, fontSize: 13 }, extraCssText: 'box-shadow:none;border-radius:0;max-width:320px;white-space:normal',
    },
  };
}
