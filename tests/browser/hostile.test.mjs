// Names made to harm, in every place that has a name: they are text in each step, dialog, print and file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { scene, see } from "./harness.mjs";
import { assertNothingCut } from "./looks.mjs";

const MARKS = "e" + "\u0301".repeat(110);
const NAMES = [
  '<img src=x onerror="window.hit=1">', '"><script>window.hit=1</script>', "<svg onload=window.hit=1>", "javascript:window.hit=1",
  "</title><iframe srcdoc=x>", "{{window.hit=1}}", "\u202eevil\u202c", "zero\u200bwidth\u200d", MARKS, "=HYPERLINK(\"http://x.invalid\")", "&lt;b&gt; &amp; ' `",
  "</svg><style>*{display:none}</style>",
];
let at = 0;
const name = () => NAMES[(at += 1) % NAMES.length];
const steps = ["allocation", "roster", "rules", "sittings", "elections", "composition", "compare", "report"];

/** A congress whose every name is one of these; `count` units. */
function scenario(count) {
  const list = (length, from, make) => Array.from({ length }, (_, n) => make(from + n, n));
  const units = list(count, 1, (id, n) => ({
    id, name: NAMES[n % NAMES.length], delegation: 100 + (n % 3), members: 1000 + n, elected: 20,
    ended: [{ reason: "transferred", count: 1, note: name() }],
  }));
  return {
    format: "delegate-roster", version: 1, title: NAMES[0],
    allocation: { house: count * 20, method: "webster", minimumRule: "seed", minimum: 0 },
    rules: { own: { name: name(), copiedFrom: "cpc-local-2020", changed: [], removed: [] } },
    delegations: list(3, 100, (id) => ({ id, name: name() })),
    units,
    sittings: list(2, 110, (id, n) => ({
      id, name: name(), kind: n ? "election" : "preparatory", purpose: "elect", note: name(), counted: "by-unit",
      attendance: units.map((unit) => ({ unit: unit.id, present: 18 })),
    })),
    shown: 110,
    agenda: list(3, 120, (id, n) => ({ id, title: name(), sitting: 110 + (n % 2), needs: n ? "hearing" : { vote: { decision: "adopt", favour: 200 } } })),
    elections: [{
      id: 130, title: name(), office: "committee", sitting: 111, seats: 2, papers: { issued: 216, returned: 216, valid: 216 },
      candidates: list(4, 0, (n) => ({ name: name(), votes: 200 - n * 40, strokes: 4 + n })),
    }],
    composition: list(2, 140, (id) => ({ id, name: name(), target: { limit: "at-least", of: { share: [1, 3] } } })),
    people: {
      leads: "table",
      delegates: list(6, 150, (id, n) => ({
        id, name: name(), note: name(), categories: "=1+1", mandate: { entry: "elected", tenure: "holding" },
        ...(n % 2 ? { unit: 1 } : { unitTold: name() }),
      })),
      marks: [],
    },
    nextId: 1000,
  };
}

/** Everything by which a name could have become more than text. */
const grown = (page) => page.evaluate(() => {
  const found = [...document.querySelectorAll("script, img, iframe, object, embed, style, link, base, [onerror], [onload], [onclick]")];
  return [window.hit, ...found.map((element) => element.tagName + (element.src || element.href || ""))];
});

scene("names are text in every step, dialog, print and file", { locale: "en", width: 1440 }, async ({ page }) => {
  await page.waitForSelector(".grid");
  const before = await grown(page);
  const unharmed = async (where) => see.deepEqual(() => grown(page), before, where);
  const document = JSON.stringify(scenario(36));
  await page.click("text=Open table");
  await page.setInputFiles("#import-file", { name: `${NAMES[0].replaceAll("/", "")}.json`, mimeType: "application/json", buffer: Buffer.from(document) });
  await page.waitForSelector("#shared[open]");
  await see.match(() => page.textContent("#shared"), /36 units/);
  await unharmed("looked at");
  await page.getByRole("button", { name: "Compare with mine" }).click();
  await see.match(() => page.textContent("#shared"), /onerror/);
  await unharmed("compared");
  await page.getByRole("button", { name: "Open as a copy" }).click();
  await see.equal(() => page.inputValue("input.title"), NAMES[0]);
  await see.equal(() => page.title().then((title) => title.includes("<img src=x")), true, "the title of the window is text");
  for (const language of ["en", "zh"]) {
    await page.selectOption("select.language", { index: language === "en" ? 1 : 0 });
    for (const step of steps) {
      await page.evaluate((hash) => { location.hash = hash; }, `#/${step}`);
      await page.waitForSelector(`a[href="#/${step}"][aria-current]`);
      // What is folded holds names, too.
      await page.evaluate(() => { for (const folded of document.querySelectorAll("details")) folded.open = true; });
      await see.ok(() => page.evaluate(() => /onerror|script|evil|HYPERLINK/.test(document.querySelector("main").innerText + [...document.querySelectorAll("main input")].map((i) => i.value).join())), `${step} shows names`);
      await unharmed(`${step}, ${language}`);
      await page.emulateMedia({ media: "print" });
      await unharmed(`${step} on paper, ${language}`);
      await page.emulateMedia({ media: "screen" });
    }
  }
  await page.setViewportSize({ width: 390, height: 844 });
  for (const step of steps) {
    await page.evaluate((hash) => { location.hash = hash; }, `#/${step}`);
    await page.waitForSelector(`a[href="#/${step}"][aria-current]`);
    await assertNothingCut(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.click("#open-library");
  await see.match(() => page.textContent("#library"), /onerror/);
  await unharmed("the library");
});

scene("names that are no text are refused where they stand", { locale: "en" }, async ({ page }) => {
  await page.waitForSelector(".grid");
  const text = JSON.stringify(scenario(3));
  const first = JSON.stringify(NAMES[1]);
  for (const [wrong, why] of [
    ['"\\u0000"', /units\[1\]\.name/],
    ['"two\\nlines"', /units\[1\]\.name/],
    ['"\\ud800"', /line 1, column \d+/],
    [JSON.stringify("x".repeat(241)), /units\[1\]\.name/],
  ]) {
    await page.click("text=Open table");
    const at = text.indexOf(`"id":2,"name":${first}`);
    assert.ok(at > 0);
    const changed = text.slice(0, at) + text.slice(at).replace(first, wrong);
    await page.setInputFiles("#import-file", { name: "names.json", mimeType: "application/json", buffer: Buffer.from(changed) });
    await page.waitForSelector("#shared[open]");
    await see.match(() => page.textContent("#shared"), why);
    await page.getByRole("button", { name: "Close", exact: true }).last().click();
    await page.waitForSelector("#shared[open]", { state: "detached" });
  }
  // The thirty units of the example, not the three of the file.
  await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "32", "the scenario that was open is untouched");
});
