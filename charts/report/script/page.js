// The page as a whole: the way to its sections, and printing.

// makeNavigation marks the section that is read and leads to the others without touching the address, which holds the state of the view.
export function makeNavigation() {
  const links = Array.prototype.slice.call(document.querySelectorAll('.toc a'));
  const sections = links.map((a) => document.getElementById(a.getAttribute('href').slice(1)));
  links.forEach((a, i) => a.addEventListener('click', (e) => {
    e.preventDefault();
    sections[i].scrollIntoView();
    sections[i].tabIndex = -1;
    sections[i].focus({ preventScroll: true });
  }));
  const mark = () => {
    const top = 60;
    let current = -1;
    sections.forEach((s, i) => { if (s.getBoundingClientRect().top <= top) current = i; });
    links.forEach((a, i) => (i === current ? a.setAttribute('aria-current', 'true') : a.removeAttribute('aria-current')));
  };
  let waiting = false;
  window.addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
}

// makePrint shows the word that prints the report.
export function makePrint() {
  const button = document.getElementById('print');
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
