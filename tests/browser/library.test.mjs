// The library of scenarios: what is kept in a browser, tab by tab, and what becomes of what cannot be read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { opened, saved, scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut, shoot } from "./looks.mjs";
import { asBefore, bytes, stored, tamper } from "./faults.mjs";
import { text, type } from "./page.mjs";

const rename = async (page, title) => {
  await page.fill("input.title", title);
  await page.press("input.title", "Enter");
};
const library = async (page) => {
  await page.click("#open-library");
  await page.waitForSelector("#library[open] .library-list[aria-busy=false]");
};
const titles = (page) => page.locator("#library .entry-title").allTextContents();
const entry = (page, title) => page.locator("#library .entry").filter({ has: page.locator(".entry-title", { hasText: new RegExp(`^${title}$`) }) });
const button = (page, title, name) => entry(page, title).getByRole("button", { name: `${name}: ${title}` });
const title = (page) => page.inputValue("input.title");

scene("new, example and open: each scenario keeps its own figures and a history of its own", { locale: "en" }, async ({ page }) => {
  await rename(page, "First");
  await type(page, 0, 2, "50000");
  await saved(page);
  await page.click("text=New");
  await see.equal(() => title(page), "");
  await saved(page);
  await see.equal(() => page.getByRole("button", { name: /^Undo/ }).isDisabled(), true, "the history starts anew");
  await rename(page, "Second");
  await saved(page);
  await library(page);
  await see.deepEqual(() => titles(page), ["Second", "First"]);
  await see.match(() => entry(page, "First").textContent(), /30 units, 500 seats, \d+(\.\d)? k?B.*Changed .*20\d\d/s);
  await see.match(() => entry(page, "Second").textContent(), /0 units.*Open now/s);
  await button(page, "First", "Open").click();
  await see.equal(() => title(page), "First");
  await see.equal(() => text(page, 0, 2), "50,000");
  await see.match(() => page.textContent(".visually-hidden[aria-live]"), /Opened: First/);
  await see.equal(() => page.getByRole("button", { name: /^Undo/ }).isDisabled(), true);
  await see.equal(() => page.evaluate(() => document.activeElement.id), "open-library", "the focus returns to the opener");
  await see.equal(async () => (await page.textContent(".save-state")).trim(), "Saved");
  await page.reload();
  await see.equal(() => title(page), "First", "the last opened one opens");
  await page.click("#open-examples");
  await page.locator("#examples .entry button").first().click();
  await see.equal(() => text(page, 0, 2), "46,210");
  await library(page);
  await see.equal(async () => (await titles(page)).length, 3);
});

scene("renames, copies, deletes and takes it back, by keyboard alone", { locale: "en" }, async ({ page, context, address }) => {
  await rename(page, "Alpha");
  await saved(page);
  await page.focus("#open-library");
  await page.keyboard.press("Enter");
  await button(page, "Alpha", "Duplicate").focus();
  await page.keyboard.press("Enter");
  await see.match(() => page.textContent(".library-said"), /Copied as: Alpha \(copy\)/);
  await see.deepEqual(async () => (await titles(page)).sort(), ["Alpha", "Alpha (copy)"]);
  await see.match(() => page.evaluate(() => document.activeElement.id), /^rename-/);
  await page.keyboard.press("Enter");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^title-/);
  await page.keyboard.press("Escape");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^rename-/, "Escape ends the renaming, not the dialog");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Beta");
  await page.keyboard.press("Enter");
  await see.match(() => page.textContent(".library-said"), /Renamed: Beta/);
  await see.deepEqual(async () => (await titles(page)).sort(), ["Alpha", "Beta"]);
  await button(page, "Beta", "Delete").focus();
  await page.keyboard.press("Enter");
  await see.match(() => page.textContent(".library-said"), /Deleted: Beta/);
  await see.deepEqual(() => titles(page), ["Alpha"]);
  await see.equal(() => page.evaluate(() => document.activeElement.id), "undo-delete");
  await page.keyboard.press("Enter");
  await see.match(() => page.textContent(".library-said"), /Back again: Beta/);
  await see.deepEqual(async () => (await titles(page)).sort(), ["Alpha", "Beta"]);
  await see.match(() => page.evaluate(() => document.activeElement.id), /^open-/);
  // The open one: another takes its place, and it, too, comes back, also after a reload.
  await button(page, "Alpha", "Delete").click();
  await see.equal(() => title(page), "Beta");
  await page.keyboard.press("Escape");
  await page.reload();
  await opened(page);
  await see.equal(() => title(page), "Beta");
  await library(page);
  await page.click("#undo-delete");
  await see.deepEqual(async () => (await titles(page)).sort(), ["Alpha", "Beta"]);
  // Deleting the next one is what makes the last one go for good.
  await button(page, "Alpha", "Delete").click();
  await see.match(() => page.textContent(".library-deleted"), /Deleted: Alpha/);
  await page.click("text=Delete for good");
  await see.equal(() => page.locator("#undo-delete").count(), 0);
  const keys = Object.keys(await stored(page));
  assert.equal(keys.filter((key) => key.endsWith("/newest")).length, 1, keys.join());
  // The title of the open one is renamed in the list, too.
  await button(page, "Beta", "Rename").click();
  await page.keyboard.type("Gamma");
  await page.keyboard.press("Enter");
  await see.equal(() => title(page), "Gamma");
  const other = await context.newPage();
  await other.goto(address(""));
  await opened(other);
  await see.equal(() => title(other), "Gamma");
});

scene("a link becomes a scenario of its own; the open one stays", { locale: "en" }, async ({ page }) => {
  await rename(page, "Mine");
  await type(page, 0, 2, "50000");
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  await page.keyboard.press("Escape");
  await type(page, 1, 2, "60000");
  await page.evaluate((hash) => { location.hash = hash; }, link.split("#")[1]);
  await page.waitForSelector("#shared[open]");
  await see.match(() => page.textContent("#shared"), /a scenario of its own/);
  await page.click("text=Open as a copy");
  await see.equal(() => text(page, 1, 2), "41,830");
  await saved(page);
  await library(page);
  await see.deepEqual(() => titles(page), ["Mine", "Mine"]);
  await page.locator("#library .entry:not(.current)").getByRole("button", { name: /^Open/ }).click();
  await see.deepEqual(async () => [await text(page, 0, 2), await text(page, 1, 2)], ["50,000", "60,000"]);
});

scene("the single record of before becomes the first scenario", { locale: "en" }, async ({ page }) => {
  const record = async (name) => (await readFile(new URL(`../data/records/${name}`, import.meta.url))).toString("base64");
  await asBefore(page, { newest: await record("v1-newest.bin"), previous: await record("v1-previous.bin"), aside: btoa("damaged") });
  await page.reload();
  await opened(page);
  await see.equal(() => title(page), "Kept since the first version");
  await see.equal(() => text(page, 0, 2), "50,000");
  await see.equal(async () => (await page.textContent(".save-state")).trim(), "Saved");
  const keys = await stored(page);
  assert.deepEqual(Object.keys(keys), ["0000000000000001/aside", "0000000000000001/newest", "0000000000000001/previous", "last"]);
  await type(page, 1, 2, "60000");
  await saved(page);
  await page.reload();
  await see.deepEqual(async () => [await text(page, 0, 2), await text(page, 1, 2)], ["50,000", "60,000"]);
  await library(page);
  await see.match(() => entry(page, "Kept since the first version").textContent(), /set aside/);
});

scene("a damaged save: the one before it opens, the bytes can be had, and a list never hides anything", { locale: "en" }, async ({ page }) => {
  await rename(page, "Hurt");
  await saved(page);
  await type(page, 0, 2, "50000");
  await saved(page);
  await type(page, 0, 2, "60000");
  await saved(page);
  const [newest] = Object.keys(await stored(page)).filter((key) => key.endsWith("/newest"));
  await tamper(page, [["flip", newest]]);
  const flipped = await bytes(page, newest);
  await page.reload();
  await see.match(() => page.textContent(".notice"), /The last save is damaged; this is the one before it/);
  await see.equal(() => text(page, 0, 2), "50,000");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Download the damaged data")]);
  assert.equal((await readFile(await download.path())).toString("base64"), flipped);
  // A second scenario, of which nothing can be read, and one of a later version.
  await tamper(page, [["put", "00000000000000aa/newest", [1, 2, 3]], ["put", "00000000000000bb/newest", [68, 82, 83, 9, 1, 2]]]);
  await library(page);
  await see.match(() => entry(page, "Hurt").textContent(), /The last save is damaged; the one before it opens/);
  await see.match(() => page.textContent("#library"), /Damaged: this cannot be read/);
  await see.match(() => page.textContent("#library"), /Saved by a newer version/);
  const broken = page.locator("#library .entry", { hasText: "Damaged: this cannot" });
  const [file] = await Promise.all([page.waitForEvent("download"), broken.getByRole("button", { name: /^Download/ }).click()]);
  assert.deepEqual([...(await readFile(await file.path()))], [1, 2, 3]);
  await page.keyboard.press("Escape");
  // Going on: the damaged bytes are set aside, not replaced.
  await type(page, 0, 2, "70000");
  await saved(page);
  assert.equal(await bytes(page, newest.replace("newest", "aside")), flipped);
  await page.reload();
  await see.equal(() => text(page, 0, 2), "70,000");
  // Where nothing of the open one can be read, it stays as it is, and the page opens on the example.
  await tamper(page, [["flip", newest], ["flip", newest.replace("newest", "previous")]]);
  const before = await stored(page);
  await page.reload();
  await see.match(() => page.textContent(".notice"), /damaged and cannot be opened/);
  await see.equal(() => text(page, 0, 2), "46,210");
  await type(page, 0, 2, "1");
  await saved(page);
  const after = await stored(page);
  for (const [key, length] of Object.entries(before)) if (key !== "last") assert.equal(after[key], length, key);
});

scene("tabs on different scenarios do not disturb each other; each keeps its own over a reload", { locale: "en" }, async ({ page, context, address }) => {
  await rename(page, "One");
  await saved(page);
  const other = await context.newPage();
  await other.goto(address(""));
  await opened(other);
  await other.click("text=New");
  await see.equal(() => title(other), "");
  await rename(other, "Two");
  await saved(other);
  for (let n = 0; n < 3; n += 1) {
    await rename(page, `One ${n}`);
    await saved(page);
    await rename(other, `Two ${n}`);
    await saved(other);
  }
  await page.reload();
  await other.reload();
  await see.equal(() => title(page), "One 2");
  await see.equal(() => title(other), "Two 2");
});

scene("a scenario deleted in another tab is said at the next save, and saved again when asked", { locale: "en" }, async ({ page, context, address }) => {
  await rename(page, "Shared");
  await type(page, 0, 2, "50000");
  await saved(page);
  const other = await context.newPage();
  await other.goto(address(""));
  await opened(other);
  await library(other);
  await button(other, "Shared", "Delete").click();
  await see.match(() => other.textContent(".library-said"), /Deleted: Shared/);
  await type(page, 1, 2, "60000");
  await see.match(() => page.textContent(".notice"), /deleted in another tab/);
  await see.equal(() => text(page, 1, 2), "60,000");
  await page.click("text=Save it again");
  await saved(page);
  await see.equal(() => page.locator(".notice .trouble").count(), 0);
  await page.reload();
  await see.deepEqual(async () => [await text(page, 0, 2), await text(page, 1, 2)], ["50,000", "60,000"]);
});

scene("storage that was cleared is noticed at the next save and written again from memory", { locale: "en" }, async ({ page }) => {
  await type(page, 0, 2, "50000");
  await saved(page);
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase("delegate-roster").onsuccess = done; }));
  await type(page, 1, 2, "60000");
  await see.equal(async () => Object.keys(await stored(page)).filter((key) => key.endsWith("/newest")).length, 1);
  await saved(page);
  await page.reload();
  await see.deepEqual(async () => [await text(page, 0, 2), await text(page, 1, 2)], ["50,000", "60,000"]);
});

scene("the browser is asked once to keep the storage, after the first save, and its answer is said", { locale: "en" }, async ({ page, context }) => {
  await context.addInitScript(() => {
    StorageManager.prototype.persist = async () => { localStorage.asked = Number(localStorage.asked ?? 0) + 1; return false; };
    StorageManager.prototype.persisted = async () => localStorage.granted === "yes";
  });
  await page.reload();
  await opened(page);
  assert.equal(await page.evaluate(() => localStorage.asked), undefined);
  for (const value of ["1", "2"]) {
    await type(page, 0, 2, value);
    await saved(page);
    await see.equal(() => page.evaluate(() => localStorage.asked), "1");
    await page.reload();
    await opened(page);
  }
  await library(page);
  await see.match(() => page.textContent(".library-kept"), /may clear this storage/);
  await page.click("text=Ask it to keep this");
  await see.equal(() => page.evaluate(() => localStorage.asked), "2");
  await page.evaluate(() => { localStorage.granted = "yes"; });
  await page.keyboard.press("Escape");
  await library(page);
  await see.match(() => page.textContent(".library-kept"), /keeps this until you delete it/);
});

for (const [locale, theme, width] of [["en", "light", 1440], ["zh-CN", "dark", 390], ["zh-CN", "light", 1440], ["en", "dark", 390]]) {
  scene(`the library looks right and is accessible: ${locale}, ${theme}, ${width} px`, { locale, theme, width }, async ({ page }) => {
    const long = locale === "en" ? "The Twelfth Congress of the Party in Hengyang, held in September 2021" : "中国共产党衡阳市第十二次代表大会代表名额分配与资格审查方案";
    await rename(page, long);
    await saved(page);
    await page.getByRole("button", { name: locale === "en" ? "New" : "新建", exact: true }).click();
    await see.equal(() => title(page), "");
    await saved(page);
    await tamper(page, [["put", "00000000000000aa/newest", [1, 2, 3]]]);
    await library(page);
    await page.locator("#library .entry.current").getByRole("button", { name: locale === "en" ? /^Duplicate/ : /^复制/ }).click();
    await see.notEqual(async () => (await page.textContent(".library-said")).trim(), "");
    await page.locator("#library .entry").filter({ hasText: locale === "en" ? "Copy" : "副本" }).getByRole("button", { name: locale === "en" ? /^Delete/ : /^删除/ }).click();
    await page.waitForSelector("#undo-delete");
    await page.locator("#library .entry.current button[id^=rename]").click();
    await assertAccessible(page);
    await assertNothingCut(page);
    await shoot(page, `library-${width}-${locale.slice(0, 2)}-${theme}`, { fullPage: false });
  });
}
