// The finished page in a browser that Playwright does not drive, through the W3C WebDriver protocol:
//
//   WebKitWebDriver --port=4444 &                     (Debian: webkit2gtk-driver, under Xvfb where there is no screen)
//   node tools/browsers.mjs http://127.0.0.1:4444 '{"webkitgtk:browserOptions":{"binary":"…/MiniBrowser","args":["--automation"]}}'
//
//   geckodriver --port 4444 &  or  safaridriver -p 4444 &
//   node tools/browsers.mjs http://127.0.0.1:4444
//
// Enters a figure, undoes it, goes to every step and dialog, shares, opens the link and reloads; ends with 1 if anything is amiss.

import assert from 'node:assert/strict';
import { serve } from '../tests/browser/server.mjs';

const [driver = 'http://127.0.0.1:4444', capabilities = '{}'] = process.argv.slice(2);
const STEPS = ['roster', 'rules', 'sittings', 'elections', 'composition', 'compare', 'report', 'allocation'];
const DIALOGS = [['#open-library', '#library'], ['#open-examples', '#examples'], ['#open-help', '#help'], ['.actions .primary', '#share']];
const [ENTER, ESCAPE, CONTROL] = ['\uE007', '\uE00C', '\uE009'];
const PATIENCE = 15_000;

async function call(method, path, body) {
  const answer = await fetch(driver + path, { method, body: body && JSON.stringify(body) });
  const { value } = await answer.json();
  if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
  return value;
}

const session = await call('POST', '/session', { capabilities: { alwaysMatch: JSON.parse(capabilities) } });
const here = `/session/${session.sessionId}`;
const js = (script, ...args) => call('POST', `${here}/execute/sync`, { script, args });
const press = (...keys) => call('POST', `${here}/actions`, {
  actions: [{ type: 'key', id: 'keys', actions: [...keys.map((value) => ({ type: 'keyDown', value })), ...keys.map((value) => ({ type: 'keyUp', value })).reverse()] }],
});
const write = async (text) => { for (const letter of text) await press(letter); };
const click = async (selector) => {
  const [id] = Object.values(await call('POST', `${here}/element`, { using: 'css selector', value: selector }));
  await call('POST', `${here}/element/${id}/click`, {});
};
/** What the page comes to show. */
async function sees(wanted, script, ...args) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const found = await js(script, ...args);
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    if (performance.now() > end) assert.deepEqual(found, wanted, script);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const CELL = 'const cell = document.querySelector(`td[data-row="${arguments[0]}"][data-col="${arguments[1]}"]`); return cell?.querySelector("input")?.value ?? cell?.textContent';
const SAVED = 'return document.querySelector(".save-state.saved") !== null';
async function open(address) {
  await call('POST', `${here}/url`, { url: address });
  await sees(true, 'return document.querySelector("h1") !== null');
  await js(`window.amiss = []; addEventListener('error', (event) => amiss.push(event.message));
    addEventListener('unhandledrejection', (event) => amiss.push(String(event.reason)));`);
}

const server = await serve();
try {
  await call('POST', `${here}/window/rect`, { width: 1440, height: 900 });
  await open(`${server.origin}/`);
  await sees(['500', '487', '484', '470'], 'return [...document.querySelectorAll(".chain .link dd")].map((link) => link.textContent.trim())');
  await click('td[data-row="0"][data-col="2"]');
  await write('99999');
  await press(ENTER);
  await sees('99,999', CELL, 0, 2);
  await sees('115', CELL, 0, 4);
  await press(CONTROL, 'z');
  await sees('61', CELL, 0, 4);
  await press(CONTROL, 'y');
  await sees('115', CELL, 0, 4);
  await sees(true, SAVED);
  for (const step of STEPS) {
    await js(`location.hash = '#/${step}'`);
    await sees(`#/${step}`, 'return document.querySelector(".steps a[aria-current]").getAttribute("href")');
    await sees(true, 'return document.querySelectorAll("main *").length > 20');
  }
  let link;
  for (const [opener, dialog] of DIALOGS) {
    await click(opener);
    await sees(true, `return document.querySelector("${dialog}").open`);
    link = await js('return [...document.querySelectorAll("#share input")].map((field) => field.value).find((value) => value.includes("#"))');
    await press(ESCAPE);
    await sees(false, `return document.querySelector("${dialog}").open`);
    await sees(true, `return document.activeElement === document.querySelector("${opener}")`);
  }
  assert.deepEqual(await js('return amiss'), []);
  await call('POST', `${here}/refresh`, {});
  await sees('115', CELL, 0, 4);
  await open(`${server.origin}/#${new URL(link).hash.slice(1)}`);
  await sees('115', CELL, 0, 4);
  assert.deepEqual(await js('return amiss'), []);
  console.log(`${session.capabilities.browserName} ${session.capabilities.browserVersion}: works`);
} finally {
  await call('DELETE', here).catch(() => {});
  await server.close();
}
