// What hands and pages do to one another: a text that is being typed while the page draws, a list where somebody has chosen and taken it
// back, a number typed that was computed before, the way to a problem and back.
import assert from "node:assert/strict";
import { saved, scene, see } from "./harness.mjs";
import { assertAccessible } from "./looks.mjs";
import { cell } from "./page.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.id);
const long = "长".repeat(200);

/** A category with a share, so that the matrix has something to work out. */
const aThirdOfWomen = async (page) => {
  await page.getByRole("button", { name: "Women", exact: true }).click();
  const card = page.locator(".category").first();
  await card.getByLabel("Target", { exact: true }).selectOption({ label: "At least" });
  await card.getByLabel("Share", { exact: true }).fill("1/3");
  await card.getByLabel("Share", { exact: true }).press("Enter");
  return card;
};

scene("a list shows what holds, also where somebody has chosen and taken it back", { locale: "en-US" }, async ({ page }) => {
  const shown = () => page.locator("#method").evaluate((list) => list.selectedOptions[0].value);
  const before = await shown();
  await page.focus("#method");
  // By keys, as a hand does it: a browser remembers for each option that somebody has touched it.
  await page.keyboard.press("ArrowDown");
  const first = await shown();
  await page.keyboard.press("ArrowDown");
  const second = await shown();
  assert.equal(new Set([before, first, second]).size, 3);
  await page.keyboard.press("Control+z");
  await see.equal(shown, first);
  await page.keyboard.press("Control+z");
  await see.equal(shown, before);
  await page.keyboard.press("Control+y");
  await see.equal(shown, first);
});

scene("undo takes a refused text back to what is in force, and is the page's then", { locale: "en-US" }, async ({ page }) => {
  const house = page.locator("#house");
  const enter = async (text) => {
    await house.press("Control+a");
    await page.keyboard.type(text);
    await house.press("Enter");
  };
  const standing = await house.inputValue();
  await enter("510");
  await see.match(() => page.textContent(".chain"), /510/);
  await enter("511");
  await see.match(() => page.textContent(".chain"), /511/);
  await enter("511x");
  await see.equal(() => house.getAttribute("aria-invalid"), "true");
  for (const shown of ["511", "510", standing]) {
    await page.keyboard.press("Control+z");
    await see.equal(() => house.inputValue(), shown);
    await see.equal(() => house.getAttribute("aria-invalid"), null);
    await see.ok(async () => (await page.textContent(".chain")).includes(shown));
  }
  // Left, it enters nothing.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+y");
  await see.equal(() => house.inputValue(), "510");
});

scene("a title goes on being typed while what was entered of it is saved", { locale: "en-US" }, async ({ page }) => {
  await page.fill("input.title", "Congress");
  await page.press("input.title", "Enter");
  await page.keyboard.press("End");
  await page.keyboard.type(" 2026");
  await saved(page);
  await see.equal(() => page.inputValue("input.title"), "Congress 2026");
  await page.keyboard.press("Tab");
  await see.match(() => page.title(), /^Congress 2026 · /);
});

scene("a text that does not fit stays in its field with the reason, until it is mended or dropped", { locale: "en-US", fragment: "/sittings" }, async ({ page }) => {
  const name = page.locator("[id^=sitting-][id$=-name]").first();
  const before = await name.inputValue();
  await name.fill(long);
  await name.press("Tab");
  await see.equal(() => name.inputValue(), long);
  await see.equal(() => name.getAttribute("aria-invalid"), "true");
  await see.match(async () => page.locator(`#${await name.getAttribute("aria-describedby")}`).textContent(), /at most/i);
  await name.press("Escape");
  await see.equal(() => name.inputValue(), before);
  await name.fill("Opening");
  await name.press("Enter");
  await see.match(() => page.textContent(".sitting h3"), /Opening/);
  // What did not fit belongs to the scenario in which it was typed.
  await name.fill(long);
  await name.press("Tab");
  await page.getByRole("button", { name: "New", exact: true }).click();
  await see.equal(() => page.locator(".sitting [aria-invalid=true]").count(), 0);
});

scene("a computed number, typed, is a lock", { locale: "en-US" }, async ({ page }) => {
  const seats = page.locator("td.col-seats[data-row='1']");
  const col = await seats.getAttribute("data-col");
  const computed = (await seats.textContent()).match(/\d+/)[0];
  await page.click(cell(1, col));
  await page.keyboard.type(computed);
  await page.keyboard.press("Enter");
  await see.match(() => seats.getAttribute("class"), /locked/);
  await page.keyboard.press("Control+z");
  await see.doesNotMatch(() => seats.getAttribute("class"), /locked/);
  // Opened and left as it is, it is none.
  await page.click(cell(1, col));
  await page.keyboard.press("F2");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.waitForSelector(`${cell(1, col)}.active`);
  await see.doesNotMatch(() => seats.getAttribute("class"), /locked/);
});

scene("a number is read in one way wherever it is typed", { locale: "en-US" }, async ({ page }) => {
  const type = async (field, text) => {
    await field.fill(text);
    await field.press("Enter");
  };
  const house = page.locator("#house");
  await type(house, "５０１人");
  await see.equal(() => house.inputValue(), "501");
  // A house there must be; a dash says that there is none, and is refused like an empty field.
  await type(house, "—");
  await see.equal(() => house.getAttribute("aria-invalid"), "true");
  await house.press("Escape");
  await see.equal(() => house.inputValue(), "501");
  await page.locator(".steps").getByRole("link", { name: "Elections", exact: true }).click();
  const card = page.locator(".election").first();
  const issued = card.locator(".papers").getByLabel("Issued", { exact: true });
  await type(issued, "1，480 人");
  await see.equal(() => issued.inputValue(), "1,480");
  await type(issued, "—");
  await see.equal(() => issued.inputValue(), "");
  await card.getByRole("button", { name: "Add a candidate" }).click();
  // Enter in the last row begins another.
  const field = (label) => card.locator("tbody").getByLabel(new RegExp(`^${label}: `)).first();
  await type(field("Votes"), "300票");
  await see.equal(() => field("Votes").inputValue(), "300");
  await type(field("Votes"), "无");
  await see.equal(() => field("Votes").inputValue(), "");
  await type(field("Strokes"), "0");
  await see.equal(() => field("Strokes").getAttribute("aria-invalid"), "true");
  await type(field("Strokes"), "7画");
  await see.equal(() => field("Strokes").inputValue(), "7");
  await page.locator(".steps").getByRole("link", { name: "Composition", exact: true }).click();
  await page.getByRole("button", { name: "Women", exact: true }).click();
  const matrix = page.locator(".composition-grid tbody tr input");
  await type(matrix.first(), "5人");
  await see.equal(() => page.locator(".composition-grid td.locked").count(), 1);
  await see.equal(() => matrix.first().inputValue(), "5");
  await type(matrix.first(), "—");
  await see.equal(() => page.locator(".composition-grid td.locked").count(), 0);
  await see.equal(() => page.locator(".composition-grid [aria-invalid=true]").count(), 0);
});

scene("in the matrix too, and what is typed there stays while the worker answers", { locale: "en-US", fragment: "/composition" }, async ({ page }) => {
  const card = await aThirdOfWomen(page);
  const field = (row) => page.locator(".composition-grid tbody tr").nth(row).locator("input").first();
  await see.notEqual(() => field(1).inputValue(), "", "the worker's answer");
  const computed = await field(1).inputValue();
  await field(1).focus();
  await page.keyboard.type(computed);
  await page.keyboard.press("Enter");
  await see.equal(() => page.locator(".composition-grid td.locked").count(), 1);
  await page.keyboard.press("Control+z");
  await see.equal(() => page.locator(".composition-grid td.locked").count(), 0);
  // Half a number stands in one field while the answer to another one's comes and changes all of them.
  await field(2).focus();
  await page.keyboard.type("1");
  await page.evaluate(() => {
    const share = document.querySelector("[id^=category-][id$=-share]");
    share.value = "2/3";
    share.dispatchEvent(new InputEvent("input", { bubbles: true }));
    share.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  });
  await see.match(() => card.textContent(), /At least 2\/3 of 500 = 334\. Planned 334: met\./);
  await see.equal(() => field(2).inputValue(), "1");
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await see.equal(() => field(2).inputValue(), "12");
});

scene("a problem leads to its place, the address goes along, and nobody is led there again", { locale: "en-US", fragment: "/composition" }, async ({ page }) => {
  await page.waitForSelector(".step-composition");
  const step = (name) => page.locator(".steps").getByRole("link", { name, exact: true });
  await step("Allocation").click();
  await page.fill("#house", "501");
  await page.press("#house", "Enter");
  await step("Composition").click();
  await page.locator(".problems li", { hasText: "House size" }).getByRole("button").click();
  await see.equal(() => focused(page), "house");
  await see.match(() => page.url(), /#\/allocation$/);
  await step("Composition").click();
  await page.waitForSelector(".step-composition");
  // To a cell, by a number that is none.
  await step("Allocation").click();
  await page.click(cell(3, 2));
  await page.keyboard.type("many");
  await page.keyboard.press("Enter");
  await page.locator(".problems li", { hasText: "many" }).getByRole("button").click();
  await page.waitForSelector(`${cell(3, 2)}.active input:focus`);
  await step("Composition").click();
  await page.waitForSelector(".step-composition");
  await step("Allocation").click();
  await page.waitForSelector("#house");
  await see.equal(() => page.locator(".grid td.active input:focus").count(), 0);
  await see.match(() => page.evaluate(() => document.activeElement.textContent), /Allocation/, "the focus is where the hand was");
});

scene("whole rows, whole columns and all are selected around the cell at hand", { locale: "en-US" }, async ({ page }) => {
  const selected = () => page.locator(".grid tbody td.selected").count();
  const name = await page.locator(cell(4, 0)).textContent();
  await page.click(cell(4, 2));
  await page.keyboard.press("Shift+Space");
  await see.ok(async () => await selected() > 5);
  await page.keyboard.press("Shift+ArrowDown");
  await page.waitForSelector(`${cell(5, 0)}.selected`);
  await page.keyboard.type("555");
  await page.keyboard.press("Enter");
  await see.equal(() => page.textContent(cell(4, 2)), "555");
  await see.equal(() => page.textContent(cell(4, 0)), name, "the name is not what was typed over");
  await page.click(cell(4, 2));
  await page.keyboard.press("Control+Space");
  await page.waitForSelector(`${cell(0, 2)}.selected`);
  await page.keyboard.press("Control+a");
  await page.waitForSelector(`${cell(0, 0)}.selected`);
  await page.keyboard.press("Escape");
  await see.equal(selected, 0);
  await page.waitForSelector(`${cell(4, 2)}.active input:focus`);
});

scene("what is looked for is found from the table as from its field", { locale: "en-US" }, async ({ page }) => {
  await page.click(cell(0, 0));
  await page.keyboard.press("Control+f");
  await page.locator("#allocation-find").pressSequentially("county");
  await see.match(() => page.textContent(".find .count"), /^1 of/);
  await page.click(cell(0, 0));
  await page.keyboard.press("F3");
  await see.match(() => page.textContent(".find .count"), /^2 of/);
  await see.equal(() => page.locator("td.active input:focus").count(), 1, "the hand has gone there");
  await page.keyboard.press("F3");
  await see.match(() => page.textContent(".find .count"), /^3 of/);
  // What was being typed is entered before the hand goes on.
  await page.click(cell(0, 2));
  await page.keyboard.type("777");
  await page.keyboard.press("F3");
  await see.match(() => page.textContent(cell(0, 2)), /^777$/);
});

scene("candidates: names typed faster than the page draws are each in a row of their own", { locale: "en-US", fragment: "/elections" }, async ({ page, context }) => {
  const slow = await context.newCDPSession(page);
  const card = page.locator(".election").nth(1);
  await card.getByRole("button", { name: "Add a candidate" }).click();
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  const sent = [];
  const key = (key, text) => sent.push(
    slow.send("Input.dispatchKeyEvent", { type: "keyDown", key, text, windowsVirtualKeyCode: { Enter: 13 }[key] }),
    slow.send("Input.dispatchKeyEvent", { type: "keyUp", key }),
  );
  const names = ["Alpha", "Beta", "Gamma", "Delta"];
  for (const name of names) {
    [...name].forEach((letter) => key(letter, letter));
    key("Enter", "\r");
  }
  await Promise.all(sent);
  const shown = () => card.locator(".candidates tbody tr").evaluateAll((rows) => rows.map((row) => row.querySelector("input").value));
  await see.deepEqual(shown, [...names, ""]);
});

scene("candidates: another by Enter alone, and a row takes along what is typed in it", { locale: "en-US", fragment: "/elections" }, async ({ page }) => {
  const card = page.locator(".election").nth(1);
  await card.getByRole("button", { name: "Add a candidate" }).click();
  await page.keyboard.type("Alpha");
  await page.keyboard.press("Enter");
  const rows = card.locator(".candidates tbody tr");
  await see.equal(() => rows.count(), 2);
  await page.keyboard.type("Beta");
  await page.keyboard.press("ArrowDown");
  await see.equal(() => rows.count(), 2, "the arrow makes no candidate");
  await see.equal(() => rows.nth(1).locator("input").first().inputValue(), "Beta");
  const votes = (row) => rows.nth(row).locator("input").nth(1);
  await votes(0).focus();
  await page.keyboard.type("50");
  await page.keyboard.press("Alt+ArrowDown");
  await see.equal(() => rows.nth(1).locator("input").first().inputValue(), "Alpha");
  await see.equal(() => votes(1).inputValue(), "50");
  await see.equal(() => votes(0).inputValue(), "");
  // What does not fit holds its row.
  await votes(1).fill("many");
  await votes(1).press("Alt+ArrowUp");
  await see.equal(() => rows.nth(1).locator("input").first().inputValue(), "Alpha");
  await see.equal(() => votes(1).inputValue(), "many");
  // A list and a day open with these keys; the election stays where it is.
  const title = () => page.locator(".election").nth(1).locator("input").first().inputValue();
  const before = await title();
  await card.locator("select").first().press("Alt+ArrowUp");
  await see.equal(title, before);
});

scene("nothing is undone behind a dialog", { locale: "en-US" }, async ({ page }) => {
  await page.fill("#house", "510");
  await page.press("#house", "Enter");
  await page.locator("#paste-table").click();
  await page.waitForSelector("dialog[open]");
  await page.locator("dialog[open] button").first().focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog[open]", { state: "detached" });
  await see.equal(() => page.inputValue("#house"), "510");
  await page.keyboard.press("Control+z");
  await see.equal(() => page.inputValue("#house"), "500");
});

scene("help comes to whoever has a number at hand", { locale: "en-US" }, async ({ page }) => {
  await page.locator(".chain .reckoned").first().focus();
  await page.keyboard.press("F1");
  await page.waitForSelector("dialog[open].help, dialog[open] .help");
});

scene("what was said about a report that was copied is about the report", { locale: "en-US", fragment: "/report", permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  await page.getByRole("button", { name: "Copy as text" }).click();
  await see.equal(() => page.textContent(".report-tools [role=status]"), "Copied.");
  await see.match(() => page.evaluate(() => navigator.clipboard.readText()), /484/);
});

scene("a form goes with the rules it was of", { locale: "en-US", fragment: "/rules" }, async ({ page }) => {
  await page.click("text=Copy and edit these rules");
  await page.getByRole("button", { name: "Change: To elect" }).click();
  await see.ok(() => page.locator(".rules-table tr.open").count());
  await page.keyboard.press("Control+z");
  await see.equal(() => page.locator(".rules-table.editable").count(), 0);
  await see.equal(() => page.locator(".rules-table tr.open").count(), 0);
});

scene("moved to the end of its list, a sitting keeps the hand", { locale: "en-US", fragment: "/sittings" }, async ({ page }) => {
  await page.locator("#add-sitting").click();
  await see.equal(() => page.locator(".sitting").count(), 2);
  const later = page.locator(".sitting").first().getByRole("button", { name: "Later" });
  const id = await later.getAttribute("id");
  await later.focus();
  await page.keyboard.press("Enter");
  await see.equal(() => focused(page), id.replace("down", "up"), "the one way that is left");
});

scene("the hand is never lost with what it pressed", { locale: "en-US" }, async ({ page }) => {
  const near = () => page.evaluate(() => document.activeElement !== document.body && !document.activeElement.matches(":disabled"));
  // A button that is of no use once it was pressed.
  await page.locator(".steps").getByRole("link", { name: "Compare", exact: true }).click();
  const use = page.locator("th.col-count button.plain").first();
  await use.focus();
  await page.keyboard.press("Enter");
  await see.equal(near, true);
  await see.ok(() => page.evaluate(() => document.activeElement.closest("main") !== null));
  // One that goes with what it was for.
  await page.locator(".steps").getByRole("link", { name: "Composition", exact: true }).click();
  await aThirdOfWomen(page);
  const field = page.locator(".composition-grid tbody input").first();
  await see.notEqual(() => field.inputValue(), "");
  await field.fill("0");
  await field.press("Enter");
  const unlock = page.getByRole("button", { name: "Clear all locked cells" });
  await unlock.focus();
  await page.keyboard.press("Enter");
  await unlock.waitFor({ state: "hidden" });
  await see.equal(near, true);
  await see.ok(() => page.evaluate(() => document.activeElement.closest(".composition-table") !== null));
  // Pressed beside everything, it is put down.
  await page.locator("h2").first().click();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await see.equal(() => page.evaluate(() => document.activeElement.tagName), "BODY");
});

scene("no figure is cut, however many members there are; a step of nobody is none", { locale: "en-US" }, async ({ page }) => {
  await page.click("#open-examples");
  await page.getByRole("button", { name: /^Open US House of Representatives, census of 2020/ }).click();
  await see.match(() => page.textContent("tfoot .col-members"), /331,108,434/);
  await see.deepEqual(() => page.locator(".grid :is(tbody, tfoot) td").evaluateAll((cells) =>
    cells.filter((td) => td.offsetParent && td.scrollWidth > td.clientWidth + 1).map((td) => td.textContent)), []);
  await page.click("#open-examples");
  await page.getByRole("button", { name: /^Open Union conference/ }).click();
  await page.waitForSelector("#steps-per");
  const before = await page.textContent(".chain dd");
  await page.fill("#steps-per", "0");
  await page.press("#steps-per", "Enter");
  await see.equal(() => page.inputValue("#steps-per"), "0");
  await see.match(() => page.textContent("#steps-per-error"), /At least 1\./);
  await see.equal(() => page.textContent(".chain dd"), before);
});

scene("what is found is brought into sight; the page moves where the table does not", { locale: "en-US" }, async ({ page }) => {
  await page.click(cell(0, 0));
  await page.keyboard.press("Control+f");
  await page.locator("#allocation-find").pressSequentially("finance");
  await page.keyboard.press("Enter");
  await page.waitForSelector("td.active");
  await see.ok(() => page.locator("td.active").evaluate((td) => td.getBoundingClientRect().bottom < innerHeight + 1));
  await see.equal(() => focused(page), "allocation-find");
});

scene("a delegation with more present than due is named, and its field is where the problem leads", { locale: "en-US", fragment: "/sittings" }, async ({ page }) => {
  await page.locator("[id^=sitting-][id$=-tally]").selectOption({ label: "by delegation" });
  const field = page.locator(".by-delegation-fields input").nth(2);
  await field.fill("99");
  await field.press("Enter");
  const problem = page.locator(".problems li", { hasText: "99" });
  await see.match(() => problem.textContent(), /Hengnan County delegation/);
  await problem.getByRole("button").click();
  await see.equal(() => focused(page), await field.getAttribute("id"));
});

scene("a delegation that units have left is told at every sitting that counted it whole", { locale: "en-US", fragment: "/sittings" }, async ({ page }) => {
  const card = (at) => page.locator(".sitting").nth(at);
  const whole = (at) => card(at).getByLabel("Municipal delegation 1", { exact: true });
  await page.click("text=Add a sitting");
  for (const at of [0, 1]) {
    await card(at).locator("[id$=-tally]").selectOption({ label: "by delegation" });
    await whole(at).fill("64");
    await whole(at).press("Enter");
  }
  const problems = page.locator(".problems li", { hasText: "Municipal delegation 1" });
  await see.equal(() => problems.count(), 0);
  await page.locator(".steps").getByRole("link", { name: "Roster", exact: true }).click();
  await page.locator(".by-delegation").getByRole("button", { name: "Units by delegation" }).click();
  await page.locator(".unit").filter({ hasText: "Agriculture" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#move-to").selectOption("Municipal delegation 2");
  await page.keyboard.press("Enter");
  await see.match(() => page.textContent(".regroup-status"), /→ Municipal delegation 2 · 2 figures of attendance .* stay as counted/);
  await see.equal(() => problems.count(), 2);
  // Each names its sitting and leads to its field there, whichever the roster shows.
  const led = [];
  for (const at of [0, 1]) {
    await see.match(() => problems.nth(at).textContent(), / · Municipal delegation 1.*64 present, but only 57 due/s);
    await problems.nth(at).getByRole("button").click();
    await see.ok(async () => /^sitting-\d+-present-\d+$/.test(await focused(page)) && !led.includes(await focused(page)));
    led.push(await focused(page));
  }
  await whole(0).fill("57");
  await whole(0).press("Enter");
  await see.equal(() => problems.count(), 1);
  await page.locator(".problems h2").click();
  await page.keyboard.press("Control+z");
  await see.equal(() => problems.count(), 2);
  await page.keyboard.press("Control+z");
  await see.equal(() => problems.count(), 0);
  await see.equal(() => whole(0).inputValue(), "64");
  // Typed into the table it is said, too.
  await page.locator(".steps").getByRole("link", { name: "Roster", exact: true }).click();
  const row = await page.locator('.grid [data-row][data-col="0"]', { hasText: "Municipal organs" }).getAttribute("data-row");
  await see.equal(() => page.textContent(cell(row, 1)), "Municipal delegation 1");
  await page.click(cell(row, 1));
  await page.keyboard.type("Municipal delegation 2");
  await page.keyboard.press("Enter");
  await see.match(() => page.textContent(".grid-said"), /^2 figures of attendance .* stay as counted/);
  await see.equal(() => problems.count(), 2);
  await page.keyboard.press("Control+z");
  await see.equal(() => problems.count(), 0);
});

scene("a text that a setting could not read is listed at every step, and leads back to it", { locale: "en-US" }, async ({ page }) => {
  const step = (name) => page.locator(".steps").getByRole("link", { name, exact: true });
  const listed = (text) => page.locator(".problems li", { hasText: text });
  await page.fill("#house", "abc");
  // While it is being typed nothing is refused yet.
  await see.match(() => page.textContent(".problems"), /Everything adds up/);
  await page.press("#house", "Tab");
  await see.match(() => listed("abc").textContent(), /Allocation · House size.*“abc”.*not a number/is);
  await step("Composition").click();
  await page.getByRole("button", { name: "Women", exact: true }).click();
  const card = page.locator(".category").first();
  await card.getByLabel("Target", { exact: true }).selectOption({ label: "At most" });
  await card.getByLabel("Share", { exact: true }).fill("a third");
  await card.getByLabel("Share", { exact: true }).press("Tab");
  await see.match(() => listed("a third").textContent(), /Composition · Women · Share/);
  await see.equal(() => listed("abc").count(), 1);
  await assertAccessible(page);
  await step("Quorum and majorities").click();
  await page.click("text=Copy and edit these rules");
  await page.getByRole("button", { name: "Change: To elect" }).click();
  await page.fill("#rule-quorum-elect-first-share-p", "4");
  await page.press("#rule-quorum-elect-first-share-p", "Enter");
  await see.match(() => listed("4/2").textContent(), /Quorum and majorities · Share/);
  // Each is in its field again, with what it had been typed for.
  await listed("abc").getByRole("button").click();
  await see.equal(() => focused(page), "house");
  await see.equal(() => page.inputValue("#house"), "abc");
  await see.equal(() => page.getAttribute("#house", "aria-invalid"), "true");
  await page.press("#house", "Escape");
  await see.equal(() => page.inputValue("#house"), "500");
  await see.equal(() => listed("abc").count(), 0);
  await listed("4/2").getByRole("button").click();
  await see.equal(() => focused(page), "rule-quorum-elect-first-share-p");
  await see.equal(() => page.inputValue("#rule-quorum-elect-first-share-p"), "4");
  await page.keyboard.press("Escape");
  await see.equal(() => listed("4/2").count(), 0);
  await listed("a third").getByRole("button").click();
  await see.match(() => focused(page), /^category-\d+-share$/);
  await see.equal(() => card.getByLabel("Share", { exact: true }).inputValue(), "a third");
  await see.equal(() => card.getByLabel("Target", { exact: true }).evaluate((list) => list.selectedOptions[0].textContent), "At most");
  await card.getByLabel("Share", { exact: true }).fill("1/3");
  await card.getByLabel("Share", { exact: true }).press("Enter");
  await see.equal(() => listed("a third").count(), 0);
  await see.match(() => card.textContent(), /At most 1\/3/);
});

scene("a text that was refused goes with its field, and with its scenario", { locale: "en-US", fragment: "/sittings" }, async ({ page }) => {
  await page.click("text=Add a sitting");
  const card = page.locator(".sitting").nth(1);
  await card.getByLabel("Name", { exact: true }).fill("Election");
  await card.getByLabel("Name", { exact: true }).press("Enter");
  const registered = card.locator("[id$=-registered]");
  await registered.fill("12x");
  // What is pressed to leave the field is pressed, though the list comes over the page.
  await page.locator(".sitting").nth(0).getByRole("button", { name: "Show in roster and chain" }).click();
  await see.equal(() => page.locator(".sitting").nth(0).getByRole("button", { name: "Show in roster and chain" }).getAttribute("aria-pressed"), "true");
  await see.equal(() => page.locator(".problems li", { hasText: "12x" }).count(), 1);
  await card.getByRole("button", { name: "Remove" }).click();
  await see.equal(() => page.locator(".problems").count(), 0);
  await page.locator("[id^=sitting-][id$=-registered]").fill("13x");
  await page.keyboard.press("Tab");
  await see.equal(() => page.locator(".problems li", { hasText: "13x" }).count(), 1);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await see.equal(() => page.locator(".problems li", { hasText: "13x" }).count(), 0);
  await see.equal(() => page.locator(".sitting [aria-invalid=true]").count(), 0);
});

scene("a refused text is listed though the browser kept the end of a press, and in one language only", { locale: "en-US" }, async ({ page }) => {
  const step = (at) => page.locator(".steps a").nth(at);
  const listed = page.locator(".problems li", { hasText: "abc" });
  // An example that nobody has touched would follow the language.
  await page.fill("#house", "501");
  await page.press("#house", "Enter");
  // As a list or a menu of the browser leaves it: what opened it is never released.
  await page.evaluate(() => document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true })));
  await page.fill("#house", "abc");
  await page.press("#house", "Tab");
  await see.match(() => listed.textContent(), /Allocation · House size/);
  await page.locator(".steps").getByRole("link", { name: "Composition", exact: true }).click();
  await page.selectOption("select.language", "zh-CN");
  // Its step alone, unless the field was still there to say what it is called.
  await see.match(() => listed.textContent(), /^名额分配(?: · 名额总数)?“abc”/);
  await step(0).click();
  await see.match(() => listed.textContent(), /^名额分配 · 名额总数“abc”/);
  await see.equal(() => page.inputValue("#house"), "abc");
});

scene("the cell of a refused text stays in the matrix, whatever is looked for", { locale: "en-US", fragment: "/composition" }, async ({ page }) => {
  await page.getByRole("button", { name: "Women", exact: true }).click();
  const rows = page.locator(".composition-grid tbody tr");
  const field = rows.nth(2).locator("input").first();
  const id = await field.getAttribute("id");
  await field.fill("many");
  await field.press("Enter");
  const listed = page.locator(".problems li", { hasText: "many" });
  await see.equal(() => listed.count(), 1);
  await page.fill("#composition-filter", "no unit of this name");
  await see.equal(() => rows.count(), 1);
  await listed.getByRole("button").click();
  await see.equal(() => focused(page), id);
  await see.equal(() => page.inputValue(`#${id}`), "many");
});

scene("every cell of the matrix keeps its own text that could not be read", { locale: "en-US", fragment: "/composition" }, async ({ page }) => {
  const step = (name) => page.locator(".steps").getByRole("link", { name, exact: true });
  await aThirdOfWomen(page);
  const field = (row) => page.locator(".composition-grid tbody tr").nth(row).locator("input").first();
  const listed = (text) => page.locator(".problems-everywhere li", { hasText: `“${text}”` });
  const type = async (row, text, key) => {
    await field(row).focus();
    await page.keyboard.type(text);
    await page.keyboard.press(key);
  };
  await see.notEqual(() => field(1).inputValue(), "", "the worker's answer");
  await type(0, "twenty", "Tab");
  await see.equal(() => listed("twenty").count(), 1);
  await type(1, "ten", "Enter");
  await see.equal(() => listed("ten").count(), 1);
  await see.match(() => page.textContent(".cell-status"), /“ten”/);
  await type(2, "17", "Enter");
  await see.equal(() => page.locator(".composition-grid td.locked").count(), 1);
  for (const [row, text] of [[0, "twenty"], [1, "ten"]]) {
    await see.equal(() => listed(text).count(), 1);
    await see.equal(() => field(row).inputValue(), text);
    await see.equal(() => field(row).getAttribute("aria-invalid"), "true");
  }
  // Both are back with the step, and each goes by itself.
  await step("Allocation").click();
  await step("Composition").click();
  await see.equal(() => field(0).inputValue(), "twenty");
  await see.equal(() => field(1).inputValue(), "ten");
  await field(0).focus();
  await see.match(() => page.textContent(".cell-status"), /“twenty”/);
  await page.keyboard.press("Escape");
  await see.equal(() => listed("twenty").count(), 0);
  await see.notEqual(() => field(0).inputValue(), "twenty");
  await type(1, "10", "Enter");
  await see.equal(() => listed("ten").count(), 0);
  await see.equal(() => page.locator(".composition-grid [aria-invalid=true]").count(), 0);
});

scene("each view of the matrix keeps its own text that could not be read, and each is led to", { locale: "en-US", fragment: "/composition" }, async ({ page }) => {
  const step = (name) => page.locator(".steps").getByRole("link", { name, exact: true });
  const view = (name) => page.locator(".composition-tools .choice").getByRole("button", { name, exact: true });
  const field = page.locator(".composition-grid tbody tr").nth(0).locator("input").first();
  const listed = (text) => page.locator(".problems-everywhere li", { hasText: `“${text}”` });
  await aThirdOfWomen(page);
  await see.notEqual(() => field.inputValue(), "", "the worker's answer");
  await field.fill("twenty");
  await field.press("Tab");
  await see.match(() => listed("twenty").textContent(), /Women · Seats/);
  await view("Members in the category").click();
  await see.equal(() => field.inputValue(), "");
  await see.equal(() => field.getAttribute("aria-invalid"), null);
  await field.fill("many");
  await field.press("Tab");
  await see.match(() => listed("many").textContent(), /Women · Members in the category/);
  await see.equal(() => listed("twenty").count(), 1);
  const lead = async (text, cell) => {
    await listed(text).getByRole("button").click();
    await see.match(() => focused(page), cell);
    await see.equal(() => field.inputValue(), text);
    await see.equal(() => listed(text).count(), 1);
  };
  await lead("twenty", /^cell-seats-/);
  await lead("many", /^cell-members-/);
  // From another step, whichever came first.
  for (const [text, cell] of [["many", /^cell-members-/], ["twenty", /^cell-seats-/]]) {
    await step("Quorum and majorities").click();
    await lead(text, cell);
  }
  await page.keyboard.press("Escape");
  await see.equal(() => listed("twenty").count(), 0);
  await lead("many", /^cell-members-/);
  await field.fill("12");
  await field.press("Tab");
  await see.equal(() => listed("many").count(), 0);
  await see.equal(() => page.locator(".composition-grid [aria-invalid=true]").count(), 0);
});

scene("every form of the rules with a text that could not be read stays open, and each is led to", { locale: "en-US", fragment: "/rules" }, async ({ page }) => {
  const listed = (text) => page.locator(".problems li", { hasText: text });
  const button = (id, name) => page.locator("tr", { has: page.locator(`#${id}`) }).getByRole("button", { name });
  const [quorum, majority] = ["rule-quorum-elect", "rule-majority-elect"];
  const part = (id) => page.locator(`#${id}-first-share-p`);
  await page.click("text=Copy and edit these rules");
  for (const [id, text] of [[quorum, "4"], [majority, "5"]]) {
    await button(id, /^Change/).click();
    await part(id).fill(text);
    await part(id).press("Enter");
    await see.equal(() => listed(`${text}/2`).count(), 1);
  }
  await see.equal(() => part(quorum).inputValue(), "4", "another form was asked for since");
  // Nobody is done with it yet.
  await button(quorum, /^Done/).click();
  await see.equal(() => focused(page), `${quorum}-first-share-p`);
  await see.equal(() => listed("4/2").count(), 1);
  await page.locator(".steps").getByRole("link", { name: "Sittings", exact: true }).click();
  for (const [id, text] of [[majority, "5"], [quorum, "4"]]) {
    await listed(`${text}/2`).getByRole("button").click();
    await see.equal(() => focused(page), `${id}-first-share-p`);
    await see.equal(() => part(id).inputValue(), text);
  }
  await page.keyboard.press("Escape");
  await see.equal(() => listed("4/2").count(), 0);
  await button(quorum, /^Done/).click();
  await see.equal(() => part(quorum).count(), 0);
  await see.equal(() => part(majority).inputValue(), "5");
  await see.equal(() => listed("5/2").count(), 1);
});

scene("a share that does not fit is told what is wrong with it", { locale: "en-US", fragment: "/composition" }, async ({ page }) => {
  await page.getByRole("button", { name: "Women", exact: true }).click();
  const card = page.locator(".category").first();
  await card.getByLabel("Target", { exact: true }).selectOption({ label: "At least" });
  const share = card.getByLabel("Share", { exact: true });
  for (const [text, why] of [
    ["0 %", /must be above 0/],
    ["150 %", /more than the whole/],
    ["33.33333333333 %", /at most 4 decimals/],
    ["a third", /Write a fraction such as 1\/3/],
  ]) {
    await share.fill(text);
    await share.press("Tab");
    await see.match(() => page.locator(".problems-everywhere li", { hasText: text }).textContent(), why);
    await see.match(() => card.locator(".field-error").allTextContents().then((all) => all.join(" ")), why);
  }
});

scene("what cannot be read is listed also where the step is left by the way back", { locale: "en-US", fragment: "/sittings" }, async ({ page }) => {
  const step = (name) => page.locator(".steps").getByRole("link", { name, exact: true });
  const listed = (text) => page.locator(".problems li", { hasText: text });
  await step("Allocation").click();
  await page.fill("#house", "abc");
  await page.goBack();
  await see.equal(() => page.locator(".sitting").count(), 1);
  await see.match(() => listed("abc").textContent(), /Allocation · House size/);
  await step("Allocation").click();
  await see.equal(() => page.inputValue("#house"), "abc");
  await page.press("#house", "Escape");
  await see.equal(() => listed("abc").count(), 0);
  await step("Quorum and majorities").click();
  await page.click("text=Copy and edit these rules");
  await page.getByRole("button", { name: "Change: To elect" }).click();
  await page.fill("#rule-quorum-elect-first-share-p", "4");
  await page.goBack();
  await see.equal(() => page.locator("#house").count(), 1);
  await see.match(() => listed("4/2").textContent(), /Quorum and majorities · Share/);
  await listed("4/2").getByRole("button").click();
  await see.equal(() => page.inputValue("#rule-quorum-elect-first-share-p"), "4");
  await page.keyboard.press("Escape");
  await see.equal(() => listed("4/2").count(), 0);
  // In the matrix it is a cell's.
  await step("Composition").click();
  await page.getByRole("button", { name: "Women", exact: true }).click();
  await page.locator(".composition-grid tbody input").first().focus();
  await page.keyboard.type("many");
  await page.goBack();
  await see.match(() => listed("many").textContent(), /Composition · .* · Women/);
});

scene("a text that was refused goes when its step is seen without its field", { locale: "en-US", fragment: "/elections" }, async ({ page }) => {
  const step = (name) => page.locator(".steps").getByRole("link", { name, exact: true });
  const listed = page.locator(".problems li", { hasText: "abc" });
  const cards = await page.locator(".election").count();
  await page.click("text=Add an election");
  await see.equal(() => page.locator(".election").count(), cards + 1);
  await page.locator(".election").last().locator("[id$=-seats]").fill("abc");
  await page.keyboard.press("Tab");
  await see.equal(() => listed.count(), 1);
  await step("Roster").click();
  await page.locator(".problems h2").click();
  await page.keyboard.press("Control+z");
  await step("Elections").click();
  await see.equal(() => page.locator(".election").count(), cards);
  await see.equal(() => listed.count(), 0);
});
