// The composition as an organiser works on it: targets, the matrix, ties and lots, locked cells, contradictions, the link.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut } from "./looks.mjs";

const card = (page, at) => page.locator(".category").nth(at);
const type = async (field, value) => {
  await field.fill(value);
  await field.press("Enter");
};
const column = async (page, at) =>
  Promise.all((await page.locator(`.composition-grid tbody tr td:nth-of-type(${at + 2}) input`).all()).map((input) => input.inputValue()));
const sum = (cells) => cells.reduce((all, text) => all + Number(text), 0);

async function women(page) {
  await page.getByRole("button", { name: "Women", exact: true }).click();
  // The button goes with what it added; its target is wanted next.
  await see.match(() => page.evaluate(() => document.activeElement.id), /^category-\d+-limit$/);
  await card(page, 0).getByLabel("Target", { exact: true }).selectOption({ label: "At least" });
  await type(card(page, 0).getByLabel("Share", { exact: true }), "1/3");
}

scene("a target becomes a sentence and a matrix; a tie is settled by lot", { locale: "en", fragment: "/composition" }, async ({ page }) => {
  await page.waitForSelector(".step-composition");
  await see.match(() => page.textContent(".composition-matrix"), /No category yet/);
  await women(page);
  await see.match(() => card(page, 0).textContent(), /At least 1\/3 of 500 = 167\. Planned 167: met\./);
  // Of half the seats every unit with an odd number has an equal remainder.
  await type(card(page, 0).getByLabel("Share", { exact: true }), "50%");
  await see.match(() => card(page, 0).textContent(), /At least 50% of 500 = 250\. Planned 250: met\..*units are tied for \d+ seats: .*A lot decides/);
  // A share is shown as it is typed.
  await see.equal(() => card(page, 0).getByLabel("Share", { exact: true }).inputValue(), "50%");
  await see.match(async () => (await column(page, 0)).join(), /\+1\?/);
  await page.getByRole("button", { name: "Draw lots" }).click();
  await see.equal(async () => sum(await column(page, 0)), 250);
  await see.equal(() => page.locator(".composition-tie").isVisible(), false);
  await page.keyboard.press("Control+z");
  await see.match(async () => (await column(page, 0)).join(), /\+1\?/);
});

scene("a number typed locks a cell, cleared it is computed; a text that does not fit stays", { locale: "en", fragment: "/composition" }, async ({ page }) => {
  await women(page);
  const cell = page.locator(".composition-grid tbody tr").nth(1).locator("input").first();
  await see.notEqual(() => cell.inputValue(), "", "the worker's answer");
  const computed = await cell.inputValue();
  await cell.fill("0");
  await cell.press("Enter");
  await see.equal(() => page.locator(".composition-grid td.locked").count(), 1);
  await see.match(() => card(page, 0).textContent(), /Planned 167: met\./);
  await see.equal(() => page.evaluate(() => document.activeElement.closest("tr").rowIndex), 3, "Enter goes down");
  await cell.focus();
  await see.match(() => page.textContent(".cell-status"), /exact share .*locked by hand/);
  await cell.fill("");
  await cell.press("Enter");
  await see.equal(() => cell.inputValue(), computed);
  await cell.fill("many");
  await cell.press("Tab");
  await see.equal(() => cell.getAttribute("aria-invalid"), "true");
  await see.equal(() => cell.inputValue(), "many");
  await cell.press("Escape");
  await see.equal(() => cell.inputValue(), computed);
});

scene("contradictions name who contradicts whom, and lead there", { locale: "en", fragment: "/composition" }, async ({ page }) => {
  await page.getByRole("button", { name: "Women", exact: true }).click();
  await page.getByRole("button", { name: "Front line", exact: true }).click();
  for (const [at, share] of [[0, "60%"], [1, "50%"]]) {
    await card(page, at).getByLabel("Counting", { exact: true }).selectOption({ label: "A seat counts for one only" });
    await card(page, at).getByLabel("Target", { exact: true }).selectOption({ label: "At least" });
    await type(card(page, at).getByLabel("Share", { exact: true }), share);
  }
  await see.match(() => page.textContent(".contradictions"), /Women 300 \+ Front line 250 = 550 seats, but there are 500/);
  await page.locator(".contradictions button").click();
  await see.equal(() => page.evaluate(() => document.activeElement.id.replace(/\d+/, "N")), "category-N-name");
  await card(page, 1).getByLabel("Target", { exact: true }).selectOption({ label: "At most" });
  await see.equal(() => page.textContent(".contradictions"), "");
  // 300 are needed, so only 200 are left of the 250 allowed; nobody is left for the others.
  await see.match(() => card(page, 1).textContent(), /At most 50% of 500 = 250\. Planned 200: met\./);
  await see.match(() => page.locator(".composition-grid tfoot tr").first().textContent(), /Planned5003002000/);
  await card(page, 0).getByRole("button", { name: "Remove" }).click();
  await see.equal(() => page.locator(".category").count(), 1);
});

scene("members by unit are pasted and share the category; all of it travels in the link and is printed", { locale: "en", fragment: "/composition", permissions: ["clipboard-read", "clipboard-write"] }, async ({ page, fresh }) => {
  await page.click(".guidelines summary");
  await page.locator(".guidelines li", { hasText: "generally not below their share among the local members" }).getByRole("button").click();
  await see.match(() => card(page, 0).textContent(), /rests on the members of the category/);
  await page.getByRole("button", { name: "Members in the category" }).click();
  const rows = await page.locator(".composition-grid tbody tr").count();
  assert.equal(rows, 30);
  await page.evaluate((text) => navigator.clipboard.writeText(text), Array.from({ length: rows }, (_, at) => 100 * (at + 1)).join("\n"));
  await page.locator(".composition-grid tbody input").first().focus();
  await page.keyboard.press("Control+v");
  // 46,500 of 380,000 members: 61.18 of 500.
  await see.match(() => card(page, 0).textContent(), /46,500\/380,000 of 500 = 62\. Planned 62: met/);
  await page.click(".page-head >> text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "zh-CN", fragment: link.split("#")[1] });
  await other.page.click("text=作为副本打开");
  await other.page.click("nav >> text=代表构成");
  await see.match(() => card(other.page, 0).textContent(), /不少于名额 500 的 46,500\/380,000（在成员中所占比例），即 62 名。/);
  await other.page.click("nav >> text=报告");
  await other.page.click(".report-tools button >> nth=1");
  await see.match(() => other.page.textContent(".sheet"), /代表构成计划.*各单位各类代表名额/s);
});

for (const [width, locale, theme] of [[1440, "zh-CN", "light"], [390, "en-US", "dark"]]) {
  scene(`is accessible and nothing is cut at ${width}`, { locale, theme, width, fragment: "/composition" }, async ({ page }) => {
    await page.locator(".add-category button").first().click();
    await page.locator(".category select").first().selectOption({ index: 1 });
    await type(page.locator(".amount-fields input").first(), "1/3");
    await see.match(() => page.textContent(".category-verdict"), /167/);
    await page.click(".guidelines summary");
    await assertNothingCut(page);
    await assertAccessible(page);
  });
}
