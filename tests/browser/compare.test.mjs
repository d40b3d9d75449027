// A shared link is compared with one's own scenario before anything is opened, and single changes are taken over.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";

const cell = (row, col) => `[data-row="${row}"][data-col="${col}"]`;
const text = (page, row, col) => page.locator(`${cell(row, col)}`).evaluate((td) => td.querySelector("input")?.value ?? td.textContent.trim());
const enter = async (page, row, col, value) => {
  await page.click(cell(row, col));
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
};

scene("a link is compared with one's own scenario; a change is taken over and undone", { locale: "en" }, async ({ page, fresh }) => {
  await page.waitForSelector(".grid");
  await enter(page, 0, 2, "50,000");
  await enter(page, 1, 0, "Renamed town");
  await page.fill("#house", "480");
  await page.keyboard.press("Tab");
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ fragment: link.split("#")[1] });
  await other.page.waitForSelector("#shared[open]");
  await other.page.click("text=Compare with mine");
  const compared = () => other.page.textContent(".comparison-table");
  await see.match(compared, /House size500480/);
  await see.match(compared, /Renamed town/);
  await see.match(compared, /Members4621050000/);
  await see.match(compared, /Seats500 → 480/);
  await see.equal(() => other.page.textContent(".chain .link dd >> nth=0"), "500", "nothing is taken unasked");
  await other.page.getByRole("button", { name: /^Take over: .*, Members$/ }).click();
  await see.doesNotMatch(compared, /Members4621050000/);
  await other.page.getByRole("button", { name: /^Take over: Scenario, House size$/ }).click();
  await see.doesNotMatch(compared, /House size500480/);
  await other.page.getByRole("button", { name: "Cancel" }).click();
  await see.equal(() => text(other.page, 0, 2), "50,000");
  await other.page.keyboard.press("Control+z");
  await see.equal(() => other.page.inputValue("#house"), "500");
  await other.page.keyboard.press("Control+z");
  await see.equal(() => text(other.page, 0, 2), "46,210");
});

scene("a link with the same scenario says so", { locale: "zh-CN" }, async ({ page, fresh }) => {
  await page.click("text=分享");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ fragment: link.split("#")[1] });
  await other.page.waitForSelector("#shared[open]");
  await other.page.click("text=与我的方案比较");
  await see.match(() => other.page.textContent(".comparison-table"), /0 个单位不同，30 个单位相同/);
  assert.equal(await other.page.locator(".comparison-table tbody tr").count(), 0);
});
