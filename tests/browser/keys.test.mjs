// What a key costs, counted and not timed: which rows of the page an entry and a scrolled row touch, and that no save runs while
// keys come. How long it takes is measured by `make bench-page`.
import assert from 'node:assert/strict';
import { opened, scene, see } from './harness.mjs';
import { cell } from './page.mjs';

const UNITS = 2_000;

async function many(page) {
  const table = Array.from({ length: UNITS }, (_, n) => `Unit ${n + 1}\t${100 + ((n + 2) * 7919) % 9973}`);
  await page.locator('#paste-table').click();
  const buffer = Buffer.from(['unit\tmembers', ...table].join('\n'));
  await page.setInputFiles('#import-file', { name: 'units.tsv', mimeType: 'text/tab-separated-values', buffer });
  await page.locator('dialog button.primary').click();
  await page.waitForFunction((n) => document.querySelector('.grid').getAttribute('aria-rowcount') === String(n + 2), UNITS);
}

/** Watches the rows from now on; `taken()` gives what has changed since. */
async function watch(page) {
  await page.evaluate(() => {
    const body = document.querySelector('.grid tbody');
    window.rowsBefore = new Set(body.rows);
    window.watcher?.disconnect();
    window.records = [];
    window.watcher = new MutationObserver((records) => window.records.push(...records));
    window.watcher.observe(body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  return () => page.evaluate(() => {
    const rows = { touched: new Set(), rebuilt: new Set(), added: 0, fresh: 0 };
    for (const record of [...window.records, ...window.watcher.takeRecords()]) {
      const element = record.target.nodeType === Node.TEXT_NODE ? record.target.parentElement : record.target;
      const row = element?.closest('tr[aria-rowindex]');
      if (record.target.nodeName === 'TBODY') {
        const added = [...record.addedNodes].filter((node) => node.hasAttribute('aria-rowindex'));
        rows.added += added.length;
        rows.fresh += added.filter((node) => !window.rowsBefore.has(node)).length;
      }
      if (!row || !window.rowsBefore.has(row)) continue;
      rows.touched.add(Number(row.getAttribute('aria-rowindex')));
      if (record.type === 'childList') rows.rebuilt.add(Number(row.getAttribute('aria-rowindex')));
    }
    return { touched: [...rows.touched].sort((a, b) => a - b), rebuilt: [...rows.rebuilt].sort((a, b) => a - b), added: rows.added, fresh: rows.fresh };
  });
}

scene('an entry and a scrolled row touch only what shows something else', {}, async ({ page }) => {
  await many(page);
  await page.locator(cell(3, 0)).click();
  await page.waitForSelector(`${cell(3, 0)} input:focus`);
  // A name is seen in its own row alone; the field moves to the next.
  let taken = await watch(page);
  await page.keyboard.type('Another name');
  await page.keyboard.press('Enter');
  await see.equal(() => page.textContent(cell(3, 0)), 'Another name');
  await page.waitForSelector(`${cell(4, 0)} input:focus`);
  assert.deepEqual((await taken()).touched, [5, 6]);
  // A figure changes the quota of every unit: texts and attributes of the other rows, and none of their cells is made anew.
  await page.locator(cell(3, 2)).click();
  await page.waitForSelector(`${cell(3, 2)} input:focus`);
  taken = await watch(page);
  await page.keyboard.type('900000');
  await page.keyboard.press('Enter');
  await see.equal(() => page.textContent(cell(3, 2)), '900,000');
  await page.waitForSelector(`${cell(4, 2)} input:focus`);
  const entered = await taken();
  assert.equal(entered.added, 0);
  assert.deepEqual(entered.rebuilt, [5, 6]);
  // Five rows further, the hand far above: what stays is left alone, and no row is made; those that left show what has come.
  await page.evaluate(() => { document.querySelector('.grid-scroll').scrollTop = 34 * 60; });
  await page.waitForSelector(cell(70, 0));
  // The rows about to come are there before they are seen, so a scroll is over when its frame is.
  await page.evaluate(() => new Promise((over) => {
    document.querySelector('.grid-scroll').scrollTop += 34 * 4;
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(over)));
  }));
  await page.waitForSelector(cell(80, 0));
  const shown = () => page.$$eval('.grid tbody tr[aria-rowindex]', (rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
  const before = new Set(await shown());
  taken = await watch(page);
  await page.evaluate(() => { document.querySelector('.grid-scroll').scrollTop += 170; });
  const arrived = async () => (await shown()).filter((row) => !before.has(row));
  await see.ok(async () => (await arrived()).length > 0);
  const scrolled = await taken();
  const came = await arrived();
  assert.ok(came.length > 0 && came.length <= 8, `${came.length} rows came`);
  assert.deepEqual(scrolled.touched, came);
  assert.equal(scrolled.added, came.length, 'a row was moved that could stay');
  assert.equal(scrolled.fresh, 0, 'a row was made anew');
  const [rows, seen] = await page.evaluate(() => [
    document.querySelectorAll('.grid tbody tr[aria-rowindex]').length, document.querySelector('.grid-scroll').clientHeight / 34,
  ]);
  assert.ok(rows <= seen + 12, `${rows} rows in the page, ${seen} in sight`);
});

scene('the hand keeps its cell while rows come and go under it', {}, async ({ page }) => {
  await many(page);
  await page.locator(cell(0, 2)).click();
  await page.waitForSelector(`${cell(0, 2)} input:focus`);
  const rows = 60;
  for (let row = 0; row < rows; row += 1) {
    await page.keyboard.type(String(1000 + row));
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector(`${cell(rows, 2)} input:focus`);
  // Out of sight and back, upwards and downwards: what is typed is typed into the cell of the hand.
  const scroll = (top) => page.evaluate((to) => { document.querySelector('.grid-scroll').scrollTop = to; }, top);
  for (const [at, top] of [[61, 0], [62, 34 * 400], [63, 34 * 58], [64, 34 * 30]]) {
    await scroll(top);
    await page.waitForSelector(cell(Math.floor(top / 34) + 2, 0));
    await page.keyboard.type(String(1000 + at - 1));
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${cell(at, 2)} input:focus`);
  }
  await page.keyboard.press('Control+Home');
  for (const row of [0, 20, 40, rows, rows + 3]) {
    await scroll(Math.max(0, row - 3) * 34);
    await see.equal(() => page.textContent(cell(row, 2)), (1000 + row).toLocaleString('en'));
  }
});

scene('no save runs while keys come, and none waits for ever', {}, async ({ page, context }) => {
  await context.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    window.puts = 0;
    IDBObjectStore.prototype.put = function counted(...rest) {
      window.puts += 1;
      return put.apply(this, rest);
    };
  });
  await page.clock.install();
  await page.reload();
  await opened(page);
  const puts = () => page.evaluate(() => window.puts);
  await page.locator(cell(1, 2)).click();
  await page.waitForSelector(`${cell(1, 2)} input:focus`);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await page.keyboard.type('20000');
  await page.keyboard.press('Enter');
  await see.match(() => page.textContent('.save-state'), /Saving/);
  for (let key = 0; key < 8; key += 1) {
    await page.clock.runFor(200);
    await page.keyboard.press('1');
    assert.equal(await puts(), 0, `saved beside key ${key}`);
  }
  for (let key = 0; key < 8; key += 1) {
    await page.clock.runFor(200);
    await page.keyboard.press('1');
  }
  await see.ok(async () => (await puts()) > 0);
  await page.keyboard.press('Escape');
  await see.match(() => page.textContent('.save-state'), /Saved/);
  // The next save knows what this one wrote by its bytes, and is safe as the first was.
  await page.keyboard.type('300');
  await page.keyboard.press('Enter');
  await page.clock.runFor(300);
  await see.match(() => page.textContent('.save-state'), /Saved/);
  await page.clock.resume();
  await page.reload();
  await opened(page);
  await see.equal(() => page.textContent(cell(1, 2)), '20,000');
  await see.equal(() => page.textContent(cell(2, 2)), '300');
});
