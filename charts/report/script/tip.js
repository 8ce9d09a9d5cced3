// A tooltip is made of elements with text in them, never of markup.
export function tip(head, row) {
  const box = document.createElement('div');
  box.className = 'tip';
  add(box, 'b', row[0]);
  head.forEach((label, i) => {
    if (!row[i + 1]) return;
    const line = add(box, 'div', '');
    add(line, 'span', label);
    add(line, 'i', row[i + 1]);
  });
  return box;
}

// add puts a new element with a text at the end of another.
export function add(parent, tag, text) {
  const el = document.createElement(tag);
  el.textContent = text;
  parent.appendChild(el);
  return el;
}
