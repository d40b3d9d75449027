// What the browser takes for the same table when nothing is worked out: the page as it stands, without its program, and a few
// lines that write other figures into its rows. Less than this no program could take for this picture.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Runs in the page that is left; it may use nothing from outside.
function program() {
  const view = document.querySelector('.grid-scroll');
  const body = view.querySelector('tbody');
  const rows = [...body.querySelectorAll('tr:not(.padding)')];
  const input = body.querySelector('.cell-input');
  const [before, after] = body.querySelectorAll('.padding td');
  const height = 34;
  const all = Number(before.getAttribute('height')) / height + rows.length + Number(after.getAttribute('height')) / height;
  let first = 0;
  let entered = 0;
  /** Other figures in the computed cells of a row, with their bars. */
  const renew = (row) => {
    for (const cell of row.querySelectorAll('td.computed, .col-seats')) {
      const text = cell.lastChild;
      if (text?.nodeType === Node.TEXT_NODE) text.data = text.data.replace(/\d$/, (digit) => (Number(digit) + 1) % 10);
      cell.querySelector('path')?.setAttribute('d', `M200 2H${200 + (entered % 200)}V8H200Z`);
    }
  };
  view.addEventListener('scroll', () => {
    const wanted = Math.max(0, Math.floor(view.scrollTop / height) - 3);
    for (; first < wanted; first += 1) {
      const row = rows.shift();
      renew(row);
      rows.at(-1).after(row);
      rows.push(row);
    }
    before.setAttribute('height', first * height);
    after.setAttribute('height', (all - first - rows.length) * height);
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    entered += 1;
    const cell = input.closest('td');
    const next = rows[entered % rows.length].querySelector('td[data-col="2"]');
    cell.classList.remove('active');
    cell.replaceChildren(input.value);
    next.classList.add('active');
    next.replaceChildren(input);
    rows.forEach(renew);
    view.querySelector('tfoot .col-members').textContent = String(entered);
    input.focus({ preventScroll: true });
    input.select();
  });
  input.focus();
  input.select();
}

/** The folder of the page that is left of an open one. */
export async function left(page, dist) {
  const root = 'target/bench-floor';
  mkdirSync(root, { recursive: true });
  const css = readFileSync(join(dist, readdirSync(dist).find((name) => name.endsWith('.css'))), 'utf8');
  const html = (await page.content()).replace(/<script[\s\S]*?<\/script>|<meta http-equiv[^>]*>|<link[^>]*>/g, '');
  writeFileSync(join(root, 'index.html'), html.replace('</head>', () => `<style>${css}</style></head>`)
    .replace('</body>', () => `<script>(${program})();</script></body>`));
  return root;
}

export const floor = {
  name: 'the same table, nothing worked out',
  scroller: '.grid-scroll',
  total: 'tfoot .col-members',
  async fill() {},
  async begin() {},
};
