// What the reader has chosen, kept in the address after "#", so that a view can be passed on: layer (of the map), u (the chosen unit, c12),
// how (the number whose drawer is open), and of each table what it sorts by, searches and filters.
const state = {};
const listeners = {};

export function get(key) {
  return state[key] || '';
}

// on calls back whenever a key changes.
export function on(key, listener) {
  (listeners[key] = listeners[key] || []).push(listener);
}

// set changes a key; an empty value removes it.
export function set(key, value) {
  if (get(key) === (value || '')) return;
  if (value) state[key] = value;
  else delete state[key];
  history.replaceState(null, '', address());
  tell(key);
}

// start reads the address once everybody listens.
export function start() {
  read();
  window.addEventListener('hashchange', read);
}

function read() {
  if (/^#[^=]+$/.test(location.hash)) return; // a link to a place in the page
  const next = {};
  location.hash.slice(1).split('&').forEach((pair) => {
    const at = pair.indexOf('=');
    if (at > 0) next[decode(pair.slice(0, at))] = decode(pair.slice(at + 1));
  });
  Object.keys(Object.assign({}, state, next)).forEach((key) => {
    if (get(key) === (next[key] || '')) return;
    if (next[key]) state[key] = next[key];
    else delete state[key];
    tell(key);
  });
}

function tell(key) {
  (listeners[key] || []).forEach((listener) => listener(get(key)));
}

function address() {
  const pairs = Object.keys(state).sort().map((key) => encodeURIComponent(key) + '=' + encodeURIComponent(state[key]));
  return '#' + pairs.join('&');
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch (e) {
    return text; // a broken address is no reason to stop
  }
}
