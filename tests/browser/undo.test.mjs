// The list of the latest steps: what each did, gone back and ahead to in one go, by mouse and by keys, on a narrow screen too.
import { scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut, shoot } from "./looks.mjs";
import { cell } from "./page.mjs";


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
    "Allocation method: Hamilton (largest remainders)", "House size: 500 → 510", "Hengyang County, Members: 46,210 → 46,211", "Before all of these",
  ]);
  await see.equal(now, "Allocation method: Hamilton (largest remainders)");
  await see.match(focused, /^Allocation method/, "the present has the focus");
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
  await page.getByRole("menuitemradio", { name: /^Allocation method/ }).click();
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
  await see.deepEqual(() => phone.getByRole("menuitemradio").allTextContents(), ["修改分配方法：汉密尔顿法（最大余数）", "修改名额总数：500 → 510", "以上各步之前"]);
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

scene("every setting is a step of its own", { locale: "zh-CN", fragment: "/allocation" }, async ({ page }) => {
  await page.fill("#minimum", "2");
  await page.keyboard.press("Enter");
  await page.selectOption("#scheme", { index: 1 });
  await page.selectOption("#scheme", { index: 0 });
  await page.click("#open-steps");
  await see.deepEqual(() => page.getByRole("menuitemradio").allTextContents(), [
    "修改名额分配方式：各单位直接分配总名额", "修改名额分配方式：先分配到代表团，再分配到单位，韦伯斯特法（圣拉古法）", "修改每单位最低名额：0 → 2", "以上各步之前",
  ]);
});

scene("a text that did not fit is taken back first, and never comes back in another unit", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const shown = (row, col) => page.locator(cell(row, col)).evaluate((td) => td.querySelector("input")?.value ?? td.textContent);
  const type = async (row, col, text) => {
    await page.click(cell(row, col));
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  const undo = page.locator("#undo");
  await type(1, 2, "77");
  await type(0, 2, "1.5");
  await see.equal(() => shown(0, 2), "1.5");
  await see.match(() => undo.getAttribute("title"), /text that does not fit/);
  await page.keyboard.press("Control+z");
  await see.equal(() => shown(0, 2), "46,210", "what was typed last goes first");
  await see.equal(() => shown(1, 2), "77");
  await page.keyboard.press("Control+z");
  await see.notEqual(() => shown(1, 2), "77");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  await see.deepEqual(() => Promise.all([shown(0, 2), shown(1, 2)]), ["1.5", "77"], "both come again, in their order");
  // A proper value in its place, and back: the text is there again.
  await type(0, 2, "5");
  await page.keyboard.press("Control+z");
  await see.equal(() => shown(0, 2), "1.5");
  // In a new unit that goes, the text goes with it; the next unit has the same number and none of it.
  await page.getByRole("button", { name: "New", exact: true }).click();
  await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "2");
  await page.click("#allocation-add");
  await page.keyboard.type("First");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1.5");
  await page.keyboard.press("Enter");
  await see.equal(() => shown(0, 2), "1.5");
  for (let n = 0; n < 3; n += 1) await page.keyboard.press("Control+z");
  await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "2");
  await see.doesNotMatch(() => page.textContent(".problems"), /1\.5/);
  await see.equal(() => page.evaluate(() => document.activeElement.id), "allocation-add", "no row is left to have the focus");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second");
  await page.keyboard.press("Enter");
  await see.equal(() => shown(0, 0), "Second");
  await see.notEqual(() => shown(0, 2), "1.5");
});

scene("a field whose value is in force leaves undo to the page", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const seats = () => page.textContent(".chain dd");
  for (const [field, before, after] of [["#house", "500", "510"], ["#minimum", "0", "2"]]) {
    await page.click(field);
    await see.equal(() => page.inputValue(field), before);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(after);
    // What is being typed is taken back in the field.
    await page.keyboard.type("7");
    await page.keyboard.press("Control+z");
    await see.notEqual(() => page.inputValue(field), `${after}7`);
    await page.keyboard.press("Control+a");
    await page.keyboard.type(after);
    await page.keyboard.press("Enter");
    await see.match(() => page.getAttribute("#undo", "title"), field === "#house" ? /house/ : /minimum/);
    if (field === "#house") await see.equal(seats, "510");
    await page.keyboard.press("Control+z");
    await see.equal(() => page.inputValue(field), before);
    if (field === "#house") await see.equal(seats, "500");
    await page.keyboard.press("Tab");
    await see.equal(() => page.locator("#undo").isDisabled(), true, "leaving the field hands over nothing");
    await see.equal(() => page.inputValue(field), before);
    await page.keyboard.press("Control+y");
    await see.equal(() => page.inputValue(field), after);
    await page.keyboard.press("Control+z");
  }
  const title = await page.inputValue("input.title");
  await page.click("input.title");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Mine");
  await page.keyboard.press("Enter");
  await see.match(() => page.getAttribute("#undo", "title"), /title/);
  await page.keyboard.press("Control+z");
  await see.equal(() => page.inputValue("input.title"), title);
  await see.equal(() => page.locator("#undo").isDisabled(), true);
});

scene("a text that a setting refused goes with the step after which it was typed", { locale: "en-US", fragment: "/allocation" }, async ({ page }) => {
  const enter = async (id, text) => {
    await page.fill(id, text);
    await page.press(id, "Tab");
  };
  const shown = () => Promise.all(["#house", "#minimum"].map((id) => page.inputValue(id)));
  const [, minimum] = await shown();
  await enter("#house", "510");
  await enter("#minimum", "none at all");
  await see.match(() => page.textContent(".problems"), /none at all/);
  // What was done since goes first, and leaves it.
  await page.click(cell(0, 2));
  await page.keyboard.type("46211");
  await page.keyboard.press("Enter");
  await page.click("#undo");
  await see.deepEqual(shown, ["510", "none at all"]);
  await page.click("#undo");
  await see.deepEqual(shown, ["500", minimum], "they show what is in force");
  await see.doesNotMatch(() => page.textContent(".problems"), /none at all/);
  await see.equal(() => page.getAttribute("#minimum", "aria-invalid"), null);
  // From another step, by the list.
  await page.click("#redo");
  await enter("#minimum", "nothing");
  await page.click("nav >> text=Sittings");
  await see.match(() => page.textContent(".problems-everywhere"), /nothing/);
  await page.click("#open-steps");
  await page.getByRole("menuitemradio", { name: "Before all of these" }).click();
  await see.doesNotMatch(() => page.textContent("body"), /“nothing”/);
  await page.click("nav >> text=Allocation");
  await see.deepEqual(shown, ["500", minimum]);
});
