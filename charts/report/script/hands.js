// What a reader does to the map: points, clicks, drags, pinches, scrolls with Ctrl, uses the keyboard. Positions are pixels of the map.

const STILL = 4; // pixels that a finger or a mouse may move in a click

// makeHands calls the map: point, leave, click, twice, drag, rest, zoom, refuse, key.
export function makeHands(sense, map) {
  const down = {}; // pointers by id
  let start = null; // where the first one went down
  let moved = false;
  // A wall screen enlarges the page: then pixels of the event are not those of the map.
  const at = (e) => {
    const larger = sense.getBoundingClientRect().width / sense.clientWidth || 1;
    return [e.offsetX / larger, e.offsetY / larger];
  };
  const all = () => Object.keys(down).map((id) => down[id]);

  sense.addEventListener('pointerdown', (e) => {
    if (e.button > 0) return;
    down[e.pointerId] = at(e);
    if (all().length > 1) {
      moved = true;
      return;
    }
    start = at(e);
    moved = false;
  });
  sense.addEventListener('pointermove', (e) => {
    const was = down[e.pointerId];
    if (!was) {
      if (e.pointerType !== 'touch') map.point(at(e)[0], at(e)[1]);
      return;
    }
    const before = pair(all());
    const now = at(e);
    if (!moved && far(start, now) < STILL) return;
    moved = true;
    capture(sense, e.pointerId);
    down[e.pointerId] = now;
    if (before) pinch(before, pair(all()), map);
    else map.drag(now[0] - was[0], now[1] - was[1]);
  });
  const up = (e) => {
    if (!down[e.pointerId]) return;
    delete down[e.pointerId];
    if (all().length) return;
    if (moved) map.rest();
    else if (e.type === 'pointerup') map.click(at(e)[0], at(e)[1]);
  };
  sense.addEventListener('pointerup', up);
  sense.addEventListener('pointercancel', up);
  sense.addEventListener('pointerleave', (e) => { if (e.pointerType !== 'touch') map.leave(); }); // a finger leaves what it has shown
  sense.addEventListener('dblclick', (e) => map.twice(at(e)[0], at(e)[1]));
  sense.addEventListener('wheel', (e) => {
    if (!e.ctrlKey && !e.metaKey) {
      map.refuse();
      return;
    }
    e.preventDefault();
    map.zoom(Math.pow(1.0025, -Math.max(-200, Math.min(200, e.deltaY * (e.deltaMode ? 30 : 1)))), at(e)[0], at(e)[1]);
  }, { passive: false });
  sense.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || !map.key(e.key)) return;
    e.preventDefault();
    e.stopPropagation();
  });
}

function capture(sense, id) {
  try {
    sense.setPointerCapture(id);
  } catch (e) { /* the pointer is gone: nothing to hold */ }
}

function pair(points) {
  return points.length === 2 ? { x: (points[0][0] + points[1][0]) / 2, y: (points[0][1] + points[1][1]) / 2, far: far(points[0], points[1]) } : null;
}

function pinch(before, now, map) {
  map.drag(now.x - before.x, now.y - before.y);
  if (before.far > 0) map.zoom(now.far / before.far, now.x, now.y);
}

function far(a, b) { return Math.hypot(a[0] - b[0], a[1] - b[1]); }
