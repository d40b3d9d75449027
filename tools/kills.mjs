// Kills the whole browser while people edit, and looks whether everything that said "Saved" is there afterwards.
// `make kills` (RUNS=100 SEED=1): a persistent profile, edits and new scenarios at random moments, SIGKILL to every
// process of Chromium 0 to 2,000 ms after the start of the edits, a new start, a look; again with the same profile.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../tests/browser/server.mjs';
import { chromiumPath } from './chromium.mjs';

const LONGEST = 2_000;
const CELL = (row) => `td[data-row="${row}"][data-col="2"]`;
/** One run in so many begins a new scenario first. */
const NEW_EVERY = 4;

/** Chances that can be had again: mulberry32. */
function dice(seed) {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  };
}

/** A browser of its own process group, so that one signal ends all of it. */
async function start(executable, folder) {
  const child = spawn(executable, [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--lang=en-US',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-port=0',
    `--user-data-dir=${folder}`, 'about:blank',
  ], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((done) => { child.once('exit', done); });
  const address = await new Promise((found, failed) => {
    let text = '';
    const timer = setTimeout(() => failed(new Error(`no browser: ${text}`)), 30_000);
    child.once('error', failed);
    child.stderr.on('data', (chunk) => {
      text += chunk;
      const match = /DevTools listening on (ws:\S+)/.exec(text);
      if (match) {
        clearTimeout(timer);
        found(match[1]);
      }
    });
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  const kill = async () => {
    process.kill(-child.pid, 'SIGKILL');
    await ended;
    await browser.close().catch(() => undefined);
  };
  return { browser, context, kill, version: browser.version() };
}

async function opened(context, address) {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  await page.waitForSelector('.grid');
  return page;
}

const members = (page, row) => page.locator(CELL(row)).evaluate((td) =>
  Number((td.querySelector('input')?.value ?? td.textContent).replaceAll(',', '')));

/** From now on `truth` learns what the page says is saved, in the moment in which it says so. */
async function listen(page, truth, count) {
  // The page tells of "Saved" itself, with what it showed then: no look from outside that could come too late.
  await page.exposeFunction('acknowledge', (title, row, value) => {
    truth.title = title;
    if (row >= 0) truth.cells.set(row, Math.max(value, truth.cells.get(row) ?? 0));
    truth.titles.add(title);
    count.acknowledged += 1;
  });
  await page.evaluate(() => {
    const state = document.querySelector('.save-state');
    new MutationObserver(() => {
      if (state.classList.contains('saved') && window.typed) {
        const { row, value } = window.typed;
        window.typed = null;
        window.acknowledge(document.querySelector('input.title').value, row, value);
      }
    }).observe(state, { attributes: true, childList: true, characterData: true, subtree: true });
  });
}

/** Edits until the browser is gone. */
async function edit(page, roll, count) {
  for (;;) {
    const row = roll(12);
    count.value += 1;
    const value = count.value;
    await page.click(CELL(row));
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
    // Only now is it an edit; one that was saved before it was noted here counts as not acknowledged.
    await page.evaluate(([row, value]) => { window.typed = { row, value }; }, [row, value]);
    count.edits += 1;
    await page.waitForTimeout(roll(400));
  }
}

async function look(page, truth, fail) {
  for (const [row, value] of truth.cells) {
    // What came after the last acknowledged edit may be there or not.
    const now = await members(page, row);
    if (!(now >= value)) fail(`row ${row}: ${value} was saved, ${now} is there`);
  }
  await page.click('#open-library');
  await page.waitForSelector('#library .library-list[aria-busy=false]');
  const titles = await page.locator('#library .entry-title').allTextContents();
  for (const title of truth.titles) if (!titles.includes(title)) fail(`the scenario “${title}” was saved and is not listed`);
  if (await page.locator('#library .entry.damaged').count() > 0) fail('a scenario is damaged');
  await page.keyboard.press('Escape');
}

/** Runs, and what came of it: `{ runs, edits, acknowledged, lost, losses, version }`. */
export async function kills({ runs = 100, seed = 1, log = () => undefined }) {
  const executable = chromiumPath();
  if (!executable) throw new Error('no Chromium found: set CHROMIUM to its path');
  const server = await serve();
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const roll = dice(seed);
  const truth = { title: '', cells: new Map(), titles: new Set() };
  const count = { value: 100_000, edits: 0, acknowledged: 0 };
  const losses = [];
  let version = '';
  try {
    for (let run = 1; run <= runs + 1; run += 1) {
      const browser = await start(executable, folder);
      version = browser.version;
      const page = await opened(browser.context, `${server.origin}/`);
      if (run > 1) await look(page, truth, (loss) => { losses.push(`kill ${run - 1}: ${loss}`); log(losses.at(-1)); });
      if (run > runs) {
        await browser.kill();
        break;
      }
      if (run % NEW_EVERY === 1) {
        await page.click('#open-examples');
        await page.locator('#examples .entry button').first().click();
        await page.fill('input.title', `Scenario ${run}`);
        await page.press('input.title', 'Enter');
        await page.waitForFunction(() => document.querySelector('.save-state.saved'));
        truth.cells.clear();
      }
      await listen(page, truth, count);
      const after = roll(LONGEST + 1);
      const dead = new Promise((done) => { setTimeout(() => done(browser.kill()), after); });
      await edit(page, roll, count).catch(() => undefined);
      await dead;
      if (run % 10 === 0) log(`${run} kills, ${count.acknowledged} of ${count.edits} edits acknowledged, ${losses.length} lost`);
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return { runs, edits: count.edits, acknowledged: count.acknowledged, lost: losses.length, losses, version, seed };
}

/** The result in a line. */
export const told = ({ runs, edits, acknowledged, lost, losses, version, seed }) =>
  [`${runs} kills, ${edits} edits, ${acknowledged} acknowledged as saved, ${lost} lost; Chromium ${version}, seed ${seed}`, ...losses].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const result = await kills({ runs: Number(process.env.RUNS || 100), seed: Number(process.env.SEED || 1), log: console.log });
  console.log(told(result));
  console.log(`on ${cpus()[0]?.model ?? 'an unknown processor'}, ${cpus().length} cores`);
  process.exit(result.lost === 0 && result.acknowledged > 0 ? 0 : 1);
}
