// The list of the latest steps: what each did, gone back and ahead to in one go, by mouse and by keys, on a narrow screen too.
import { scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut, shoot } from "./looks.mjs";

const cell = (row, col) => `td[data-row="${row}"][data-col="${col}"]`;

scene("steps are listed by what they did, and gone to in one go", { locale: "en-US", fragment: "/allocation" }, async ({ page, fresh }) => {
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  const items = () => page.getByRole("menuitemradio").allTextContents();
  const now = () => page.locator("[role=menuitemradio][aria-checked=true]").textContent();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const house = () => page.inputValue("#house");
  const button = page.locator("#open-steps");
  await see.equal(() => button.isDisabled(), true, "nothing was done");
  await page.click(cell(0, 2));
  await page.keyboard.type("46211");
  await press("Enter");
  await page.fill("#house", "510");
  await press("Enter");
  await page.selectOption("#method", "hamilton");
  await button.click();
  await see.deepEqual(items, [
    "Allocation method", "House size: 500 → 510", "Hengyang County, Members: 46,210 → 46,211", "Before all of these",
  ]);
  await see.equal(now, "Allocation method");
  await see.equal(focused, "Allocation method", "the present has the focus");
  await shoot(page, "undo-list", { fullPage: false });
  // To the first of three steps by keys; the others are listed above, and can come again.
  await press("ArrowDown", "ArrowDown", "Enter");
  await see.equal(house, "500");
  await see.match(() => page.textContent("[aria-live=polite].visually-hidden"), /2 steps undone/);
  await see.equal(() => page.evaluate(() => document.activeElement.id), "open-steps");
  await press("Enter");
  await see.equal(now, "Hengyang County, Members: 46,210 → 46,211");
  await press("End");
  await see.equal(focused, "Before all of these");
  await press("Enter");
  await see.match(() => page.locator(cell(0, 2)).evaluate((td) => td.querySelector("input")?.value ?? td.textContent), /^46,?210$/);
  // Ahead over all of them, by the mouse; Esc and a second press close the list.
  await button.click();
  await page.getByRole("menuitemradio", { name: "Allocation method" }).click();
  await see.equal(house, "510");
  await see.equal(() => page.inputValue("#method"), "hamilton");
  await button.click();
  await page.waitForSelector("[role=menuitemradio]");
  await press("Escape");
  await see.equal(() => page.getByRole("menuitemradio").count(), 0);
  await see.equal(() => page.evaluate(() => document.activeElement.id), "open-steps");
  await button.click();
  await page.waitForSelector("[role=menuitemradio]");
  await button.click();
  await see.equal(() => page.getByRole("menuitemradio").count(), 0);
  const { page: phone } = await fresh({ locale: "zh-CN", width: 390, height: 844, theme: "dark", fragment: "/allocation" });
  await phone.fill("#house", "510");
  await phone.keyboard.press("Enter");
  await phone.selectOption("#method", "hamilton");
  await phone.click("#open-steps");
  await see.deepEqual(() => phone.getByRole("menuitemradio").allTextContents(), ["修改分配方法", "修改名额总数：500 → 510", "以上各步之前"]);
  await assertAccessible(phone);
  await assertNothingCut(phone);
  await shoot(phone, "undo-list-390", { fullPage: false });
  // A step that is long to tell takes two lines.
  await phone.keyboard.press("Escape");
  await phone.click('td[data-row="0"][data-col="0"]');
  await phone.keyboard.type("农业农村和水利系统、乡村振兴系统及所属各单位");
  await phone.keyboard.press("Enter");
  await phone.click("#open-steps");
  await phone.getByRole("menuitemradio", { name: /农业农村/ }).waitFor();
  await see.equal(() => phone.locator(".steps-taken .menu").evaluate((menu) => menu.scrollWidth - menu.clientWidth), 0);
});
