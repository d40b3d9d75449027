// Every computed number says how it came about: when it is pointed at, focused or tapped, and in the line over the grid.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";

const STEPS = ["allocation", "roster", "rules", "sittings", "elections", "composition", "compare", "report"];

/** Where the page shows numbers that it worked out; those in fields and drawings are none. */
const COMPUTED = [
  ".chain dd", ".chain .verdict > span", ".grid tfoot td", ".by-delegation .plain-table td", ".attendance td", ".blocs td",
  ".blocs .sentence", ".sitting-figures strong", ".sentence-block .sentence", ".decisions .sentence", ".item-verdict .sentence",
  ".election-rules .sentence", ".ballot-result .sentence", ".spread .sentence", ".composition-grid td:not(:has(input))",
  ".category-verdict .sentence", ".methods-table td", ".sheet > p:not(.congress, .note)", ".sheet .figures:not(:has(caption)) td",
  ".chart:not(.printed) td", ".chart:not(.printed) .sentence", ".what-if .sentence", ".people-figures p", ".people-beside td", ".timetable .latest",
];

const go = async (page, step) => {
  await page.evaluate((to) => { location.hash = `#/${to}`; }, step);
  await page.waitForSelector(`.steps [aria-current][href="#/${step}"]`);
  if (step === "compare") await page.waitForSelector(".methods-table td");
};

/** What shows more numbers on a step, one look after the other: rows that a filter shows, a list of delegates, deadlines, pictures, what was tried. */
const MORE = {
  async allocation(page, look) {
    await page.getByRole("button", { name: /^(Filter|筛选)$/ }).click();
    await page.fill("#allocation-filter", await page.locator("html").getAttribute("lang") === "en" ? "city" : "市");
    await page.waitForSelector(".total-shown");
    await page.click(".pictures summary");
    for (const one of [0, 1, 2, 3]) {
      await page.locator(".pictures .choice button").nth(one).click();
      await page.waitForSelector(`.pictures .choice button:nth-child(${one + 1})[aria-pressed=true]`);
      await look();
    }
  },
  async roster(page, look) {
    await page.click(".people summary");
    await page.click("#people-import-open");
    await page.fill("#people-text", "姓名\t选举单位\t状态\n赵一\t衡阳县\t当选\n钱二\tHengyang County\t当选\n孙三\t衡阳县\t调离");
    await page.check("#people-fill");
    await page.click("#people-import .primary");
    await page.click(".people-beside summary");
    await look();
  },
  async sittings(page, look) {
    await page.fill("#congress-day", "2021-09-27");
    await page.waitForSelector(".timetable .begins");
    await look();
  },
  async compare(page, look) {
    await page.locator("#what-if-house").evaluate((input) => { input.value = "512"; input.dispatchEvent(new InputEvent("input", { bubbles: true })); });
    await page.waitForSelector("#sweep-numbers td");
    await look();
  },
};

/** What has a digit and nothing to ask. */
const unexplained = (page) => page.evaluate((selectors) => {
  const bare = [...document.querySelectorAll(selectors)].filter((one) => {
    const asked = [...one.querySelectorAll(".reckoned")].map((number) => number.textContent).join("");
    return /\d/.test(one.textContent) && !/\d/.test(asked) && one.checkVisibility();
  });
  return bare.map((one) => one.outerHTML.slice(0, 200));
}, COMPUTED.join(","));

/** Focuses the numbers (of a table: of its first, its eighth and its last rows) and reads what is said of them. */
const asked = (page) => page.evaluate(async () => {
  const rows = (number) => {
    const row = number.closest("tr");
    const body = row?.closest("tbody")?.rows;
    return !body || [0, 7, body.length - 1].includes([...body].indexOf(row));
  };
  const found = [];
  for (const number of [...document.querySelectorAll(".reckoned")].filter((one) => rows(one) && one.checkVisibility())) {
    number.focus();
    const end = performance.now() + 3000;
    const answer = document.querySelector("#explanation");
    // The answer to the number before may still stand there.
    // And none does before the rest of the program is there.
    while ((answer.hidden || answer.getAttribute("data-of") !== number.getAttribute("data-figure")) && performance.now() < end) {
      await new Promise(requestAnimationFrame);
    }
    found.push([number.textContent, answer.hidden ? "" : answer.innerText]);
  }
  return found;
});

const wrong = (answers) => answers.filter(([shown, told]) => !numbers(shown).some((number) => told.includes(number)) || told.split("\n").length < 2);

const numbers = (text) => text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];

for (const [locale, name] of [["en-US", "English"], ["zh-CN", "Chinese"]]) {
  scene(`every computed number is explained, in ${name}`, { locale }, async ({ page }) => {
    const counts = {};
    for (const step of STEPS) {
      await go(page, step);
      assert.deepEqual(await unexplained(page), [], step);
      const answers = await asked(page);
      counts[step] = answers.length;
      assert.deepEqual(wrong(answers), [], step);
      await MORE[step]?.(page, async () => {
        assert.deepEqual(await unexplained(page), [], `${step}, more`);
        assert.deepEqual(wrong(await asked(page)), [], `${step}, more`);
      });
    }
    assert.ok(counts.allocation > 10 && counts.roster > 40 && counts.sittings > 20 && counts.compare > 40 && counts.report > 20, JSON.stringify(counts));
  });
}

scene("the line over the grid explains the active cell", { locale: "en-US" }, async ({ page }) => {
  const line = () => page.textContent(".formula");
  await page.click('[data-row="0"][data-col="3"]');
  await see.match(line, /Exact quota.*60\.803.*46,210 members × 500 seats in all ÷ 380,000 members in all/);
  await page.keyboard.press("ArrowRight");
  await see.match(line, /Seats.*46,210 members ÷ divisor 763 ≈ 60\.564.*Between 60\.5 and 61\.5 the method rounds to 61.*Fair Representation/);
  // Typing leaves the line as it is until the cell is left.
  await page.keyboard.type("55");
  await see.match(line, /divisor 763/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await see.match(line, /Fixed by hand.*55 seats − 61 without the lock = −6/);
  await page.selectOption("#method", "hamilton");
  await page.click('[data-row="1"][data-col="4"]');
  await see.match(line, /members ÷ quota [\d.,]+… ≈ .*whole part.*remainder/);
});

scene("an answer opens by pointer, keys and touch, stays to be read, and closes by Escape", { locale: "en-US" }, async ({ page, fresh }) => {
  const answer = page.locator("#explanation");
  const actual = page.locator(".chain .reckoned", { hasText: /^484$/ });
  await actual.hover();
  await answer.waitFor({ state: "visible" });
  await see.match(() => answer.innerText(), /487 elected − 3 ended = 484/);
  assert.equal(await actual.getAttribute("aria-describedby"), "explanation");
  // The pointer may go to what it opened.
  const box = await answer.boundingBox();
  await page.mouse.move(box.x + 20, box.y + box.height - 10, { steps: 5 });
  await see.equal(() => actual.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Escape");
  await answer.waitFor({ state: "hidden" });
  // Keys: focus opens, Enter closes and opens, arrows walk through a table.
  await page.locator(".chain .verdict .reckoned").focus();
  await see.match(() => answer.innerText(), /484 due × 1\/2 = 242[^]*at least 243[^]*227 may still leave[^]*Art\. 24/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await answer.waitFor({ state: "hidden" });
  await go(page, "roster");
  const units = page.locator(".by-delegation tfoot .reckoned").first();
  await units.focus();
  await page.keyboard.press("ArrowRight");
  await see.match(() => answer.innerText(), /380,000/);
  await page.keyboard.press("ArrowUp");
  await see.doesNotMatch(() => answer.innerText(), /380,000/);
  await page.emulateMedia({ media: "print" });
  await see.equal(() => answer.isVisible(), false);
  // A narrow touch screen: a tap opens within the window, another one closes.
  const { page: phone } = await fresh({ width: 320, height: 640, locale: "zh-CN" });
  const verdict = phone.locator(".chain .verdict .reckoned");
  await verdict.click();
  const small = phone.locator("#explanation");
  await see.match(() => small.innerText(), /须超过 242，即至少 243/);
  const there = await small.boundingBox();
  assert.ok(there.x >= 0 && there.x + there.width <= 320, JSON.stringify(there));
  await verdict.click();
  await small.waitFor({ state: "hidden" });
});
