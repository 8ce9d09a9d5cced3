// The sheets of the communities. They come as markup of our own that is not yet part of the page; one at a time is put in.
import { askable } from './drawer.js';
import { button, element } from './parts.js';
import * as state from './state.js';

const END = '</article>';

export function sheets(words) {
  const store = document.getElementById('sheets');
  const place = document.getElementById('sheet-open');
  const texts = store && place ? store.textContent.split(END).filter((text) => text.indexOf('<article') >= 0) : [];
  if (!texts.length) return;
  const units = texts.map((text) => /data-u="(\w+)"/.exec(text)[1]);
  let at = -1;
  const open = (i) => {
    if (i === at) return;
    at = i;
    place.textContent = '';
    place.appendChild(article(texts[i]));
    askable(place);
    pick.show(i);
    back.disabled = i === 0;
    next.disabled = i === units.length - 1;
  };
  const choose = (i) => state.set('u', units[i]);
  const pick = picker(texts, words, choose);
  const back = button(words.sheetBack, () => choose(at - 1));
  const next = button(words.sheetNext, () => choose(at + 1));
  const bar = element('div', 'sheetbar');
  const right = element('span', 'right');
  right.appendChild(button(words.printSheet, () => printAs('print-sheet')));
  right.appendChild(button(words.printSheets, () => printAll(place, texts, at)));
  [back, next, pick.el, pick.list, right].forEach((e) => bar.appendChild(e));
  place.parentNode.insertBefore(bar, place);
  const follow = (unit) => {
    const i = units.indexOf(unit);
    if (i >= 0) open(i);
  };
  open(Math.max(0, texts.findIndex((text) => /^[^>]*data-first/.test(text.slice(text.indexOf('<article'))))));
  state.on('u', follow);
  follow(state.get('u'));
}

// article makes one sheet; a template runs nothing that it holds.
function article(text) {
  const template = document.createElement('template');
  template.innerHTML = text + END;
  return template.content.querySelector('article');
}

// picker finds a community by its name. The names are read when somebody looks for one.
function picker(texts, words, choose) {
  const find = element('input');
  const list = element('datalist');
  list.id = 'sheet-names';
  find.type = 'search';
  find.setAttribute('list', list.id);
  find.setAttribute('aria-label', words.sheetPick);
  let names = null;
  const read = () => {
    if (names) return;
    names = distinct(texts.map((text) => label(text)));
    names.forEach((name) => { list.appendChild(element('option')).value = name; });
  };
  let current = '';
  find.addEventListener('focus', () => {
    read();
    find.value = ''; // the whole list opens
  });
  find.addEventListener('blur', () => { find.value = current; });
  find.addEventListener('input', () => {
    const i = names.indexOf(find.value);
    if (i < 0) return;
    choose(i);
    find.blur();
  });
  const show = (i) => {
    current = names ? names[i] : label(texts[i]);
    find.value = current;
  };
  return { el: find, list, show };
}

// label is the name of a community and where it lies, from the head of its sheet.
function label(text) {
  const head = article(text.slice(0, text.indexOf('</header>'))).querySelector('header');
  return Array.prototype.map.call(head.querySelectorAll('h3, h3 + span'), (el) => el.textContent.trim()).join(' ');
}

// distinct numbers labels that stand twice.
function distinct(labels) {
  const seen = {};
  return labels.map((text) => {
    seen[text] = (seen[text] || 0) + 1;
    return seen[text] > 1 ? text + ' ' + seen[text] : text;
  });
}

// printAs prints with a class on the page, which says what of it goes on paper.
function printAs(name) {
  const root = document.documentElement;
  root.classList.add(name);
  window.print();
  root.classList.remove(name);
}

function printAll(place, texts, at) {
  const shown = place.firstChild;
  texts.forEach((text, i) => place.appendChild(i === at ? shown : article(text)));
  printAs('print-sheets');
  place.textContent = '';
  place.appendChild(shown);
}
