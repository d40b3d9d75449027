// The table of units as the spreadsheet it is: keys, clipboard, sorting, search, filter, columns, dragging.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { headlessPath } from "../../tools/chromium.mjs";
import { atRest, opened, scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut, shoot } from "./looks.mjs";
import { cell, text } from "./page.mjs";
import { serve } from "./server.mjs";

const CLIPBOARD = ["clipboard-read", "clipboard-write"];
const sample = (name) => readFileSync(new URL(`../data/clipboard/${name}`, import.meta.url), "utf8");
const names = (page) => page.locator('td[data-col="0"]').evaluateAll((cells) => cells.map((td) => td.querySelector("input")?.value ?? td.textContent));
const active = (page) => page.evaluate(() => {
  const td = document.activeElement.closest("td[data-row]");
  return td && [Number(td.dataset.row), Number(td.dataset.col)];
});
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const undo = (page) => page.getByRole("button", { name: /^(Undo|撤销)/ });
/** Opens the menu of a column by its heading and chooses. */
const choose = async (page, heading, item) => {
  await page.locator(".heading", { hasText: heading }).first().click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
};
const sortOf = (page, heading) => page.locator("th", { hasText: heading }).first().getAttribute("aria-sort");
/** Puts a text on the clipboard as spreadsheets do, with a table in HTML beside it that says something else. */
const offer = (page, plain, html = "<table><tr><td>not this</td></tr></table>") => page.evaluate(async ([plain, html]) => {
  const blob = (type, text) => new Blob([text], { type });
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", plain), "text/html": blob("text/html", html) })]);
  // The page's content policy looks at what is put there, too: a style sheet would be refused.
}, [plain, html.replace(/<style.*?<\/style>/s, "")]);
const table = async (page, lines) => {
  await page.click("#paste-table");
  await page.evaluate((lines) => {
    const area = document.getElementById("import-text");
    area.value = lines;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, lines);
  await page.click("text=Replace the units");
};

scene("takes what spreadsheets copy and gives what they paste", { locale: "en", permissions: CLIPBOARD, fragment: "/allocation" }, async ({ page }) => {
  await page.click(cell(0, 0));
  await offer(page, sample("excel-block.txt"));
  await press(page, "Control+v");
  await see.deepEqual(async () => (await names(page)).slice(0, 4), ["东风 社区", '"五四"村', '"红旗"', "Changning City"]);
  await see.deepEqual(() => Promise.all([0, 1, 2].map((row) => text(page, row, 2))), ["46,210", "1,200", "7"]);
  await see.equal(() => text(page, 2, 1), "", "an empty cell empties");
  await offer(page, sample("libreoffice-block.txt"), sample("libreoffice-block.html"));
  await press(page, "Control+v");
  await see.deepEqual(async () => (await names(page)).slice(0, 6), ["衡阳县", "Two lines", '"quoted"', '"', '"open and "shut"', "last, with comma"]);
  await see.equal(() => text(page, 2, 2), "-0.5", "what does not fit stays in its cell");
  await see.match(() => page.textContent(".grid-said"), /2 cells did not fit/);
  // A single cell of LibreOffice has its line breaks bare: the HTML beside it says that it is one.
  await page.click(cell(20, 0));
  const below = await text(page, 21, 0);
  await offer(page, sample("libreoffice-cell.txt"), sample("libreoffice-cell.html"));
  await press(page, "Control+v");
  await see.deepEqual(() => Promise.all([20, 21].map((row) => text(page, row, 0))), ["衡阳县 1,000", below]);
  await page.click(cell(6, 7));
  // A column with a gap keeps the gap, and one value fills what is selected.
  await offer(page, "5\r\n\r\n6\r\n");
  await page.click(cell(6, 7));
  await press(page, "Control+v");
  await see.deepEqual(() => Promise.all([6, 7, 8, 9].map((row) => text(page, row, 7))), ["5", "", "6", ""]);
  await offer(page, "8\r\n9\r\n");
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Control+v");
  await see.deepEqual(() => Promise.all([6, 7, 8, 9].map((row) => text(page, row, 7))), ["8", "9", "8", "9"], "a block that fits twice is laid twice");
  // Out again: quotes only where a spreadsheet needs them, and no formula.
  await page.click(cell(3, 0));
  await page.keyboard.type("=1+1");
  await press(page, "Enter", "ArrowUp", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown", "Control+c");
  await see.equal(() => page.evaluate(() => navigator.clipboard.readText()), '"""quoted"""\n\'=1+1\n"""open and ""shut"""\n');
  await press(page, "Control+x");
  await see.deepEqual(async () => (await names(page)).slice(2, 6), ["", "", "", "last, with comma"]);
  await page.click(cell(12, 0));
  await press(page, "Control+v");
  await see.deepEqual(async () => (await names(page)).slice(12, 15), ['"quoted"', "=1+1", '"open and "shut"'], "what was cut comes back as it was");
});

scene("moves, fills and inserts as a spreadsheet does", { locale: "en", permissions: CLIPBOARD, fragment: "/allocation" }, async ({ page }) => {
  // Enter after Tab begins the next row where this one began.
  await page.click(cell(0, 1));
  await page.keyboard.type("North");
  await press(page, "Tab");
  await page.keyboard.type("100");
  await press(page, "Enter");
  await see.deepEqual(() => active(page), [1, 1]);
  // Ctrl with an arrow: to the edge of what is filled, or to the next that is.
  await page.click(cell(10, 7));
  await page.keyboard.type("3");
  await press(page, "Enter", "ArrowUp", "Control+ArrowUp");
  await see.deepEqual(() => active(page), [0, 7]);
  await press(page, "Control+ArrowDown");
  await see.deepEqual(() => active(page), [10, 7]);
  await press(page, "Control+ArrowDown");
  await see.deepEqual(() => active(page), [29, 7]);
  // Fill: a single cell takes the one above; a button does it too; a computed seat does not become a fixed one.
  await page.click(cell(11, 7));
  await press(page, "Control+d");
  await see.equal(() => text(page, 11, 7), "3");
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown");
  await page.getByRole("button", { name: "Fill down (Ctrl+D)" }).click();
  await see.deepEqual(() => Promise.all([11, 12, 13, 14].map((row) => text(page, row, 7))), ["3", "3", "3", ""]);
  await see.match(() => undo(page).getAttribute("title"), /3 cells changed/);
  await page.click(cell(4, 4));
  await press(page, "Shift+ArrowDown", "Control+d");
  await see.equal(() => page.locator(".lock").count(), 0);
  // As many rows as are selected, above them.
  await page.click('th[data-row="3"]');
  await page.click('th[data-row="5"]', { modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Insert 3 units above" }).click();
  await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "35");
  await see.deepEqual(async () => (await names(page)).slice(2, 7).map((name) => name === ""), [false, true, true, true, false]);
  await see.deepEqual(() => active(page), [3, 0]);
  await press(page, "Shift+ArrowDown", "Shift+ArrowDown", "Alt+Delete");
  await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "32");
  // Selected with the mouse, copied; a whole column from its heading.
  await page.hover(cell(0, 2));
  await page.mouse.down();
  await page.hover(cell(2, 3));
  await page.mouse.up();
  await press(page, "Control+c");
  await see.match(() => page.evaluate(() => navigator.clipboard.readText()), /^100\t[\d.]+\n41830\t[\d.]+\n\d+\t[\d.]+\n$/);
  // Held beyond the cells, the pointer takes in more of them for as long as it is held, down and back up again.
  const selected = () => page.evaluate(() => ["data-row", "data-col"].map((name) => {
    const all = [...document.querySelectorAll("td[aria-selected]")].map((td) => Number(td.getAttribute(name)));
    return [Math.min(...all), Math.max(...all)];
  }));
  const frame = await page.locator(".grid-scroll").boundingBox();
  await page.hover(cell(1, 2));
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height + 60, { steps: 3 });
  await see.equal(async () => (await selected())[0][1], 29, "down to the last row");
  await page.mouse.move(frame.x + frame.width / 2, frame.y - 40, { steps: 3 });
  await see.equal(() => page.evaluate(() => document.querySelector(".grid-scroll").scrollTop), 0);
  await see.deepEqual(async () => (await selected())[0], [0, 1], "and up over where it began");
  await page.mouse.up();
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height + 60, { steps: 3 });
  await see.deepEqual(async () => (await selected())[0], [0, 1], "let go, it takes in nothing more");
  await page.click(cell(2, 3));
  await choose(page, "Members", "Select the column (Ctrl+Space)");
  await press(page, "Control+c");
  await see.equal(async () => (await page.evaluate(() => navigator.clipboard.readText())).split("\n").length, 31);
});

scene("what moves under a button that is held still is not selected", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const selected = () => page.locator('td[aria-selected="true"]').evaluateAll((cells) => cells.map((td) => Number(td.dataset.row)));
  const box = await page.locator(cell(4, 0)).boundingBox();
  const [x, y] = [box.x + 60, box.y + 17];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await see.deepEqual(() => active(page), [4, 0]);
  await page.evaluate(() => {
    addEventListener("mouseover", (event) => { window.under = event.target.closest("td[data-row]")?.dataset.row; });
    document.querySelector(".grid-scroll").scrollBy(0, 68);
  });
  // The browser tells the cell that is under the pointer now.
  await see.equal(() => page.evaluate(() => window.under), "6");
  assert.deepEqual((await selected()).filter((row) => row !== 4), [], "nobody has moved the pointer");
  await page.mouse.move(x, y + 34);
  await see.deepEqual(selected, [4, 5, 6, 7]);
  await page.mouse.up();
});

scene("what is said of a unit stays until something is said of the next", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const said = () => page.textContent(".why .explained");
  await page.click(cell(0, 0));
  await see.match(said, /Hengyang County/);
  // A page that gets shorter for a moment moves what is under the pointer.
  await page.evaluate(() => {
    const panel = document.querySelector(".why .explained");
    window.least = panel.childElementCount;
    new MutationObserver(() => { window.least = Math.min(window.least, panel.childElementCount); }).observe(panel, { childList: true, subtree: true });
  });
  await page.keyboard.press("ArrowDown");
  await see.match(said, /Leiyang City/);
  assert.ok(await page.evaluate(() => window.least) > 0);
});

scene("a press selects the cell under the pointer and moves nothing under it", { locale: "en", fragment: "/allocation", width: 700, height: 640 }, async ({ page }) => {
  const view = page.locator(".grid-scroll");
  const place = () => view.evaluate((view) => [view.scrollLeft, view.scrollTop]);
  const chosen = () => page.locator('td[aria-selected="true"]').evaluateAll((cells) => cells.map((td) => [Number(td.dataset.row), Number(td.dataset.col)]));
  // A cell of which a corner is seen, below and to the right; the view was scrolled a moment ago.
  const corner = async (left, top) => {
    await view.evaluate((view) => view.scrollIntoView({ block: "end" }));
    await view.evaluate((view, [left, top]) => view.scrollTo(left, top), [left, top]);
    return view.evaluate((view) => {
      const { left, top } = view.getBoundingClientRect();
      const at = [left + view.clientWidth - 4, top + view.clientHeight - document.querySelector(".grid tfoot").offsetHeight - 4];
      const td = document.elementFromPoint(...at)?.closest("td[data-row]");
      if (!td) throw new Error(`no cell at ${at}: ${document.elementFromPoint(...at)?.outerHTML}`);
      return { at, spot: [Number(td.dataset.row), Number(td.dataset.col)], hidden: td.getBoundingClientRect().right - left - view.clientWidth };
    });
  };
  for (const [left, top] of [[10, 500], [40, 17], [80, 211], [120, 20]]) {
    const { at, spot, hidden } = await corner(left, top);
    assert.ok(hidden > 0, "a part of the cell is out of sight");
    const before = await place();
    await page.mouse.move(...at);
    await page.mouse.down();
    await see.deepEqual(() => active(page), spot);
    await atRest(page);
    assert.deepEqual(await place(), before, `${hidden} pixels were hidden`);
    await page.mouse.up();
    assert.deepEqual(await chosen(), []);
  }
  // The next key brings the hand into sight.
  const { at, spot: [row, col] } = await corner(40, 100);
  await page.mouse.click(...at);
  const before = await place();
  await press(page, "ArrowDown");
  await see.deepEqual(() => active(page), [row + 1, col]);
  await see.ok(async () => (await place()).some((at, axis) => at > before[axis]));
});

// On a slow machine a drawing is not over when the next key comes.
scene("takes every key that comes faster than the page draws", { locale: "en", fragment: "/allocation" }, async ({ page, context }) => {
  const slow = await context.newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  await page.click(cell(0, 1));
  const sent = [];
  const key = (key, text) => sent.push(
    slow.send("Input.dispatchKeyEvent", { type: "keyDown", key, text, windowsVirtualKeyCode: { Tab: 9, Enter: 13 }[key] }),
    slow.send("Input.dispatchKeyEvent", { type: "keyUp", key }),
  );
  const type = (text) => [...text].forEach((letter) => key(letter, letter));
  for (const [group, members] of [["North", "101"], ["South", "202"], ["East", "303"]]) {
    type(group);
    key("Tab");
    type(members);
    key("Enter", "\r");
  }
  await Promise.all(sent);
  await see.deepEqual(() => active(page), [3, 1]);
  const filled = [0, 1, 2].flatMap((row) => [text(page, row, 1), text(page, row, 2)]);
  assert.deepEqual(await Promise.all(filled), ["North", "101", "South", "202", "East", "303"]);
});

// Esc lets go of the table, so that nobody has to pass every cell to get out.
scene("lets go of Tab on Escape", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  await page.click(cell(2, 2));
  await press(page, "Escape");
  await see.match(() => page.textContent(".grid-said"), /Tab leaves the table/);
  await press(page, "Tab");
  await see.equal(() => active(page), null);
  await page.click(cell(2, 2));
  await press(page, "Escape", "ArrowDown", "Tab");
  await see.deepEqual(() => active(page), [3, 3], "another key takes hold again");
});

scene("rows are dragged by their numbers; a line shows where they go", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const before = await names(page);
  const at = async (row, part) => {
    const box = await page.locator(`th[data-row="${row}"]`).boundingBox();
    return [box.x + box.width / 2, box.y + box.height * part];
  };
  // Along the numbers, whole rows are selected; a press on one of them then holds them all.
  await page.mouse.move(...await at(1, 0.5));
  await page.mouse.down();
  await page.mouse.move(...await at(2, 0.5));
  await page.mouse.up();
  await see.equal(() => page.locator(".row-head.whole").count(), 2);
  await page.mouse.move(...await at(2, 0.5));
  await page.mouse.down();
  await page.mouse.move(...await at(4, 0.9), { steps: 4 });
  await see.equal(() => page.locator(".drop-line").isVisible(), true);
  await shoot(page, "grid-dragging", { fullPage: false });
  await page.mouse.up();
  await see.deepEqual(async () => (await names(page)).slice(0, 6), [0, 3, 4, 1, 2, 5].map((row) => before[row]));
  await see.equal(() => page.locator(".drop-line").isVisible(), false);
  await see.match(() => undo(page).getAttribute("title"), /2 units moved/);
  // Escape lets go, and a press without a movement selects the one row.
  await page.mouse.move(...await at(3, 0.5));
  await page.mouse.down();
  await page.mouse.move(...await at(0, 0.1), { steps: 4 });
  await press(page, "Escape");
  await page.mouse.up();
  await see.deepEqual(async () => (await names(page)).slice(0, 6), [0, 3, 4, 1, 2, 5].map((row) => before[row]));
  await page.click('th[data-row="4"]');
  await see.equal(() => page.locator(".row-head.whole").count(), 1);
  // A finger does what a mouse does.
  await page.evaluate(() => {
    const head = document.querySelector('th[data-row="4"]');
    const { x, y, height } = head.getBoundingClientRect();
    const fire = (name, dy) => head.dispatchEvent(new PointerEvent(name, { bubbles: true, pointerType: "touch", isPrimary: true, pointerId: 7, clientX: x + 5, clientY: y + height / 2 + dy, button: name === "pointermove" ? -1 : 0 }));
    fire("pointerdown", 0);
    fire("pointermove", -2 * height);
    fire("pointermove", -4 * height - 10);
    fire("pointerup", -4 * height - 10);
  });
  await see.deepEqual(async () => (await names(page)).slice(0, 3), [2, 0, 3].map((row) => before[row]));
  await press(page, "Control+z", "Control+z");
  await see.deepEqual(() => names(page), before);
});

scene("what did not fit is said where it is seen, and no longer once it is undone", { locale: "en", permissions: CLIPBOARD, fragment: "/allocation" }, async ({ page }) => {
  await page.click(cell(0, 2));
  await offer(page, "749\nabc");
  await press(page, "Control+v");
  const said = page.locator(".grid-said");
  await see.match(() => said.textContent(), /1 cell did not fit/);
  const { y, height } = await said.boundingBox();
  assert.ok(y >= 0 && y + height <= page.viewportSize().height, `${y} and ${height}`);
  await press(page, "Control+z");
  await see.equal(() => said.textContent(), "");
  // Only texts that did not fit, which change no figure.
  await offer(page, "abc");
  await press(page, "Control+v");
  await see.match(() => said.textContent(), /1 cell did not fit/);
  await press(page, "Control+z");
  await see.equal(() => said.textContent(), "");
});

scene("the hand stays on its unit when a sort, an insertion or a removal is undone and redone", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const whose = () => page.locator("td.active").evaluate((td) => td.parentElement.querySelector('td[data-col="0"]').textContent);
  const focused = () => page.evaluate(() => document.activeElement.closest("td.active") !== null);
  // The first that is not where its members would put it.
  await page.click(cell(12, 2));
  const unit = await text(page, 12, 0);
  await choose(page, "Members", "Sort, largest first");
  await see.equal(whose, unit);
  const sorted = await page.locator("td.active").getAttribute("data-row");
  assert.notEqual(sorted, "12");
  await page.locator("td.active").click();
  for (const [keys, row] of [["Control+z", "12"], ["Control+y", sorted], ["Control+z", "12"]]) {
    await press(page, keys);
    await see.equal(() => page.locator("td.active").getAttribute("data-row"), row);
    await see.equal(whose, unit);
    await see.equal(focused, true, "what is typed next is typed there");
  }
  // By the button, while the focus is elsewhere, as well.
  await press(page, "Control+y");
  await undo(page).click();
  await see.equal(() => page.locator("td.active").getAttribute("data-row"), "12");
  // New rows above take no unit from under the hand, nor do those that come back.
  await page.click(cell(1, 0));
  await press(page, "Alt+Insert");
  await see.equal(() => page.locator("td.active").getAttribute("data-row"), "1");
  await see.equal(() => text(page, 1, 0), "");
  await page.click(cell(13, 2));
  await see.equal(whose, unit);
  await press(page, "Control+z");
  await see.equal(() => page.locator("td.active").getAttribute("data-row"), "12");
  await see.equal(whose, unit);
});

scene("sorts as one step that says what it did, and only claims an order that holds", { locale: "zh-CN", fragment: "/allocation" }, async ({ page }) => {
  const before = await names(page);
  await choose(page, "人数", "从大到小排序");
  await see.equal(() => sortOf(page, "人数"), "descending");
  await see.match(() => undo(page).getAttribute("title"), /撤销：按人数从大到小排序/);
  const members = await page.locator('td[data-col="2"]').allTextContents();
  const numbers = members.map((text) => Number(text.replaceAll(",", "")));
  assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a));
  // The claim goes with the order, and comes back with it.
  await page.click(cell(0, 2));
  await page.keyboard.type("1");
  await press(page, "Enter");
  await see.equal(() => sortOf(page, "人数"), null);
  await press(page, "Control+z");
  await see.equal(() => sortOf(page, "人数"), "descending");
  await press(page, "Control+z");
  await see.deepEqual(() => names(page), before);
  // Names by strokes and by pinyin, each as the language of the browser has it; what is empty stands last.
  await page.click(cell(0, 0));
  await press(page, "Delete");
  for (const [item, locale] of [["按笔画排序（从少到多）", "zh-u-co-stroke"], ["按拼音排序", "zh-u-co-pinyin"]]) {
    await choose(page, "选举单位", item);
    const expected = await page.evaluate(([names, locale]) => [...names].sort(new Intl.Collator(locale).compare), [before.slice(1), locale]);
    await see.deepEqual(() => names(page), [...expected, ""]);
    await see.equal(() => sortOf(page, "选举单位"), "ascending");
  }
  // By the keys alone: the menu of the column of the active cell, and back to the cell.
  await page.click(cell(2, 1));
  await press(page, "Shift+F10", "ArrowDown", "Enter");
  await see.equal(() => sortOf(page, "代表团"), "descending");
  await see.equal(async () => (await active(page))?.[1], 1);
});

scene("filters what is seen and never what is counted", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const before = await page.locator(".grid tbody tr:not(.padding)").evaluateAll((rows) => rows.map((row) => row.textContent + (row.querySelector("input")?.value ?? "")));
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await see.equal(() => page.evaluate(() => document.activeElement.id), "allocation-filter");
  await page.keyboard.type("city");
  const count = before.filter((row) => /city/i.test(row)).length;
  assert.ok(count > 1 && count < before.length);
  const shown = () => page.locator(".grid tbody tr:not(.padding)").count();
  await see.equal(shown, count);
  await see.match(() => page.textContent(".filter .count"), new RegExp(`^${count} of 30 units shown$`));
  await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), String(count + 3));
  await see.match(() => page.textContent(".total-all"), /All 30 units.*380,000/s);
  const members = (await page.locator('td[data-col="2"]').allTextContents()).reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0);
  await see.match(() => page.textContent(".total-shown"), new RegExp(`${count} units shown.*${members.toLocaleString("en")}`, "s"));
  await assertAccessible(page);
  // Everything done to the selection is done to rows on show alone.
  await page.click(cell(0, 7));
  await page.keyboard.type("1");
  await press(page, "Enter", "ArrowUp", "Control+Space", "Control+d");
  await see.match(() => undo(page).getAttribute("title"), new RegExp(`${count} cells changed`));
  await press(page, "Alt+Delete");
  await see.match(() => undo(page).getAttribute("title"), new RegExp(`${count} units removed`));
  await see.match(() => page.textContent(".filter .count"), /No unit is like that/);
  await press(page, "Control+z");
  await see.equal(shown, count);
  // A new row is on show; a row whose name no longer fits stays until the filter is set again.
  await page.click("text=Add unit");
  await see.equal(shown, count + 1);
  await page.click(cell(0, 0));
  await page.keyboard.type("Elsewhere");
  await press(page, "Tab");
  await page.keyboard.type("South");
  await press(page, "Enter");
  await see.deepEqual(() => Promise.all([text(page, 0, 0), text(page, 0, 1)]), ["Elsewhere", "South"]);
  await page.getByRole("button", { name: "Filter again" }).click();
  await see.notEqual(() => text(page, 0, 0), "Elsewhere");
  // Sorting moves rows on show; the others stay where they are.
  await page.getByRole("button", { name: "Show all" }).click();
  await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "33");
  await page.selectOption("#allocation-filter-rows", { label: "With problems" });
  await see.match(() => page.textContent(".filter .count"), /^1 of 31 units shown$/);
  // A problem leads to its cell even where that is hidden.
  await page.selectOption("#allocation-filter-rows", { label: "All units" });
  await page.click(cell(1, 2));
  await page.keyboard.type("abc");
  await press(page, "Enter");
  await page.fill("#allocation-filter", "elsewhere");
  await page.locator(".problems li", { hasText: "Not a number" }).locator("button").click();
  await see.equal(() => page.evaluate(() => document.activeElement.value), "abc");
});

scene("finds in all rows, not only in those on the screen", { locale: "en", permissions: CLIPBOARD, fragment: "/allocation" }, async ({ page }) => {
  await table(page, Array.from({ length: 10000 }, (_, i) => `Unit ${10000 - i}\t${((i * 7919) % 5000) + 1}`).join("\n"));
  await page.click(cell(0, 0));
  await press(page, "Control+f");
  await see.equal(() => page.evaluate(() => document.activeElement.id), "allocation-find");
  await page.keyboard.type("unit 12");
  const count = () => page.textContent(".find .count");
  await see.match(count, /^1 of 111$/);
  await press(page, "Enter", "Enter");
  await see.match(count, /^3 of 111$/);
  await see.equal(() => page.evaluate(() => document.activeElement.id), "allocation-find", "the focus stays in the field");
  await press(page, "Shift+Enter", "Shift+Enter", "Shift+Enter");
  await see.match(count, /^111 of 111$/, "around the end");
  await press(page, "Escape");
  await see.deepEqual(() => active(page), [9988, 0]);
  await see.equal(() => page.evaluate(() => document.activeElement.value), "Unit 12");
  // The focus stays in the active cell however far the screen goes from it, so the keys still work.
  await page.locator(".grid-scroll").evaluate((view) => { view.scrollTop = 0; });
  await see.equal(() => page.locator(cell(3, 0)).count(), 1);
  await see.deepEqual(() => active(page), [9988, 0]);
  await page.click(cell(0, 0));
  await press(page, "Control+Shift+ArrowDown", "Control+c");
  await see.equal(async () => (await page.evaluate(() => navigator.clipboard.readText())).split("\n").length, 10001);
  // Numbers in names count as numbers.
  await choose(page, "Unit", "Sort A to Z");
  await see.equal(() => text(page, 9999, 0), "Unit 10000");
  await press(page, "Control+Home");
  await see.deepEqual(async () => (await names(page)).slice(0, 3), ["Unit 1", "Unit 2", "Unit 3"]);
  await see.equal(() => sortOf(page, "Unit"), "ascending");
});

scene("a scroll that leaps over the active row leaves the focus and what is being typed in it", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  await table(page, Array.from({ length: 300 }, (_, i) => `Unit ${i}\t${i + 1}`).join("\n"));
  const leap = async (top) => {
    await page.locator(".grid-scroll").evaluate((view, to) => { view.scrollTop = to; }, top);
    const first = Math.floor(top / 34);
    await see.equal(() => page.locator(cell(first + 5, 0)).count(), 1);
    await see.deepEqual(() => active(page), [150, 2]);
  };
  await page.locator(".grid-scroll").evaluate((view) => { view.scrollTop = 4_900; });
  await page.click(cell(150, 2));
  for (const top of [9_000, 100, 9_000, 2_000, 100]) await leap(top);
  await page.keyboard.type("12");
  await leap(9_000);
  await leap(100);
  await page.keyboard.type("34");
  await press(page, "Enter");
  await see.deepEqual(() => active(page), [151, 2]);
  await see.equal(() => text(page, 150, 2), "1,234");
});

test("a press on the bar of the table leaves the hand in its cell", { timeout: 60_000 }, async (t) => {
  const server = await serve();
  t.after(() => server.close());
  // A browser of its own: all others hide their bars.
  const browser = await chromium.launch({ executablePath: headlessPath(), args: ["--no-sandbox", "--disable-gpu"], ignoreDefaultArgs: ["--hide-scrollbars"] });
  t.after(() => browser.close());
  const page = await browser.newPage({ locale: "en", viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.origin}/`);
  await opened(page);
  const bar = await page.locator(".grid-scroll").evaluate((view) => {
    const { right, top, height } = view.getBoundingClientRect();
    return { width: view.offsetWidth - view.clientWidth, x: right - 6, y: top + 40, below: top + height - 60 };
  });
  assert.ok(bar.width > 4, "the bar is there");
  await page.click(cell(0, 2));
  await page.mouse.move(bar.x, bar.y);
  await page.mouse.down();
  await page.mouse.move(bar.x, bar.below, { steps: 5 });
  await page.mouse.up();
  await see.equal(() => page.locator(".grid-scroll").evaluate((view) => view.scrollTop > 50), true, "it scrolls");
  await page.keyboard.type("4321");
  await press(page, "Enter");
  await see.equal(() => text(page, 0, 2), "4,321");
});

scene("columns are hidden and sized by pointer and keys, and remembered", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const headings = () => page.locator(".heading").allTextContents();
  const width = (heading) => page.locator("th", { hasText: heading }).first().evaluate((th) => Math.round(th.getBoundingClientRect().width));
  await see.equal(async () => (await headings()).length, 9);
  await choose(page, "Exact quota", "Hide the column");
  await page.getByRole("button", { name: "Columns" }).click();
  await press(page, "End", "ArrowUp", "Enter");
  await see.equal(() => page.locator('[role="menuitemcheckbox"][aria-checked="false"]').count(), 2, "the menu stays open");
  await assertAccessible(page);
  await press(page, "Escape");
  await see.equal(() => page.evaluate(() => document.activeElement.textContent), "Columns");
  await see.deepEqual(headings, ["Unit", "Delegation", "Members", "Seats", "Deviation", "Members per seat", "Min"]);
  const box = await page.locator("th", { hasText: "Members" }).first().locator(".border").boundingBox();
  const from = await width("Members");
  await page.mouse.move(box.x + 4, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 64, box.y + 8, { steps: 3 });
  await page.mouse.up();
  await see.equal(() => width("Members"), from + 60);
  await choose(page, "Members", "Fit the width to the contents");
  await see.ok(async () => (await width("Members")) < from);
  const fitted = await width("Members");
  await page.locator(".heading", { hasText: "Members" }).first().click();
  await page.getByRole("menuitem", { name: "Wider" }).click();
  await press(page, "Escape");
  await see.equal(() => width("Members"), fitted + 16);
  await page.reload();
  await opened(page);
  await see.equal(() => width("Members"), fitted + 16);
  await see.equal(async () => (await headings()).length, 7);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitem", { name: "All columns in their usual width" }).click();
  await see.equal(async () => (await headings()).length, 9);
  await see.equal(() => page.evaluate(() => localStorage.getItem("delegate-roster.columns.allocation")), null);
  // What somebody else wrote there is read word by word.
  await page.evaluate(() => localStorage.setItem("delegate-roster.columns.allocation", "name=hidden seats=99999999 members=5 max=40000 <b>=1 min=hidden min=hidden =" ));
  await page.reload();
  await opened(page);
  await see.deepEqual(headings, ["Unit", "Delegation", "Members", "Exact quota", "Seats", "Deviation", "Members per seat", "Max"]);
  await see.deepEqual(async () => [await width("Members"), await width("Max")], [36, 900]);
});

for (const locale of ["zh-CN", "en"]) {
  scene(`on a telephone the names stay in sight, and every tool fits (${locale})`, { locale, width: 390, height: 844, fragment: "/allocation", theme: locale === "en" ? "dark" : "light" }, async ({ page }) => {
    await page.locator(".toolbar button[aria-expanded]").first().click();
    await page.selectOption("#allocation-filter-rows", { index: 7 });
    await page.locator(".grid-scroll").evaluate((view) => { view.scrollLeft = 400; view.scrollTop = 100; });
    const left = (selector) => page.evaluate((selector) => document.querySelector(selector).getBoundingClientRect().left - document.querySelector(".grid-scroll").getBoundingClientRect().left, selector);
    await see.deepEqual(async () => [await left("tbody .col-name"), await left("thead .col-name"), await left("tfoot .col-name")].map(Math.round), [41, 41, 41]);
    const bottoms = () => page.evaluate(() => {
      const view = document.querySelector(".grid-scroll");
      const edge = view.getBoundingClientRect().top + view.clientTop + view.clientHeight;
      return [...document.querySelectorAll("tfoot tr")].map((row) => Math.abs(Math.round(edge - row.firstElementChild.getBoundingClientRect().bottom)));
    });
    await see.deepEqual(bottoms, [34, 0]);
    await assertNothingCut(page);
    await page.locator(".grid-block").evaluate((block) => block.scrollIntoView());
    await shoot(page, `grid-filter-390-${locale.slice(0, 2)}`, { fullPage: false });
    await page.locator(".toolbar button[id$=-sort]").click();
    await see.equal(() => page.getByRole("menu").isVisible(), true);
    await assertNothingCut(page);
    await shoot(page, `grid-menu-390-${locale.slice(0, 2)}`, { fullPage: false });
    await assertAccessible(page);
  });
}

scene("what goes with a drawing hands the focus on", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const rows = (n) => see.equal(() => page.getAttribute(".grid", "aria-rowcount"), String(n + 2));
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
  // Rows that go, from the first to the last, by the key and by the button.
  let left = 30;
  for (const row of [4, 11, 27, 0]) {
    await page.click(cell(row, 2));
    await press(page, "Alt+Delete");
    await rows(left -= 1);
    await see.deepEqual(() => active(page), [Math.min(row, left - 1), 2]);
    await press(page, "ArrowUp");
    await see.deepEqual(() => active(page), [Math.max(0, Math.min(row, left - 1) - 1), 2]);
  }
  await page.click(cell(7, 0));
  await page.getByRole("button", { name: /^Remove the selected units/ }).click();
  await rows(left -= 1);
  await see.deepEqual(() => active(page), [7, 0]);
  await press(page, "ArrowDown");
  await see.deepEqual(() => active(page), [8, 0]);
  // The last row: the hand goes up.
  await page.click(cell(left - 1, 0));
  await press(page, "Alt+Delete");
  await rows(left -= 1);
  await see.deepEqual(() => active(page), [left - 1, 0]);
  // Undo, after rows that moved, came and went: the hand is where its unit is, and what is typed then goes into a cell.
  const before = await names(page);
  await page.click(cell(4, 0));
  await press(page, "Alt+ArrowDown", "Control+z");
  await see.deepEqual(() => names(page), before);
  await see.deepEqual(() => active(page), [4, 0]);
  await press(page, "Alt+ArrowUp", "Alt+ArrowUp", "Control+z", "Control+z");
  await see.deepEqual(() => names(page), before);
  await see.deepEqual(() => active(page), [4, 0]);
  await press(page, "Alt+Insert");
  await rows(left + 1);
  await press(page, "Control+z");
  await rows(left);
  await see.deepEqual(() => active(page), [4, 0]);
  await page.keyboard.type("Typed");
  await press(page, "Enter");
  await see.equal(() => text(page, 4, 0), "Typed");
  await see.deepEqual(() => active(page), [5, 0]);
  // All of them.
  await press(page, "Control+a", "Alt+Delete");
  await rows(0);
  await see.equal(focused, "allocation-add");
  await press(page, "Control+z");
  await rows(left);
  // Undo by its button until there is nothing left to undo; then redo.
  await page.focus("#undo");
  while (await page.locator("#undo").isEnabled()) await press(page, "Enter");
  await rows(30);
  await see.equal(focused, "redo");
  while (await page.locator("#redo").isEnabled()) await press(page, "Enter");
  await see.equal(focused, "undo");
});

scene("a tie hands the focus on, forgets ticks of another tie, and holds many", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
  const house = async (seats) => { await page.fill("#house", String(seats)); await press(page, "Enter"); };
  await table(page, "unit\tmembers\na\t5\nb\t5\nc\t3\nd\t3");
  await page.selectOption("#method", "jefferson");
  await page.fill("#minimum", "0");
  await house(3);
  await page.getByRole("checkbox", { name: "c", exact: true }).check();
  await see.equal(() => page.locator("#enter-lot").isEnabled(), true);
  await house(1);
  await see.equal(() => page.getByRole("checkbox", { name: "a", exact: true }).count(), 1);
  await see.equal(() => page.locator("#enter-lot").isDisabled(), true, "nothing of this tie is ticked");
  await see.equal(() => page.locator(".tied input:checked").count(), 0);
  await page.getByRole("checkbox", { name: "b", exact: true }).check();
  await page.focus("#enter-lot");
  await press(page, "Enter");
  await see.equal(() => page.textContent("#lots-drawn"), "Drawn by lot: b");
  await see.equal(focused, "lots-drawn");
  await page.focus("#forget-lots");
  await press(page, "Enter");
  await see.equal(focused, "draw-lot");
  await press(page, "Enter");
  await see.equal(focused, "lots-drawn");
  // Very many: as many as the page takes, the others by their names.
  await table(page, ["unit\tmembers", ...Array.from({ length: 300 }, (_, n) => `u${n + 1}\t10`)].join("\n"));
  await house(450);
  await see.equal(() => page.locator(".tied input").count(), 200);
  await see.match(() => page.textContent(".tie-panel"), /and 100 more/);
  await page.fill("#tie-search", "u25");
  await see.equal(() => page.locator(".tied input").count(), 11);
  await page.getByRole("checkbox", { name: "u250", exact: true }).check();
  await see.match(() => page.textContent(".tie-panel"), /1 of 150 ticked/);
  await assertAccessible(page);
  await shoot(page, "tie-many", { fullPage: false });
  await page.click("#draw-lot");
  await see.match(() => page.textContent("#lots-drawn"), /and 138 more/);
});

scene("a name without a space breaks and widens no page", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const name = "Pneumonoultramicroscopicsilicovolcanoconiosisinstitut".repeat(2).slice(0, 80);
  await table(page, `unit\tdelegation\tmembers\n${name}a\t${name}\t5\n${name}b\t${name}\t5\n${name}c\t${name}x\t3\n${name}d\t${name}y\tx`);
  await page.fill("#house", "1");
  await press(page, "Enter");
  await page.waitForSelector(".tie-panel");
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const width of [1440, 900, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const step of ["allocation", "roster", "sittings", "elections", "composition", "compare", "rules", "report"]) {
      await page.evaluate((step) => { location.hash = `/${step}`; }, step);
      await see.equal(wide, 0, `${step} at ${width}`);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => { location.hash = "/allocation"; });
  await page.click("#draw-lot");
  await page.waitForSelector("#forget-lots");
  await see.equal(wide, 0);
  await shoot(page, "long-name", { fullPage: false });
});

scene('what a copied table has around its figures is no unit', { locale: 'en', permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  const paste = async (row, col, rows) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((cells) => cells.join('\t')).join('\n'));
    await page.click(cell(row, col));
    await page.keyboard.press('Control+v');
  };
  const units = () => page.locator('.grid').getAttribute('aria-rowcount');
  const before = await units();
  // Figures with their heading and their sum.
  await paste(0, 2, [['Members'], ['111'], ['222'], ['333']]);
  await see.deepEqual(async () => [await text(page, 0, 2), await text(page, 1, 2), await text(page, 2, 2)], ['111', '222', '333']);
  await see.match(() => page.textContent('.grid-said'), /row of headings was left out/);
  await paste(28, 0, [['North', '', '10'], ['South', '', '12'], ['West', '', '14'], ['Total', '', '36']]);
  await see.match(() => page.textContent('.grid-said'), /row of totals was left out/);
  await see.equal(() => text(page, 30, 0), 'West');
  await see.equal(units, String(Number(before) + 1), 'the sum is no unit');
  // A table of its own says by its headings what its columns are.
  await paste(0, 0, [['Members', 'Unit'], ['10', 'North'], ['12', 'South'], ['22', 'Total']]);
  await page.waitForSelector('#import[open]');
  await see.match(() => page.textContent('#import'), /it is looked at as a table here; no cell has changed/);
  await see.match(() => page.inputValue('#import-text'), /^Members\tUnit/);
  await page.locator('#import').getByRole('button', { name: /Replace the units/ }).click();
  await see.deepEqual(async () => [await text(page, 0, 0), await text(page, 0, 2), await text(page, 1, 0)], ['North', '10', 'South']);
  await page.keyboard.press('Control+z');
  await see.equal(() => text(page, 30, 0), 'West');
});

scene("what is pasted past the last unit that there can be is left out and said", { locale: "en", permissions: CLIPBOARD, fragment: "/allocation" }, async ({ page }) => {
  await table(page, Array.from({ length: 99_999 }, (_, n) => `u${n + 1}\t1`).join("\n"));
  await see.equal(() => text(page, 0, 0), "u1");
  await page.click(cell(0, 0));
  await press(page, "Control+ArrowDown");
  await see.deepEqual(() => active(page), [99_998, 0]);
  await page.evaluate((lines) => navigator.clipboard.writeText(lines), "a\t\t1\nb\t\tmany\nc\t\tmore");
  await press(page, "Control+v");
  await see.equal(() => page.textContent(".grid-said"), "1 cell did not fit; its text is kept and marked. The table is full with 100,000 units; 1 row was left out.");
  await see.deepEqual(() => Promise.all([99_998, 99_999].map((row) => text(page, row, 0))), ["a", "b"]);
  await see.equal(() => text(page, 99_999, 2), "many");
  // Another unit has the identity that the row left out would have had, and nothing of its text.
  await page.click(cell(99_999, 0));
  await press(page, "Alt+Delete");
  await page.click("#allocation-add");
  await see.deepEqual(() => active(page), [99_999, 0]);
  await see.deepEqual(() => Promise.all([0, 2].map((col) => text(page, 99_999, col))), ["", "0"]);
});

scene("the table is as long as the window, and the hand stays in sight past its edge", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  await table(page, ["unit\tmembers", ...Array.from({ length: 400 }, (_, n) => `Unit ${n + 1}\t${1000 + n}`)].join("\n"));
  const rows = () => page.locator("tbody tr[aria-rowindex]").count();
  await see.equal(() => text(page, 0, 0), "Unit 1");
  const before = await rows();
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width, height: height + 340 });
  await see.equal(rows, before + 10);
  await page.setViewportSize({ width, height });
  await see.equal(rows, before);

  // Where the table itself is longer than what is left of the window.
  await page.setViewportSize({ width, height: 640 });
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.click(cell(0, 2));
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press("ArrowDown");
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const seen = await page.evaluate(() => {
      const [cell, view, head] = ["td.active", ".grid-scroll", "thead"].map((name) => document.querySelector(name).getBoundingClientRect());
      return cell.top >= head.bottom - 1 && cell.bottom <= Math.min(view.bottom, innerHeight);
    });
    assert.ok(seen, `row ${n + 2} is in sight`);
  }
  // The other way round: not behind what stands at the top of the window.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await press(page, "Control+Home");
  await see.deepEqual(() => active(page), [0, 0]);
  await see.ok(() => page.evaluate(() => document.querySelector("td.active").getBoundingClientRect().top >= document.querySelector(".chain").getBoundingClientRect().bottom));
});

scene("the wheel takes the focus from no row, and what is typed goes on", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  await table(page, ["unit\tmembers", ...Array.from({ length: 400 }, (_, n) => `Unit ${n + 1}\t${1000 + n}`)].join("\n"));
  const first = () => page.evaluate(() => Math.min(...[...document.querySelectorAll("tr:not(:has(.active)) td[data-row]")].map((td) => Number(td.dataset.row))));
  for (const row of [0, 1, 399]) {
    await page.click(cell(0, 2));
    if (row > 1) await press(page, "Control+End");
    await page.click(cell(row, 2));
    const before = await active(page);
    await page.keyboard.type("33");
    await page.locator(".grid-scroll").hover();
    await page.mouse.wheel(0, row > 1 ? -4000 : 4000);
    await (row > 1 ? see.ok(async () => await first() < 300) : see.ok(async () => await first() > 50));
    await see.deepEqual(() => active(page), before);
    await page.keyboard.type("7");
    await press(page, "Enter");
    await see.equal(() => text(page, ...before), "337");
    await page.mouse.wheel(0, -40000);
  }
});

scene("the largest figures there can be are whole in their columns, and no bar stands over them", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  await table(page, "unit\tmembers\nNorth\t8796093022207\nSouth\t8796093022200\nWest\t1");
  await page.fill("#house", "1048576");
  await press(page, "Enter");
  const cut = () => page.locator(".grid :is(tbody, tfoot) td:not(.col-name, .col-delegation)").evaluateAll((cells) =>
    cells.filter((td) => td.scrollWidth > td.clientWidth + 1).map((td) => td.textContent));
  await see.match(() => text(page, 0, 4), /^524,28/);
  await see.deepEqual(cut, []);
  // The seats of before stand where no allocation fits, as long as they are.
  await page.fill("#house", "1");
  await press(page, "Enter");
  await see.deepEqual(cut, []);
});

scene("names stay in sight wherever the columns beside them scroll, bars of the browser and all", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  // As much as the bars of the page and of the table take where a system shows them.
  await page.locator(".page").evaluate((whole) => { whole.style.marginInlineEnd = "30px"; });
  for (const width of [1408, 1440, 1472, 1500]) {
    await page.setViewportSize({ width, height: 900 });
    const [scrolls, position] = await page.locator(".grid-scroll").evaluate((around) =>
      [around.scrollWidth > around.clientWidth, getComputedStyle(around.querySelector("tbody .col-name")).position]);
    assert.ok(!scrolls || position === "sticky", `${width}: ${position}`);
  }
});
