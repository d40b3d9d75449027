// When the storage fails: each of its calls in turn, for good, and with the whole browser killed. What says "Saved" is
// there afterwards; what is not saved says so, editing goes on, and the next success keeps everything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drawn, keepCompiled, opened, profile, saved, scene, see } from "./harness.mjs";
import { install, stored } from "./faults.mjs";
import { serve } from "./server.mjs";
import { kills, told } from "../../tools/kills.mjs";

const ERRORS = ["QuotaExceededError", "UnknownError", "AbortError"];
const cell = (row) => `td[data-row="${row}"][data-col="2"]`;
const text = (page, row) => page.locator(cell(row)).evaluate((td) => (td.querySelector("input")?.value ?? td.textContent).replaceAll(",", ""));
const type = async (page, row, value) => {
  await page.click(cell(row));
  await page.keyboard.type(String(value));
  await page.keyboard.press("Enter");
};
/** What the page says of the work; waits until it says something final about the last edit. */
const verdict = async (page) => {
  // Drawn after the edit: what was said before it has gone by then.
  await drawn(page);
  // A failure is said above the work as well; both are read at once, since the next try may succeed in a moment.
  const said = await page.waitForFunction(() => {
    const state = (name) => document.querySelector(`.save-state.${name}`);
    if (state("saved")) return "saved";
    return state("failed") && document.querySelector(".notice").textContent.includes("Not saved: ") ? "failed" : null;
  });
  return said.jsonValue();
};
const rename = async (page, title) => {
  await page.fill("input.title", title);
  await page.press("input.title", "Enter");
};
const arm = (page, faults) => page.evaluate((faults) => { localStorage.faults = JSON.stringify(faults); }, faults);
const disarm = (page) => page.evaluate(() => { delete localStorage.faults; window.faults.at = 0; });
const injected = (page) => page.evaluate(() => window.faults.log);

let server;
before(async () => { server = await serve(); });
after(() => server.close());

/** A page whose storage can be made to fail. */
async function frail(t) {
  const { context } = await profile(t, { origins: [server.origin], serviceWorkers: "block" });
  await keepCompiled(context, server.origin);
  await context.addInitScript(install);
  const page = await context.newPage();
  await page.goto(`${server.origin}/`);
  await opened(page);
  return page;
}

/** Every error in every way for every call takes a quarter of an hour; each run of the tests does them in turn. */
const ALL = process.env.FAULTS === "all";
const TURNS = ALL ? ERRORS.flatMap((error) => ["throw", "event"].map((how) => [`${error} by ${how}`, () => ({ error, how })]))
  : [["errors in turn", (at) => ({ error: ERRORS[at % 3], how: at % 2 ? "throw" : "event" })]];

for (const [name, fault] of TURNS) {
  test(`each storage call of a start and two edits failing in turn: ${name}`, { timeout: ALL ? 900_000 : 400_000 }, async (t) => {
    const page = await frail(t);
    await rename(page, "Endures");
    await verdict(page);
    const faults = [];
    let [said, log, kept] = [0, [], null];
    for (let at = 1; ; at += 1) {
      assert.ok(at < 200, "the calls come to an end");
      await arm(page, { at, ...fault(at) });
      await page.reload();
      await opened(page);
      await see.equal(() => page.inputValue("input.title"), "Endures", `started with call ${at} failing`);
      // What the turn before saved is what this one starts with.
      if (kept) await see.deepEqual(async () => [await text(page, 0), await text(page, 1)], kept, `after ${log}`);
      for (const [row, value] of [[0, 1000 + at], [1, 5000 + at]]) {
        await type(page, row, value);
        if (await verdict(page) === "failed") said += 1;
      }
      kept = [String(1000 + at), String(5000 + at)];
      log = await injected(page);
      await disarm(page);
      await saved(page);
      await see.equal(() => page.locator(".notice .trouble").count(), 0, "the next success clears it");
      if (log.length === 0) break;
      faults.push(...log);
    }
    // The last turn met no fault.
    await page.reload();
    await opened(page);
    await see.deepEqual(async () => [await text(page, 0), await text(page, 1)], kept);
    assert.ok(faults.length >= 20 && said >= 10, `${faults.length} faults, ${said} said`);
    console.log(`        ${faults.length} faults injected, "Not saved" shown ${said} times, nothing lost`);
  });
}

test("each storage call of the library failing in turn: it is done, or said, and nothing is lost", { timeout: ALL ? 3_600_000 : 240_000 }, async (t) => {
  const page = await frail(t);
  await rename(page, "Stays");
  await saved(page);
  let faults = 0;
  let said = 0;
  const row = (title) => page.locator("#library .entry").filter({ has: page.locator(".entry-title", { hasText: new RegExp(`^${title}$`) }) });
  /** Asks for something until it is done; a wish that failed says so each time. */
  const insist = async (ask, done) => {
    for (let turn = 0; turn < 4; turn += 1) {
      await ask();
      await see.ok(async () => (await page.locator("#library .trouble").count()) > 0 || done());
      if (await page.locator("#library .trouble").count() === 0) break;
      said += 1;
      await see.match(() => page.textContent("#library .trouble"), /That did not work/);
      await page.keyboard.press("Escape");
      await page.click("#open-library");
      await see.equal(() => page.locator("#library .trouble").count(), 0);
    }
    await see.ok(done);
  };
  for (let at = 1; ; at += ALL ? 1 : 9) {
    // Each turn leaves a stone, which later ones read: the calls grow, slower than the turns.
    assert.ok(at < 1_000, "the calls come to an end");
    await saved(page);
    await page.evaluate(([at, error, how]) => { Object.assign(window.faults, { at, error, how, calls: 0, injected: 0, log: [] }); }, [at, ERRORS[at % 3], at % 2 ? "throw" : "event"]);
    await page.click("#open-library");
    // The first list may be what fails: asked for again.
    await page.waitForSelector("#library .entry, #library .trouble");
    if (await page.locator("#library .entry").count() === 0) {
      said += 1;
      await page.keyboard.press("Escape");
      await page.click("#open-library");
      await page.waitForSelector("#library .entry");
    }
    await insist(() => row("Stays").getByRole("button", { name: /^Duplicate/ }).click(), async () => (await row("Stays \\(copy\\)").count()) === 1);
    await insist(async () => {
      await row("Stays \\(copy\\)").getByRole("button", { name: /^Rename/ }).click();
      await page.keyboard.type("Other");
      await page.keyboard.press("Enter");
    }, async () => (await row("Other").count()) === 1);
    await insist(() => row("Other").getByRole("button", { name: /^Delete/ }).click(), async () => (await row("Other").count()) === 0);
    await insist(() => page.click("#undo-delete"), async () => (await row("Other").count()) === 1);
    await insist(() => row("Other").getByRole("button", { name: /^Delete/ }).click(), async () => (await row("Other").count()) === 0);
    const log = await page.evaluate(() => { window.faults.at = 0; return window.faults.log; });
    await see.deepEqual(() => page.locator("#library .entry-title").allTextContents(), ["Stays"], String(log));
    await page.keyboard.press("Escape");
    faults += log.length;
    if (log.length === 0) break;
  }
  assert.ok(faults >= 8 && said >= 5, `${faults} faults, ${said} said`);
  console.log(`        ${faults} faults injected, ${said} said, nothing lost`);
});

for (const error of ERRORS) {
  test(`a storage that fails from some call on, until it does no more: ${error}`, { timeout: 120_000 }, async (t) => {
    const page = await frail(t);
    await rename(page, "Before");
    await saved(page);
    // From the first call on: what was kept cannot be read; it is said, not replaced, and new work has an entry of its own.
    await arm(page, { at: 1, lasting: true, error, how: "throw" });
    await page.reload();
    await opened(page);
    await see.match(() => page.textContent(".notice"), /Not saved.*could not be read at the start/s);
    await rename(page, "Meanwhile");
    await see.match(() => page.textContent(".notice"), /Not saved/);
    // To leave it behind is a person's choice.
    await page.click("#open-library");
    await page.locator("#library .library-tools button").first().click();
    await see.match(() => page.textContent("#library .trouble >> nth=0"), /“Meanwhile” is not saved|did not work/);
    await see.match(() => page.textContent("#library"), /“Meanwhile” is not saved/);
    await page.click("text=Stay here");
    await page.keyboard.press("Escape");
    await type(page, 0, 777);
    await disarm(page);
    await page.click(".notice >> text=Try again");
    await saved(page);
    await page.reload();
    await opened(page);
    await see.deepEqual(async () => [await page.inputValue("input.title"), await text(page, 0)], ["Meanwhile", "777"]);
    await page.click("#open-library");
    await see.deepEqual(() => page.locator("#library .entry-title").allTextContents(), ["Meanwhile", "Before"]);
  });
}

scene("without any storage the page works, says so, and keeps saying so", { locale: "en" }, async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("blocked", "SecurityError"); } });
  });
  await page.reload();
  await opened(page);
  await see.match(() => page.textContent(".notice"), /keeps nothing here/);
  await type(page, 0, 1234);
  await see.equal(() => text(page, 0), "1234");
  await see.match(() => page.textContent(".notice"), /keeps nothing here/);
  await page.click("#open-library");
  await see.match(() => page.textContent("#library .trouble"), /keeps nothing here/);
});

scene("the browser asks before a text that no field could read is left behind, or work that is not saved", { locale: "en" }, async ({ page, context }) => {
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  const again = async () => {
    await page.reload();
    await opened(page);
  };
  await type(page, 0, 1234);
  await saved(page);
  await again();
  assert.deepEqual(asked, [], "nothing is lost");
  await type(page, 0, "12o");
  await page.waitForSelector(".problems");
  await again();
  assert.deepEqual(asked, ["beforeunload"], "the text of a cell");
  await see.equal(() => text(page, 0), "1234");
  await page.fill("#house", "many");
  await page.press("#house", "Enter");
  await page.waitForSelector(".problems");
  await again();
  assert.deepEqual(asked, ["beforeunload", "beforeunload"], "the text of a field");
  // Another tab saves the same scenario: what is entered here then is in no store.
  const other = await context.newPage();
  await other.goto(page.url());
  await opened(other);
  await type(other, 1, 55);
  await saved(other);
  await other.close();
  await type(page, 2, 66);
  await page.waitForSelector(".save-state.failed");
  await page.click(".notice >> text=Load what the other tab saved");
  await see.equal(() => text(page, 1), "55");
  assert.equal(asked.length, 2, "given up by the button");
});

scene("a tab of an older version that holds the storage is named, and work goes on once it is closed", { locale: "en" }, async ({ page }) => {
  await page.evaluate(() => new Promise((done) => {
    indexedDB.deleteDatabase("delegate-roster").onsuccess = () => {
      const request = indexedDB.open("delegate-roster", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("generations");
      request.onsuccess = () => { window.older = request.result; done(); };
    };
  }));
  await type(page, 0, 1234);
  await page.waitForSelector(".save-state.failed");
  await see.match(() => page.textContent(".notice"), /a tab with an older version of this page holds the storage/);
  await page.evaluate(() => window.older.close());
  await page.click(".notice >> text=Try again");
  await saved(page);
  await page.reload();
  await see.equal(() => text(page, 0), "1234");
});

scene("a later version may upgrade the database at any time; this one then refuses to write", { locale: "en" }, async ({ page }) => {
  await type(page, 0, 1234);
  await saved(page);
  const before = await stored(page);
  await page.evaluate(() => new Promise((done, failed) => {
    const request = indexedDB.open("delegate-roster", 3);
    request.onblocked = () => failed(new Error("held up"));
    request.onsuccess = () => { request.result.close(); done(); };
  }));
  await type(page, 0, 5678);
  await see.match(() => page.textContent(".notice"), /a newer version of this page has saved here/);
  assert.deepEqual(await stored(page), before);
});

test("what says Saved is there after the whole browser was killed: 3 kills", { timeout: 180_000 }, async () => {
  const result = await kills({ runs: 3, seed: 1 });
  assert.equal(result.lost, 0, told(result));
  assert.ok(result.acknowledged > 0, told(result));
  console.log(`        ${told(result)}`);
});
