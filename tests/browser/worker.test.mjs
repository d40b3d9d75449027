// What takes longer than a frame is done in a worker: typing goes on meanwhile, the work can be stopped, and without a worker
// the page does it in small steps. In any folder, without a network, and in the file that opens by a double click.
import assert from "node:assert/strict";
import { test } from "node:test";
import { opened, profile, scene, see, singleFile } from "./harness.mjs";
import { DEEP } from "./server.mjs";

const UNITS = 10_000;
const table = () => ["unit\tmembers", ...Array.from({ length: UNITS }, (_, n) => `Unit ${n + 1}\t${100 + ((n + 2) * 7919) % 9973}`)].join("\n");

/** Replaces the units by so many that a sweep over nearly two thousand houses takes many seconds, and shows the comparison. */
async function many(page) {
  await page.locator("#paste-table").click();
  await page.setInputFiles("#import-file", { name: "units.tsv", mimeType: "text/tab-separated-values", buffer: Buffer.from(table()) });
  await page.locator("dialog button.primary").click();
  await page.waitForFunction((n) => document.querySelector(".grid").getAttribute("aria-rowcount") === String(n + 2), UNITS);
  await page.fill("#house", String(UNITS * 2));
  await page.press("#house", "Enter");
  await page.click('nav a[href="#/compare"]');
  await see.match(() => page.textContent(".sweep-result"), /Unit 1/);
}

async function wide(page) {
  await page.fill("#sweep-to", String(UNITS * 2 + 1_900));
  await page.press("#sweep-to", "Enter");
  await page.waitForSelector(".sweep progress[value]");
}

/** Keeps the worker's answers back while `window.held`, in the page, before anything else runs there: however fast they come. */
function holdAnswers() {
  window.held = false;
  window.kept = [];
  window.release = () => {
    window.held = false;
    for (const [worker, data] of window.kept.splice(0)) worker.dispatchEvent(new MessageEvent("message", { data }));
  };
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", (event) => {
        if (!window.held || !Object.hasOwn(Object(event.data), "Answer")) return;
        event.stopImmediatePropagation();
        window.kept.push([this, event.data]);
      });
    }
  };
}

const progress = (page) => page.locator(".sweep progress").evaluate((bar) => [Number(bar.value), Number(bar.max)]);

scene("typing goes on while a sweep is worked out; it can be stopped, and asked for again", { locale: "en", path: DEEP }, async ({ page }) => {
  await page.addInitScript(holdAnswers);
  await page.reload();
  await opened(page);
  await many(page);
  await page.evaluate(() => { window.held = true; });
  // How far the work is at each letter: had the page done it by itself in one piece, no letter would be taken before its end.
  await page.evaluate(() => {
    window.during = [];
    document.querySelector("input.title").addEventListener("input", () => {
      const bar = document.querySelector(".sweep progress");
      if (bar) window.during.push(bar.value);
    });
  });
  await wide(page);
  await see.match(() => page.textContent(".sweep .working"), /Being worked out anew/);
  await see.match(() => page.textContent(".sweep-result"), /Unit 1/, "the last answer stays in sight");
  const [, all] = await progress(page);
  assert.ok(all > 1_000, `${all} houses`);
  const title = page.locator("input.title");
  await title.focus();
  await page.keyboard.press("Control+a");
  for (const letter of "A congress of ten thousand") await page.keyboard.type(letter);
  assert.equal(await title.inputValue(), "A congress of ten thousand");
  const during = await page.evaluate(() => window.during);
  assert.equal(during.length, "A congress of ten thousand".length, "each letter beside the work");
  assert.equal(page.workers().length > 0, true);
  await page.click(".sweep .stop-work");
  await see.match(() => page.textContent(".sweep .working"), /Stopped before the end/);
  await see.equal(() => page.locator(".sweep progress").count(), 0);
  await page.click(".sweep .again");
  await page.waitForSelector(".sweep progress");
  await page.evaluate(() => window.release());
  // A newer question puts an end to the older one.
  await page.fill("#sweep-to", String(UNITS * 2 + 3));
  await page.press("#sweep-to", "Enter");
  await see.match(() => page.textContent(".sweep-result"), /20,003/);
  await see.equal(() => page.locator(".sweep progress").count(), 0);
  await see.match(() => page.textContent(".methods-table"), /Hamilton/);
  assert.ok(await page.locator(".sweep .working .hint").isHidden(), "a worker did it");
});

// The quota method gives seat after seat, at every house anew: 800 million seats for thirty units.
scene("a sweep that would take minutes under its method is refused at once", { locale: "en" }, async ({ page }) => {
  await page.selectOption("#method", "quota-method");
  await page.click('nav a[href="#/compare"]');
  await page.waitForSelector("#sweep-numbers td");
  const trouble = page.locator(".sweep .trouble");
  await page.fill("#sweep-to", "40000");
  await page.press("#sweep-to", "Enter");
  await see.equal(() => trouble.isVisible(), true);
  assert.match(await trouble.textContent(), /too wide to be worked out at once/);
  assert.equal(await page.locator(".sweep progress").count(), 0);
  await page.fill("#sweep-to", "600");
  await page.press("#sweep-to", "Enter");
  await see.equal(() => trouble.isVisible(), false);
  await page.waitForSelector("#sweep-numbers td");
});

scene("without a worker the page does the work itself, in small steps, and says so", { locale: "en" }, async ({ page, context }) => {
  await context.addInitScript(() => { window.Worker = class { constructor() { throw new DOMException("blocked", "SecurityError"); } }; });
  await page.reload();
  await opened(page);
  await many(page);
  await see.match(() => page.textContent(".sweep .working"), /does the work itself/);
  await wide(page);
  const [before] = await progress(page);
  await page.click("input.title");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("In small steps");
  await see.equal(() => page.inputValue("input.title"), "In small steps");
  await see.ok(async () => (await progress(page))[0] > before);
  await page.click(".sweep .stop-work");
  await see.match(() => page.textContent(".sweep .working"), /Stopped before the end/);
});

scene("a matrix and a composition come from the worker, a fault of the worker from the page", { locale: "en" }, async ({ page, faults }) => {
  await page.locator("details.matrix summary").click();
  await see.match(() => page.textContent(".matrix-result"), /443/);
  await page.fill("#matrix-text", "\tA\tB\tS\n1\t1\t1\t1\n2\t1\t1\t1\nS\t1\t1\t\n");
  await see.match(() => page.textContent(".matrix-result"), /4 cells are tied/);
  await page.click('nav a[href="#/composition"]');
  await page.locator(".add-category button", { hasText: "Women" }).click();
  await page.selectOption("[id^=category-][id$=-limit]", { index: 1 });
  await page.fill("[id^=category-][id$=-share]", "1/3");
  await page.press("[id^=category-][id$=-share]", "Enter");
  await see.match(() => page.textContent(".category-verdict"), /167/);
  // A worker that cannot be loaded: the page goes on alone.
  await page.route(/worker-.*\.js/, (route) => route.abort());
  await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister()))));
  await page.reload();
  await opened(page);
  await page.click('nav a[href="#/compare"]');
  await see.match(() => page.textContent(".sweep .working"), /does the work itself/);
  await see.match(() => page.textContent(".methods-table"), /Hamilton/);
  faults.length = 0;
});

scene("the worker is there without a network", { offline: true, locale: "zh-CN" }, async ({ page, context }) => {
  await page.waitForFunction(() => document.querySelector(".offline-state")?.textContent !== "");
  await context.setOffline(true);
  await page.reload();
  await opened(page);
  await page.click('nav a[href="#/compare"]');
  await see.match(() => page.textContent(".methods-table"), /最大余数/);
  await see.equal(() => page.locator(".sweep-result svg:visible").count(), 1);
  assert.ok(await page.locator(".sweep .working .hint").isHidden());
  await context.setOffline(false);
});

test("the file that opens by a double click has its worker in it", { timeout: 90_000 }, async (t) => {
  const { page, address } = await singleFile(t);
  await page.goto(`${address}#/compare`);
  await see.match(() => page.textContent(".methods-table"), /Hamilton/);
  await see.equal(() => page.locator(".sweep-result svg:visible").count(), 1);
  assert.ok(await page.locator(".sweep .working .hint").isHidden(), "a worker did it");
  assert.equal(page.workers().length > 0, true);
});
