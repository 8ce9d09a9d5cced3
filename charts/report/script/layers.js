// The tabs of the map's layers: they show the headline, the sentence and the legend of one layer. The layer stands in the address.
import { get, on, set } from './state.js';

export function makeLayers() {
  const tabs = Array.prototype.slice.call(document.querySelectorAll('.tabs [data-layer]'));
  if (!tabs.length) return;
  const keys = tabs.map((tab) => tab.getAttribute('data-layer'));
  const choose = (i) => set('layer', i === 0 ? '' : keys[i]);
  tabs.forEach((tab, i) => {
    tab.addEventListener('click', () => choose(i));
    tab.addEventListener('keydown', (e) => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, ' ': 0, Enter: 0 }[e.key];
      if (by === undefined) return;
      e.preventDefault();
      const next = (i + by + tabs.length) % tabs.length;
      choose(next);
      tabs[next].focus();
    });
  });
  const show = () => {
    const now = layerOf(keys);
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-checked', String(i === now));
      tab.tabIndex = i === now ? 0 : -1;
    });
    Array.prototype.forEach.call(document.querySelectorAll('.lay'), (el) => el.classList.toggle('on', el.getAttribute('data-layer') === keys[now]));
  };
  on('layer', show);
  show();
}

// layerOf is the place of the chosen layer among the keys; an unknown one is the first.
export function layerOf(keys) {
  return Math.max(0, keys.indexOf(get('layer')));
}
