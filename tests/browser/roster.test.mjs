// The roster ledger as a credentials committee keeps it: by-elections, suspensions, leave, and every ended mandate explained.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";
import { chain } from "./page.mjs";

const cell = async (page, row, heading) => {
  const headings = await page.locator(".grid thead tr").last().locator("th").allTextContents();
  const at = headings.findIndex((text) => text.trim() === heading);
  assert.notEqual(at, -1, `${heading} in ${headings}`);
  const first = headings.findIndex((text) => text.trim() === "Unit");
  return page.locator(`td[data-row="${row}"][data-col="${at - first}"], th[data-row="${row}"][data-col="${at - first}"]`);
};
const enter = async (page, row, heading, value) => {
  await (await cell(page, row, heading)).click();
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
};

scene("every figure of the ledger can be entered, and what cannot be is said", { locale: "en", fragment: "/roster", width: 1900 }, async ({ page }) => {
  await page.waitForSelector(".grid");
  await enter(page, 0, "By-elected", "1");
  await see.deepEqual(() => chain(page), ["500", "487", "485", "470"]);
  await enter(page, 0, "Suspended", "1");
  await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
  await enter(page, 0, "On leave", "9");
  await see.match(() => page.textContent(".problems"), /9 on leave, but only \d+ absent/);
  await page.keyboard.press("Control+z");
  await see.doesNotMatch(() => page.textContent(".problems"), /on leave/);
});

scene("seats that are empty are a number, and more elected than seats are over in words, everywhere", { locale: "en", fragment: "/roster", width: 1900 }, async ({ page }) => {
  await page.waitForSelector(".grid");
  const shows = async (heading) => (await (await cell(page, 0, heading)).textContent()).trim();
  // The first unit has 61 seats.
  await enter(page, 0, "Elected", "59");
  await see.equal(() => shows("Unfilled"), "2");
  await see.doesNotMatch(() => page.textContent(".grid tfoot"), /[−+]/);
  await enter(page, 0, "Elected", "63");
  await see.equal(() => shows("Unfilled"), "2 over");
  await (await cell(page, 0, "Unfilled")).click();
  await see.match(() => page.textContent(".formula"), /2 over.*61 seats − 63 elected = −2.*More were elected than there are seats: 2 over/);
  await page.click("nav >> text=Report");
  await see.match(() => page.locator(".sheet tbody tr").first().textContent(), /2 over/);
  await see.equal(() => page.locator(".sheet .figures").first().locator(".words").count(), 0, "a column of figures stays one");
});

scene("the 484 are explained line by line, with day and note, and the report repeats them", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  await page.waitForSelector(".endings");
  await see.equal(() => page.locator(".ending").count(), 3);
  const first = page.locator(".ending").first();
  const name = (await first.locator("h3").textContent()).trim();
  await first.getByLabel("Note", { exact: true }).fill("Moved to the provincial capital");
  await first.getByLabel("Note", { exact: true }).press("Tab");
  await first.getByLabel("Day", { exact: true }).fill("2021-08-30");
  await page.getByLabel("Unit", { exact: true }).fill(name.toLowerCase());
  await page.click("text=Add an entry");
  await see.equal(() => page.locator(".ending").count(), 4);
  // The new entry is at hand, and what it says is a step by its name.
  await see.match(() => page.evaluate(() => document.activeElement.id), /^ending-\d+-\d+-reason$/);
  await see.match(() => page.getAttribute("#undo", "title"), /Undo: ended mandate changed/i);
  await see.deepEqual(() => chain(page), ["500", "487", "483", "470"]);
  await page.getByLabel("Unit", { exact: true }).fill("Nowhere");
  await page.click("text=Add an entry");
  await see.match(() => page.textContent(".add-ending"), /No unit has this name/);
  await page.click("nav >> text=Report");
  await see.match(() => page.textContent(".sheet"), /30 August 2021Moved to the provincial capital1/);
  await page.keyboard.press("Control+z");
  await page.click("nav >> text=Roster");
  await see.equal(() => page.locator(".ending").count(), 3);
});

scene("entries are removed one after another by keyboard, and the focus is never lost", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  await page.waitForSelector(".ending");
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.locator(".ending").nth(1).getByRole("button", { name: "Remove" }).focus();
  for (const [left, id] of [[2, "ending-1-remove"], [1, "ending-0-remove"], [0, "ending-unit"]]) {
    await page.keyboard.press("Enter");
    await see.equal(() => page.locator(".ending").count(), left);
    await see.equal(focused, id);
  }
});

scene("a number of ended mandates that could not be read stays with its unit when an entry before it goes", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  await page.waitForSelector(".ending");
  const entry = (at) => page.locator(".ending").nth(at);
  const count = (at) => entry(at).getByLabel("Number", { exact: true });
  const [second, third] = [await entry(1).locator("h3").textContent(), await count(2).inputValue()];
  await count(1).fill("one");
  await count(1).press("Tab");
  await see.equal(() => page.locator(".problems li", { hasText: "“one”" }).count(), 1);
  await entry(0).getByRole("button", { name: "Remove" }).click();
  await see.equal(() => page.locator(".ending").count(), 2);
  await see.equal(() => entry(0).locator("h3").textContent(), second);
  await see.equal(() => count(0).inputValue(), "one");
  await see.equal(() => count(1).inputValue(), third);
  await see.equal(() => page.locator(".problems li", { hasText: "“one”" }).count(), 1);
});

scene("tables are saved as CSV in which no name is a formula", { locale: "zh-CN", fragment: "/roster" }, async ({ page }) => {
  await page.waitForSelector(".grid");
  await page.click('td[data-row="0"][data-col="0"]');
  await page.keyboard.type("=1+1");
  await page.keyboard.press("Enter");
  await page.click("text=分享");
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#share").getByRole("button", { name: "代表名册" }).click()]);
  assert.equal(download.suggestedFilename(), "roster.csv");
  const { readFile } = await import("node:fs/promises");
  const text = await readFile(await download.path(), "utf8");
  assert.ok(text.startsWith("\ufeff"), "marked, so that Excel reads Chinese");
  const lines = text.trim().split("\r\n");
  assert.equal(lines.length, 32, "headings, 30 units, totals");
  assert.ok(lines.every((line) => !/(^|,)"?[=+@\t]/.test(line)), "no cell begins like a formula");
});

scene("the table keeps the focus only while it has it", { locale: "en" }, async ({ page }) => {
  await page.click('td[data-row="0"][data-col="2"]');
  await page.keyboard.type("50000");
  await page.keyboard.press("Enter");
  await page.focus("#house");
  await page.fill("#house", "480");
  await page.keyboard.press("Enter");
  await see.equal(() => page.textContent(".chain .link dd >> nth=0"), "480");
  await see.equal(() => page.evaluate(() => document.activeElement.id), "house");
});

scene("who is absent in one unit is not made up for by another with more than are due", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
  // More than are due there; those absent in the other units stay absent.
  const there = Number(await (await cell(page, 0, "Present")).textContent());
  await enter(page, 0, "Present", String(there + 10));
  await see.match(() => page.textContent(".chain"), /−\d+ absent; \d+ over/);
  await see.match(() => page.locator(".grid tfoot").textContent(), /\d+; \d+ over/);
  await page.click("nav >> text=Report");
  await see.match(() => page.textContent(".sheet"), /Of 484 delegates due to attend, \d+ are absent\. 480 are present, \d+ of them beyond the number due/);
});
