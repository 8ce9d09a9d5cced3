// The colours of the theme by name, as charts/theme.go has them: one theme for page, charts and maps.
export const theme = {};

export function setTheme(read) {
  Object.assign(theme, read.colors);
}
