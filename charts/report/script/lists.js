// What narrows a table down: a search, the chips of a list, and lists of the values of a column. What is chosen stands in the address.

// filters makes the controls of a table and returns them.
export function filters(table) {
  const controls = [];
  const chips = table.box.querySelector('.chips');
  if (chips) controls.push(chipRow(table, chips));
  if (table.total > table.few || chips) controls.push(search(table));
  table.heads.forEach((th, i) => {
    if (th.hasAttribute('data-pick') && table.total > table.few) controls.push(pick(table, i));
  });
  return controls;
}

function search(table) {
  const find = document.createElement('input');
  find.type = 'search';
  find.placeholder = table.words.find;
  find.setAttribute('aria-label', table.words.find);
  find.addEventListener('input', () => table.choose({ q: find.value, page: '' }));
  return { el: find, show: () => { if (find.value !== table.chosen('q')) find.value = table.chosen('q'); } };
}

// chipRow turns the counts that stand in the page into buttons.
function chipRow(table, row) {
  const key = 'f' + row.getAttribute('data-column');
  const buttons = Array.prototype.map.call(row.querySelectorAll('span'), (span) => {
    const button = document.createElement('button');
    button.type = 'button';
    const value = span.getAttribute('data-value');
    while (span.firstChild) button.appendChild(span.firstChild);
    span.parentNode.replaceChild(button, span);
    button.addEventListener('click', () => table.choose({ [key]: value, page: '' }));
    return { button, value };
  });
  return { el: row, show: () => buttons.forEach((b) => b.button.setAttribute('aria-pressed', String(b.value === table.chosen(key)))) };
}

// pick is a list of the values of a column. A long table is read only when somebody opens it.
function pick(table, i) {
  const key = 'f' + i;
  const name = table.title(i);
  const select = document.createElement('select');
  select.setAttribute('aria-label', name);
  const add = (value, label) => {
    const option = document.createElement('option');
    option.value = value;
    option.textContent = label;
    select.appendChild(option);
  };
  add('', table.words.allOf.replace('{name}', name));
  let filled = false;
  const fill = () => {
    if (filled) return;
    filled = true;
    table.values(i).forEach((value) => add(value, value));
    select.value = table.chosen(key);
  };
  ['focus', 'mousedown', 'touchstart'].forEach((event) => select.addEventListener(event, fill, { passive: true }));
  select.addEventListener('change', () => table.choose({ [key]: select.value, page: '' }));
  return { el: select, show: () => { if (table.chosen(key)) fill(); select.value = table.chosen(key); } };
}
