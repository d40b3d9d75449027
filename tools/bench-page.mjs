// Measures the finished dist/ in headless Chromium: keys to the screen, scrolling, the first load, sizes; and the same
// keys and the same scrolling on a spreadsheet component, and on the same table with no program behind it. `make bench-page`; docs/PERFORMANCE.md keeps the figures.
// `node tools/bench-page.mjs --alone --keys --of=FOLDER` leaves the component, or all but keys and scrolling, out and takes another
// build, `--starts` takes sizes and first loads alone: two of them in turn say what a change has done, whatever else the machine does.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { floor, left } from './bench/floor.mjs';
import { dropped, install, percentile } from './bench/meter.mjs';
import { folder, rival } from './bench/rival.mjs';
import { brotli, serve } from './bench/server.mjs';
import { chromiumPath } from './chromium.mjs';

const SIZES = [10_000, 100_000];
const COMMITS = 60;
const RUNS = 5;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
// A key waits for its own work alone, not for the next beat of a screen.
const UNBOUND = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
// "Fast 3G" of the browser's own developer tools.
const FAST_3G = { offline: false, latency: 562.5, downloadThroughput: 188_743, uploadThroughput: 88_474 };

const ours = {
  name: 'this page',
  scroller: '.grid-scroll',
  total: 'tfoot .col-members',
  async fill(page, rows) {
    await page.locator('#paste-table').click();
    const table = Array.from({ length: rows }, (_, n) => `Unit ${n + 1}\t${100 + ((n + 2) * 7919) % 9973}`);
    const buffer = Buffer.from(['unit\tmembers', ...table].join('\n'));
    await page.setInputFiles('#import-file', { name: 'units.tsv', mimeType: 'text/tab-separated-values', buffer });
    await page.locator('dialog button.primary').click();
    await page.waitForFunction((n) => document.querySelector('.grid').getAttribute('aria-rowcount') === String(n + 2), rows);
    await page.fill('#house', String(rows * 10));
    await page.press('#house', 'Enter');
  },
  async begin(page) {
    await page.locator('td[data-row="0"][data-col="2"]').click();
  },
};

const launch = (more) => chromium.launch({ executablePath: chromiumPath(), args: [...ARGUMENTS, ...more] });

async function opened(browser, origin, subject, rows) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  page.setDefaultTimeout(120_000);
  await page.addInitScript(install);
  await page.goto(`${origin}/`);
  await page.waitForLoadState('load');
  await page.waitForFunction(() => document.querySelector('h1, #grid') !== null);
  await subject.fill(page, rows);
  await page.waitForSelector(subject.scroller);
  return page;
}

/** Members of unit after unit typed and entered: the time of each key, and of each Enter until the total has changed. */
async function typing(origin, subject, rows) {
  const browser = await launch(UNBOUND);
  const page = await opened(browser, origin, subject, rows);
  await subject.begin(page);
  const keys = [];
  const enters = [];
  // What the main thread has worked, as the processor counts it: others that wait for the same processor are not in it.
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const before = await worked();
  const press = async (key, into) => {
    await page.keyboard.press(key);
    into.push(await page.evaluate(() => window.meter.settled()));
  };
  for (let n = 0; n < COMMITS; n += 1) {
    await page.evaluate(() => window.meter.expectNothing());
    for (const digit of String(20_000 + n * 37)) await press(digit, keys);
    await page.evaluate((total) => window.meter.expectChange(total), subject.total);
    await press('Enter', enters);
  }
  const processor = (await worked() - before) / COMMITS;
  await browser.close();
  return { keys, enters, processor };
}

async function scrolling(origin, subject, rows) {
  const browser = await launch([]);
  const page = await opened(browser, origin, subject, rows);
  await subject.begin(page);
  let lost = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const lengths = await page.evaluate(([s, step, n]) => window.meter.scroll(s, step, n), [subject.scroller, 170, 100]);
    lost += dropped(lengths);
  }
  await browser.close();
  return lost / RUNS;
}

/** From the address to a grid that takes keys, each time in a fresh profile. */
async function starts(origin, throttled) {
  const times = [];
  // The first is not counted: the server compresses the files for it.
  for (let run = 0; run <= RUNS; run += 1) {
    const browser = await launch([]);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(install);
    const session = await page.context().newCDPSession(page);
    if (throttled) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', FAST_3G);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    await page.goto(`${origin}/`, { waitUntil: 'commit' });
    const time = await page.evaluate(() => window.meter.begun('td[data-row]'));
    if (run > 0) times.push(time);
    await browser.close();
  }
  return times;
}

function sizes(folderName) {
  const rows = readdirSync(folderName).map((name) => {
    const bytes = readFileSync(join(folderName, name));
    return [name.replace(/-[0-9a-f]{16}/, ''), bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes).length];
  });
  const sum = (name, of) => [name, ...[1, 2, 3].map((at) => of.reduce((total, row) => total + row[at], 0))];
  const first = rows.filter(([name]) => !/^(keys|rest|xlsx|worker|sw)[._]/.test(name));
  for (const row of [...rows, sum('before the first screen', first), sum('all', rows)]) console.log(`| ${row.map((cell) => cell.toLocaleString('en')).join(' | ')} |`);
}

const ms = (n) => n.toFixed(1);
const three = (values) => [0.5, 0.95, 1].map((share) => ms(percentile(values, share))).join(' | ');

const dist = process.argv.find((argument) => argument.startsWith('--of='))?.slice(5) ?? 'dist';
const page = await serve(dist);
if (!process.argv.includes('--keys')) {
  console.log('\n| file | raw | gzip -9 | brotli 11 |\n|---|---|---|---|');
  sizes(dist);
  console.log('\n| first load, to a grid that takes keys | p50 | p95 | worst (ms) |\n|---|---|---|---|');
  console.log(`| as it is | ${three(await starts(page.origin, false))} |`);
  console.log(`| processor at a quarter, fast 3G | ${three(await starts(page.origin, true))} |`);
}
if (process.argv.includes('--starts')) {
  await page.close();
  process.exit();
}
/** The page with units, as the browser shows it, without its program. */
async function emptied() {
  const browser = await launch([]);
  const full = await opened(browser, page.origin, ours, SIZES[0]);
  await ours.begin(full);
  await full.waitForSelector('.cell-input:focus');
  const root = await left(full, dist);
  await browser.close();
  return serve(root);
}
const bare = await emptied();
const other = process.argv.includes('--alone') ? undefined : await serve(folder());
console.log('\n| what | units | p50 | p95 | worst (ms) |\n|---|---|---|---|---|');
for (const [subject, server, sizesOf] of [[ours, page, SIZES], [floor, bare, SIZES.slice(0, 1)], [rival, other, SIZES]]) {
  if (!server) continue;
  console.log(`| **${subject.name}** | | | | |`);
  for (const rows of sizesOf) {
    try {
      const { keys, enters, processor } = await typing(server.origin, subject, rows);
      console.log(`| a digit typed | ${rows} | ${three(keys)} |`);
      console.log(`| a figure entered, seats computed anew | ${rows} | ${three(enters)} |`);
      console.log(`| any of these keys | ${rows} | ${three([...keys, ...enters])} |`);
      console.log(`| five digits and their entry, processor time of the main thread | ${rows} | ${ms(processor)} | | |`);
      console.log(`| frames dropped of 100, scrolling 5 rows a frame | ${rows} | ${ms(await scrolling(server.origin, subject, rows))} | | |`);
    } catch (error) {
      console.log(`| fails: ${String(error.message).split('\n')[0].slice(0, 90)} | ${rows} | | | |`);
    }
  }
}
await page.close();
await bare.close();
await other?.close();
