// The page's only script. It reads JSON from the page, draws the figures and makes the tables sort, search and turn pages. Nothing in
// the data is ever run: options hold names of functions, never code, and every text is set as text.
import { drawFigures } from './figures.js';
import { start } from './state.js';
import { makeTables } from './tables.js';
import { setTheme } from './theme.js';

document.documentElement.classList.add('js');
const read = (id) => JSON.parse(document.getElementById(id).textContent);
setTheme(read('quarter-theme'));
drawFigures(read('quarter-figures'), read('quarter-words'));
makeTables(read('quarter-words'));
start();
document.documentElement.classList.add('ready');
