// The same job on a spreadsheet component with a formula engine, as somebody would set it up: names, members, exact
// share, floor, remainder, seats by largest remainder, totals below. Versions are pinned; installed into target/ only.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = { handsontable: '18.1.1', hyperformula: '3.5.0' };

const PAGE = `<!doctype html><meta charset="utf-8"><title>spreadsheet</title>
<div id="grid"></div><p id="total"></p>
<script src="node_modules/hyperformula/dist/hyperformula.full.min.js"></script>
<script src="node_modules/handsontable/dist/handsontable.full.min.js"></script>
<script src="rival.js"></script>`;

const SCRIPT = `window.start = (rows, house) => {
  const last = rows + 1, sum = 'SUM($B$2:$B$' + last + ')', open = '($H$1-SUM($D$2:$D$' + last + '))';
  const data = [['unit', 'members', 'share', 'floor', 'remainder', 'seats', '=' + sum, house, '=LARGE($E$2:$E$' + last + ',' + open + ')']];
  for (let n = 2; n <= last; n += 1) {
    data.push(['Unit ' + n, 100 + (n * 7919) % 9973, '=B' + n + '*$H$1/$G$1', '=INT(C' + n + ')', '=C' + n + '-D' + n,
      '=D' + n + '+IF(E' + n + '>=$I$1,1,0)', null, null, null]);
  }
  const grid = new Handsontable(document.getElementById('grid'), {
    data, width: 1100, height: 700, rowHeaders: true, colHeaders: true, rowHeights: 34, autoColumnSize: false, fixedColumnsStart: 1,
    formulas: { engine: HyperFormula }, licenseKey: 'non-commercial-and-evaluation',
    afterChange() { document.getElementById('total').textContent = this.getDataAtCell(0, 6); },
  });
  grid.selectCell(1, 1);
};`;

/** Installs it if need be; the folder to serve. */
export function folder() {
  const root = 'target/rival';
  if (!Object.keys(PACKAGES).every((name) => existsSync(join(root, 'node_modules', name)))) {
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }));
    execFileSync('npm', ['install', '--silent', '--ignore-scripts'], { cwd: root, stdio: 'inherit' });
  }
  writeFileSync(join(root, 'index.html'), PAGE);
  writeFileSync(join(root, 'rival.js'), SCRIPT);
  return root;
}

export const rival = {
  name: `handsontable ${PACKAGES.handsontable} with hyperformula ${PACKAGES.hyperformula}`,
  scroller: '.ht_master .wtHolder',
  total: '#total',
  async fill(page, rows) {
    await page.evaluate((n) => window.start(n, n * 10), rows);
  },
  /** Puts the hand on the members of the first unit. */
  async begin() {},
};
