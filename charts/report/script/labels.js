// Labels of the map that never lie on one another. They are given in the order of their rights; one that finds no place is left out,
// unless it must be drawn.

// arrange draws each label {x, y, width, height, moves, must, draw} in its place: the first of its moves at which nothing lies under it.
// taken are boxes that no label may lie on, shunned those that it lies on only where it finds no other place.
export function arrange(labels, taken, shunned, width, height) {
  const boxes = taken.slice();
  labels.forEach((label) => {
    const free = (box, others) => !others.some((o) => meet(box, o));
    const inside = (b) => b[0] >= 1 && b[1] >= 1 && b[2] <= width - 1 && b[3] <= height - 1;
    const tries = label.moves.map((m) => [label.x + m[0], label.y + m[1]]);
    const fits = (at, others) => { const b = boxOf(label, at); return inside(b) && free(b, others); };
    const at = tries.filter((t) => fits(t, boxes.concat(shunned)))[0] || tries.filter((t) => fits(t, boxes))[0] || (label.must ? tries[0] : null);
    if (!at) return;
    boxes.push(boxOf(label, at));
    label.draw(at[0], at[1]);
  });
}

// around are the places of a label beside its point: on it, above, below, left, right and between.
export function around(dx, dy) {
  return [[0, 0], [0, -dy], [0, dy], [-dx, 0], [dx, 0], [-dx, -dy], [dx, -dy], [-dx, dy], [dx, dy]];
}

// textWidth is about how wide a text is drawn: Han characters are square, others a little more than half as wide.
export function textWidth(text, size) {
  let width = 0;
  for (const c of text) width += c.codePointAt(0) < 0x2e80 ? 0.56 : 1;
  return width * size;
}

export function square(x, y, half) { return [x - half, y - half, x + half, y + half]; }

function boxOf(label, at) {
  return [at[0] - label.width / 2, at[1] - label.height / 2, at[0] + label.width / 2, at[1] + label.height / 2];
}

function meet(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
