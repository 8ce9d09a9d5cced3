// Small parts that the page's own controls are made of. Every text is set as text.

export function element(tag, className, text) {
  const el = document.createElement(tag);
  if (className) el.className = className;
  if (text !== undefined) el.textContent = text;
  return el;
}

export function button(label, act) {
  const el = element('button', '', label);
  el.type = 'button';
  el.addEventListener('click', act);
  return el;
}

// fill puts values into the braces of a text; a value is never looked at again.
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (brace, name) => values[name]);
}

// grouped writes a count with commas between thousands.
export function grouped(n) {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

// attribute sets an attribute, or takes it away where there is no value.
export function attribute(el, name, value) {
  if (value) el.setAttribute(name, value);
  else el.removeAttribute(name);
}
