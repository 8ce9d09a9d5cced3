// Work that the page can wait for: what is in view is done first, the rest in idle slices, so that the page can be read and scrolled
// meanwhile. html.ready says that all in view is done, html.done that everything is.

const SLICE = 24; // milliseconds that a slice of work may take; a longer task has one of its own

// whenIdle runs the controls, which are small, and then the tasks {box, run}, the nearest to the view first.
export function whenIdle(controls, tasks) {
  const left = tasks.slice();
  const page = document.documentElement.classList;
  const say = () => {
    const waiting = left.some(inView);
    if (!waiting) page.add('ready');
    if (left.length) later(step, waiting);
    else page.add('done');
  };
  const step = () => {
    const order = nearest(left);
    const until = performance.now() + SLICE;
    do {
      const task = order.shift();
      left.splice(left.indexOf(task), 1);
      attempt(task);
      const section = part(task.box);
      if (!left.some((other) => part(other.box) === section)) section.classList.add('laid');
    } while (order.length && performance.now() < until);
    say();
  };
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    controls.forEach(attempt);
  };
  window.addEventListener('beforeprint', begin); // paper needs the open sheet, however early it is asked for
  requestAnimationFrame(() => setTimeout(() => { begin(); say(); }, 0)); // after the first paint
}

// attempt runs a task; where one fails it is reported, and the others still run.
function attempt(task) {
  try {
    task.run();
  } catch (e) {
    setTimeout(() => { throw e; }, 0);
  }
}

function nearest(tasks) {
  return tasks.map((task) => ({ task, far: far(task) })).sort((a, b) => a.far - b.far).map((t) => t.task);
}

function later(step, soon) {
  if (soon || !window.requestIdleCallback) setTimeout(step, 0);
  else window.requestIdleCallback(step, { timeout: 200 });
}

function inView(task) { return far(task) === 0; }

// far is the distance of a task's box from the view in pixels; in a section out of view that of the section, whose inside is not laid out yet.
function far(task) {
  return away(part(task.box)) || away(task.box);
}

function away(el) {
  const box = el.getBoundingClientRect();
  return Math.max(0, box.top - window.innerHeight, -box.bottom);
}

// part is the section that a box stands in.
function part(box) { return box.closest('main>section') || box; }

// onWidth calls back when the window has another width; a phone's bars change its height only.
export function onWidth(listener) {
  let wide = window.innerWidth;
  window.addEventListener('resize', () => {
    if (!(window.innerWidth > 0) || window.innerWidth === wide) return;
    wide = window.innerWidth;
    listener();
  });
}
