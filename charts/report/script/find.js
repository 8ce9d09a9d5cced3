// The search above the map: a box, and a list of the places whose name or code holds what was typed.
import { add } from './tip.js';

const MOST = 50; // places that the list shows

// makeFind calls back with the key of the place that was chosen; read gives all places [key, name, code, name of the unit above].
export function makeFind(read, chosen) {
  const box = document.querySelector('.find input');
  if (!box) return;
  const list = document.getElementById('map-found');
  let found = [];
  let at = -1;
  const close = () => {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const mark = (i) => {
    at = i;
    Array.prototype.forEach.call(list.children, (li, k) => li.setAttribute('aria-selected', String(k === i)));
    if (i < 0) return;
    box.setAttribute('aria-activedescendant', list.children[i].id);
    list.scrollTop = Math.max(Math.min(list.scrollTop, list.children[i].offsetTop), list.children[i].offsetTop + list.children[i].offsetHeight - list.clientHeight);
  };
  const take = (i) => {
    box.value = found[i][1];
    close();
    chosen(found[i][0]);
  };
  const look = () => {
    found = match(read(), box.value);
    list.textContent = '';
    found.forEach((place, i) => list.appendChild(option(place, i, () => take(i))));
    if (!found.length && box.value.trim()) add(list, 'li', list.getAttribute('data-none'));
    list.hidden = !list.children.length;
    box.setAttribute('aria-expanded', String(!list.hidden));
    mark(found.length ? 0 : -1);
  };
  box.addEventListener('input', look);
  box.addEventListener('focus', () => { if (box.value) box.select(); });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && list.hidden) look();
    else if (step && found.length) mark((at + step + found.length) % found.length);
    else if (e.key === 'Enter' && !list.hidden && at >= 0) take(at);
    else if (e.key === 'Escape' && (!list.hidden || box.value)) { box.value = ''; close(); } else return;
    e.preventDefault();
    e.stopPropagation();
  });
}

function option(place, i, take) {
  const li = document.createElement('li');
  li.id = 'map-found-' + i;
  li.setAttribute('role', 'option');
  li.textContent = place[1];
  if (place[3] || place[2]) add(li, 'span', [place[3], place[2] === place[1] ? '' : place[2]].filter(Boolean).join(' '));
  li.addEventListener('mousedown', (e) => { e.preventDefault(); take(); }); // before the box loses the focus
  return li;
}

// match are the places that hold a text in their name or at the start of their code, those first whose name begins with it.
function match(places, text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [];
  const rank = (place) => {
    const in1 = place[1].toLowerCase().indexOf(wanted);
    if (in1 >= 0) return Math.min(in1, 1);
    return place[2].toLowerCase().indexOf(wanted) === 0 ? 2 : -1;
  };
  return [0, 1, 2].reduce((out, r) => out.concat(places.filter((place) => rank(place) === r)), []).slice(0, MOST);
}
