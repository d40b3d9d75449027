// Units regrouped into delegations: by keyboard, by the choice on a unit, by dragging; names; a suggestion taken over.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut } from "./looks.mjs";
import { text, type } from "./page.mjs";

const board = async (page, label = "Units by delegation") => {
  await page.waitForSelector(".by-delegation");
  await page.locator(".by-delegation").getByRole("button", { name: label }).click();
  await page.waitForSelector(".regroup");
};
const group = (page, name) => page.locator(".groups > .group").filter({ has: page.getByRole("list", { name, exact: true }) });
const unit = (page, name) => page.locator(".unit").filter({ hasText: name });
const names = async (locator) => (await locator.locator(".unit bdi").allTextContents()).map((text) => text.trim());
const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());
const undo = (page) => page.locator("header").getByRole("button", { name: /^Undo/ }).click();

scene("a unit moves by keyboard, keeps the focus, and one undo brings it back", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  await board(page);
  await see.match(() => page.textContent(".balance"), /15 delegations with 484 in all: the largest has 64, the smallest 12, on average 32\.27; the largest is 5\.33 times/);
  await unit(page, "Hengyang County").focus();
  await page.keyboard.press("ArrowRight");
  await see.match(() => focused(page), /^Leiyang City/);
  await page.keyboard.press("ArrowUp");
  await see.match(() => focused(page), /^Hengyang County/);
  for (let at = 0; at < 12; at += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await see.match(() => focused(page), /^Agriculture/);
  await page.keyboard.press("Enter");
  await see.equal(() => page.evaluate(() => document.activeElement.tagName), "SELECT");
  await page.keyboard.press("Escape");
  await see.match(() => focused(page), /^Agriculture/);
  await page.keyboard.press("Enter");
  await page.locator("#move-to").selectOption("Municipal delegation 2");
  await page.keyboard.press("Enter");
  await see.ok(async () => (await names(group(page, "Municipal delegation 2"))).includes("Agriculture and rural affairs"));
  await see.match(() => focused(page), /^Agriculture/);
  await see.match(() => page.textContent(".regroup-status"), /Agriculture and rural affairs → Municipal delegation 2/);
  await page.keyboard.press("Control+z");
  await see.ok(async () => (await names(group(page, "Municipal delegation 1"))).includes("Agriculture and rural affairs"));
  await see.match(() => focused(page), /^Agriculture/);
});

scene("several units are picked and begin a delegation together, in one step", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  await board(page);
  await unit(page, "Finance").focus();
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press(" ");
  await see.match(() => page.textContent(".regroup-status"), /2 units chosen/);
  await see.equal(() => page.locator('.unit[aria-pressed="true"]').count(), 2);
  await page.keyboard.press("Enter");
  await see.match(() => page.textContent(".move-form label"), /Move 2 units to/);
  await page.locator("#move-to").selectOption("New delegation");
  await page.locator(".move-form").getByRole("button", { name: "Move", exact: true }).click();
  await see.deepEqual(() => names(group(page, "Culture, tourism and sport")), ["Culture, tourism and sport", "Finance"]);
  await see.match(() => page.textContent(".balance"), /^16 delegations/);
  await undo(page);
  await see.match(() => page.textContent(".balance"), /^15 delegations/);
});

scene("a unit is dragged to another delegation, to a new one, and out of all", { locale: "en", fragment: "/roster", height: 2400 }, async ({ page }) => {
  await board(page);
  await unit(page, "Commerce").dragTo(group(page, "Nanyue District delegation"));
  await see.deepEqual(() => names(group(page, "Nanyue District delegation")), ["Nanyue District", "Commerce"]);
  await see.match(() => focused(page), /^Commerce/);
  await unit(page, "Commerce").dragTo(page.locator(".group.new"));
  await see.deepEqual(() => names(group(page, "Commerce")), ["Commerce"]);
  await unit(page, "Commerce").dragTo(group(page, "No delegation"));
  await see.deepEqual(() => names(group(page, "No delegation")), ["Commerce"]);
  await see.equal(() => group(page, "Commerce").count(), 0);
});

scene("names change in place, two of one name become one, and a delegation is dissolved", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  await board(page);
  const name = page.getByLabel("Name of the delegation Municipal delegation 3");
  await name.fill("Third municipal delegation");
  await name.press("Enter");
  await see.equal(() => group(page, "Third municipal delegation").count(), 1);
  const other = page.getByLabel("Name of the delegation Third municipal delegation");
  await other.fill("Municipal delegation 2");
  await see.match(() => group(page, "Third municipal delegation").textContent(), /“Municipal delegation 2” already: the two will become one/);
  await other.press("Enter");
  await see.match(() => page.textContent(".balance"), /^14 delegations/);
  await see.equal(() => page.evaluate(() => document.activeElement.value), "Municipal delegation 2");
  await group(page, "Nanyue District delegation").locator(".dissolve").click();
  await page.locator("#move-to").selectOption("No delegation");
  await page.keyboard.press("Enter");
  await see.match(() => page.textContent(".balance"), /^13 delegations/);
  await see.deepEqual(() => names(group(page, "No delegation")), ["Nanyue District"]);
  await undo(page);
  await undo(page);
  await see.match(() => page.textContent(".balance"), /^15 delegations/);
});

scene("a suggested grouping says how good it is, and is taken over in one step", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  await board(page);
  await page.locator(".suggest > button").click();
  const dialog = page.locator("#suggest");
  await see.match(() => dialog.textContent(), /Optimal: no grouping into 15 has a smaller largest delegation than 59; Hengyang County alone has 59/);
  await see.match(() => dialog.textContent(), /Beside 7 delegations that one unit fills, the largest has 23, which is the best possible too/);
  await dialog.getByLabel("Greatest size (may be empty)").fill("50");
  await dialog.getByLabel("Greatest size (may be empty)").press("Enter");
  await see.match(() => dialog.textContent(), /Hengyang County alone has 59, above the greatest size 50/);
  await see.ok(() => dialog.getByRole("button", { name: "Take over" }).isDisabled());
  await dialog.getByLabel("Greatest size (may be empty)").fill("");
  await dialog.getByLabel("Greatest size (may be empty)").press("Enter");
  await see.match(() => dialog.textContent(), /Optimal/);
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Take over" }).click();
  await see.match(() => page.textContent(".balance"), /15 delegations with 484 in all: the largest has 59, the smallest 22/);
  await see.equal(() => page.evaluate(() => document.activeElement.closest(".suggest") !== null), true);
  await undo(page);
  await see.match(() => page.textContent(".balance"), /the largest has 64, the smallest 12/);
});

scene("the board is accessible and fits a narrow screen, with a choice open", { locale: "zh-CN", fragment: "/roster", width: 390, height: 844 }, async ({ page }) => {
  await board(page, "各团单位");
  await unit(page, "金融系统").click();
  await page.waitForSelector("#move-to");
  await assertAccessible(page);
  await assertNothingCut(page);
  await see.match(() => page.textContent(".balance"), /15 个代表团，合计 484 人：最多 64 人，最少 12 人/);
  assert.match(await page.textContent(".move-form label"), /将“金融系统”调整到/);
});

scene("a slip in the name of a delegation is told where it is made", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  const said = page.locator(".grid-said");
  await page.waitForSelector(".by-delegation");
  await type(page, 0, 1, "Ind");
  await see.match(() => said.textContent(), /^New delegation: Ind\./);
  await page.keyboard.press("Control+z");
  await see.equal(() => said.textContent(), "");
  await type(page, 0, 1, "Leiyang City delegation");
  await see.equal(() => text(page, 0, 1), "Leiyang City delegation");
  await see.doesNotMatch(() => said.textContent(), /New/);
});
