// Explanations stand open in the page, for readers without the script. With it they close, so that the list can be overlooked; paper gets
// them all.
export function explanations() {
  const all = Array.prototype.slice.call(document.querySelectorAll('details.how'));
  const each = (open) => all.forEach((d) => { d.open = open; });
  each(false);
  window.addEventListener('beforeprint', () => each(true));
  window.addEventListener('afterprint', () => each(false));
}
