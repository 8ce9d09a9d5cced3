// The page's only script. It reads JSON from the page, draws the figures and makes the tables sort, search and turn pages. Nothing in
// the data is ever run: options hold names of functions, never code, and every text is set as text.
import { drawer } from './drawer.js';
import { explanations } from './explanations.js';
import { figures } from './figures.js';
import { map } from './map.js';
import { makeNavigation, makePrint } from './page.js';
import { sheets } from './sheets.js';
import { start } from './state.js';
import { makeTables, rowOf } from './tables.js';
import { onWidth, whenIdle } from './tasks.js';
import { setTheme } from './theme.js';

document.documentElement.classList.add('js');
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const words = read('quarter-words');
setTheme(read('quarter-theme'));
const drawings = map().concat(figures());
const controls = [{ run: explanations }, { run: makePrint }, { run: makeNavigation }, { run: () => drawer(words, rowOf) }, { run: () => sheets(words) }];
const sections = Array.prototype.map.call(document.querySelectorAll('main>section'), (box) => ({ box, run() {} }));
whenIdle(controls, makeTables(words).concat(drawings, sections));
onWidth(() => drawings.forEach((d) => d.fit()));
start();
