// A list of delegates by name: pasted, filled into the ledger, marked, shared with and without its names.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { opened, saved, scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut } from "./looks.mjs";
import { chain } from "./page.mjs";


/** Twenty delegates of two units: sixteen of the first (one by-elected, one transferred, one suspended), four of the second. */
const LIST = [
  "姓名\t选举单位\t类别\t状态\t终止日期\t备注",
  ..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨".split("").map((name, at) => {
    const status = { 3: "补选", 4: "调离", 5: "暂停" }[at] ?? "当选";
    return `${name}一\t衡阳县\t${at % 2 ? "女" : "女、基层一线"}\t${status}\t${at === 4 ? "2021年9月1日" : ""}\t`;
  }),
  ..."朱秦尤许".split("").map((name) => `${name}二\t耒阳市\t\t当选\t\t=1+1`),
].join("\n");

const ZH = { locale: "zh-CN", fragment: "/roster", width: 1600 };

async function ask(page) {
  await page.waitForSelector(".people");
  await page.click(".people summary");
  await page.click("#people-import-open");
}

async function paste(page, text) {
  await ask(page);
  await page.fill("#people-text", text);
  await page.waitForSelector("#people-import .preview");
}

async function imported(page) {
  await paste(page, LIST);
  // A part of the delegates of each unit, which lowers the table's figures only where somebody says so.
  await see.equal(() => page.isChecked("#people-fill"), false);
  await page.check("#people-fill");
  await page.click("text=导入名单");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 20);
}

const figure = async (page, row, heading) => {
  const headings = await page.locator(".grid thead th").allTextContents();
  const at = headings.findIndex((text) => text.trim() === heading) - 1;
  assert.ok(at >= 0, `no column ${heading} yet`);
  // The active cell is a field.
  return page.locator(`[data-row="${row}"][data-col="${at}"]`).evaluate((td) => (td.querySelector("input")?.value ?? td.innerText).trim());
};

scene("twenty pasted names fill the ledger in one step, and are found, ordered and changed", ZH, async ({ page }) => {
  await imported(page);
  // 衡阳县 15 elected (one of them ended, one suspended) and one by-elected; 耒阳市 4.
  for (const [heading, first, second] of [["选出", "15", "4"], ["补选", "1", ""], ["终止", "1", ""], ["暂停", "1", ""]]) {
    await see.equal(() => figure(page, 0, heading), first, heading);
    await see.equal(() => figure(page, 1, heading), second, heading);
  }
  await see.match(() => page.textContent(".people-figures"), /共 20 名代表，应到 18 名，资格终止 1 名，暂停 1 名/);
  await page.fill("#people-search", "基层 衡阳");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 8);
  await page.fill("#people-search", "");
  await page.selectOption("#people-order", { label: "按姓氏笔画" });
  // 王 has four strokes, 韩 twelve.
  const names = async () => Promise.all((await page.locator('.people-table input[id$="-name"]').all()).map((input) => input.inputValue()));
  await see.ok(async () => { const all = await names(); return all.indexOf("王一") < all.indexOf("韩一"); });
  // By keyboard: the status of one.
  const status = page.getByLabel("状态，钱一", { exact: true });
  await status.focus();
  await page.keyboard.press("End");
  await see.match(() => page.textContent(".problems"), /名单为 \d+ 名，表中为 \d+ 名/);
  await assertAccessible(page);
  await assertNothingCut(page);
  await page.locator(".page-head").getByRole("button", { name: /撤销/ }).click();
  await see.doesNotMatch(() => page.textContent(".problems"), /名单为/);
  await page.locator(".page-head").getByRole("button", { name: /撤销：导入 20 名代表/ }).click();
  await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
  await see.equal(() => page.locator(".people-table").count(), 0);
});

scene("where the list leads, figures follow and say so; attendance is marked person by person", ZH, async ({ page }) => {
  await imported(page);
  await page.selectOption("#people-basis", { label: "以名单为准，表格随名单变动" });
  await see.equal(() => page.locator("#people-basis").evaluate((select) => select.selectedIndex), 1);
  await page.click("text=/18 名标为实到/");
  await see.match(() => page.textContent(".people-figures"), /实到 18 名，请假 0 名，缺席 0 名，未登记 0 名/);
  await see.equal(() => figure(page, 0, "实到"), "14");
  // One is away after all: the tick is taken out.
  await page.getByLabel("实到，赵一", { exact: true }).uncheck();
  await see.equal(() => figure(page, 0, "实到"), "13");
  await page.getByLabel("出席，孙一", { exact: true }).selectOption({ label: "请假" });
  await see.equal(() => figure(page, 0, "请假"), "1");
  await see.equal(() => figure(page, 0, "实到"), "12");
  // A figure that follows cannot be typed over, and says why.
  const headings = await page.locator(".grid thead th").allTextContents();
  const at = headings.findIndex((text) => text.trim() === "选出") - 1;
  await page.click(`td[data-row="0"][data-col="${at}"]`);
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await see.equal(() => figure(page, 0, "选出"), "15");
  await see.match(() => page.locator(`td[data-row="0"][data-col="${at}"]`).getAttribute("title"), /由代表名单得出/);
  await page.getByLabel("姓名，尤二", { exact: true }).fill("尤三");
  await page.getByLabel("姓名，尤二", { exact: true }).press("Tab");
  await page.getByRole("button", { name: "删除 尤三" }).click();
  await see.equal(() => figure(page, 1, "选出"), "3");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^person-\d+-remove$/);
});

scene("names stay on this machine unless ticked in; the figures go either way", ZH, async ({ page, fresh }) => {
  await imported(page);
  await page.selectOption("#people-basis", { label: "以名单为准，表格随名单变动" });
  await page.click("text=/18 名标为实到/");
  await see.equal(() => figure(page, 0, "实到"), "14");
  const before = await chain(page);
  await page.click(".page-head >> text=分享");
  await see.match(() => page.textContent("#share-names-hint"), /20 名代表的名单留在本机/);
  const without = await page.inputValue("#share-link");
  await page.check("#share-names");
  await see.match(() => page.textContent("#share-names-hint"), /都能看到 20 名代表/);
  await see.ok(async () => (await page.inputValue("#share-link")).length > without.length + 100);
  const withNames = await page.inputValue("#share-link");
  const open = async (link) => {
    const other = await fresh({ fragment: link.split("#")[1] });
    await see.match(() => other.page.textContent("#shared"), /个名额/);
    assert.equal(/20 名代表的名单/.test(await other.page.textContent("#shared")), link === withNames);
    await other.page.click("text=作为副本打开");
    await see.deepEqual(() => chain(other.page), before);
    await other.page.click("nav >> text=代表名册");
    await see.equal(() => figure(other.page, 0, "选出"), "15");
    await see.equal(() => other.page.locator(".people-table tbody tr").count(), link === withNames ? 20 : 0);
  };
  await open(without);
  await open(withNames);
  // The tick is asked for anew each time.
  await page.keyboard.press("Escape");
  await page.click(".page-head >> text=分享");
  await see.equal(() => page.isChecked("#share-names"), false);
  await page.keyboard.press("Escape");
  // The stored record has the names.
  await saved(page);
  await page.reload();
  await opened(page);
  await see.equal(() => page.locator(".people-table tbody tr").count(), 20);
});

scene("a list with faults is taken with everything in it, and says where to mend it", { locale: "en-US", fragment: "/roster" }, async ({ page }) => {
  await paste(page, "name,unit,status,attendance\nAda,Hengyang County,perhaps,maybe\nBob,Mars,elected,present\nBob,Mars,elected,\n<img src=x onerror=alert(1)>,Leiyang City,resigned,");
  await see.match(() => page.textContent("#people-import .summary"), /1 of them has a status that is not understood.*Row 2, column 3 \(Status\): “perhaps”.*Row 2, column 4 \(Attendance\): “maybe”.*Mars \(2\).*Bob \(2\)/s);
  await assertAccessible(page);
  await page.check("#people-add-units");
  await see.equal(() => page.isChecked("#people-fill"), false);
  await page.click("text=Import the list");
  await see.match(() => page.textContent(".problems"), /“perhaps” is not a status/);
  await see.match(() => page.textContent(".problems"), /The list of delegates has 1, the table says 53/);
  await see.equal(() => page.locator(".grid [data-head]").last().innerText(), "31");
  await page.locator(".problems button", { hasText: "is not a status" }).click();
  await see.equal(() => page.evaluate(() => document.activeElement.value), "Ada");
  await page.locator('select[aria-label="Status, Ada"]').selectOption({ label: "suspended" });
  await see.doesNotMatch(() => page.textContent(".problems"), /is not a status/);
  // A unit that is typed wrongly stays as it was typed.
  await page.getByLabel("Unit, Ada", { exact: true }).fill("Hengyang Countie");
  await page.getByLabel("Unit, Ada", { exact: true }).press("Tab");
  await see.match(() => page.textContent(".problems"), /No unit is called “Hengyang Countie”/);
  await see.equal(() => page.inputValue('input[aria-label="Unit, Ada"]'), "Hengyang Countie");
  await page.click("text=Add a delegate");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^person-\d+-name$/);
  await page.keyboard.type("Zoe");
  await page.keyboard.press("Tab");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 5);
  // Report: an annex only where it is asked for.
  await page.click("nav >> text=Report");
  await see.equal(() => page.locator(".sheet .annex").count(), 0);
  await page.check("#report-names");
  await see.match(() => page.textContent(".sheet .annex"), /List of delegates.*Leiyang City.*elected, ended: resigned/s);
});

/** Where the cells of the headings and of the first row below stand, from the left. */
const lefts = (page, row) => page.locator(`#people-import .plain-table ${row} > *`).evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));

scene("the preview sets each heading over its column, and says as which day a cell is read", ZH, async ({ page }) => {
  await paste(page, "姓名\t选举单位\t状态\t终止日期\n赵一\t衡阳县\t工作调动\t44440\n钱二\t衡阳县\t开除党籍\t２０２１年９月２日\n孙三\t衡阳县\t调离\t2021-09-03 00:00:00\n李四\t衡阳县\t调离\t5/6/2021");
  await see.deepEqual(() => lefts(page, "tbody tr:nth-child(1)"), await lefts(page, "thead tr"));
  await see.deepEqual(() => page.locator("#people-import .read-as").allTextContents(), ["2021-09-01", "2021-09-02", "2021-09-03"].map((day) => `读作 ${day}`));
  await see.match(() => page.textContent("#people-import .summary"), /第 5 行第 4 列（终止日期）：“5\/6\/2021”。不是日期.*第 2 行（终止日期）：“44440”按电子表格的日期序号读作 2021-09-01/s);
  await assertAccessible(page);
  await page.click("text=导入名单");
  await see.deepEqual(() => page.locator('.people-table input[type="date"]').evaluateAll((all) => all.map((one) => one.value)), ["2021-09-01", "2021-09-02", "2021-09-03", ""]);
  await see.equal(() => page.getByLabel("状态，钱二", { exact: true }).evaluate((select) => select.selectedOptions[0].text), "终止：丧失成员资格");
});

scene("the preview says that there are more rows, and which columns become nothing", ZH, async ({ page }) => {
  const rows = "赵钱孙李周吴郑王冯陈褚卫".split("").map((name, at) => `${at + 1}\t${name}一\t女\t汉族\t衡阳县`);
  await paste(page, ["序号\t姓名\t性别\t民族\t选举单位", ...rows].join("\n"));
  const preview = () => page.textContent("#people-import .preview");
  await see.match(preview, /共 12 行，显示前 5 行。/);
  await see.match(preview, /不导入的列：第 1 列（“序号”）、第 3 列（“性别”）、第 4 列（“民族”）。/);
  await page.getByLabel("第 3 列导入为", { exact: true }).selectOption({ label: "类别" });
  await see.match(preview, /不导入的列：第 1 列（“序号”）、第 4 列（“民族”）。/);
  await assertAccessible(page);
  await assertNothingCut(page);
  await page.fill("#people-text", "姓名\t选举单位\n赵一\t衡阳县");
  const hints = () => page.locator("#people-import .preview .hint:visible").count();
  await see.equal(hints, 0);
});

scene("what was chosen for a column stays while the pasted text is edited, and says nothing about another file", ZH, async ({ page }) => {
  const text = "姓名\t性别\t选举单位\n赵一\t女\t衡阳县";
  await paste(page, text);
  const column = page.getByLabel("第 2 列导入为", { exact: true });
  const becomes = () => column.evaluate((select) => select.selectedOptions[0].text);
  await see.equal(becomes, "不导入");
  await column.selectOption({ label: "类别" });
  const rows = () => page.locator("#people-import tbody tr").count();
  await page.fill("#people-text", `${text}\n钱二\t男\t耒阳市`);
  await see.equal(rows, 3);
  await see.equal(becomes, "类别");
  // Taken out, and pasted again.
  await page.fill("#people-text", "");
  await see.equal(rows, 0);
  await page.fill("#people-text", text);
  await see.equal(becomes, "类别");
  await page.setInputFiles("#people-file", { name: "names.tsv", mimeType: "text/tab-separated-values", buffer: Buffer.from(text) });
  await see.equal(becomes, "不导入");
});

scene("every fault of a list can be read by keyboard and copied", { locale: "en-US", fragment: "/roster", permissions: ["clipboard-read", "clipboard-write"] }, async ({ page }) => {
  const rows = Array.from({ length: 1_200 }, (_, at) => `Delegate ${at}\tHengyang County\tended\tyesterday ${at}`);
  await ask(page);
  const buffer = Buffer.from(`name\tunit\tstatus\tended on\n${rows.join("\n")}`);
  await page.setInputFiles("#people-file", { name: "names.tsv", mimeType: "text/tab-separated-values", buffer });
  const listing = page.locator("#people-import .listing").first();
  await see.equal(() => listing.locator("li").count(), 8);
  await listing.locator("summary").focus();
  await see.equal(() => listing.locator("summary").textContent(), "and 1,192 more");
  await page.keyboard.press("Enter");
  await see.equal(() => listing.locator("li").count(), 1_000);
  await see.match(() => listing.textContent(), /200 more are not listed here; the copied text has all/);
  await page.keyboard.press("Tab");
  await see.equal(() => page.evaluate(() => document.activeElement.id), "people-problems-rest");
  await page.keyboard.press("End");
  await see.ok(() => page.evaluate(() => document.activeElement.scrollTop > 1_000));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await see.match(() => listing.locator('[role="status"]').textContent(), /Copied/);
  const text = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/);
  assert.equal(text.length, 1_200);
  assert.match(text.at(-1), /^Row 1,201, column 4 \(Ended on\): “yesterday 1199”/);
  await assertAccessible(page);
  await assertNothingCut(page);
});

scene("a part of a list says what it would lower, and leaves the table alone unless asked", { locale: "en-US", fragment: "/roster" }, async ({ page }) => {
  await page.waitForSelector(".people");
  const elected = await figure(page, 0, "Elected");
  const short = (n) => `name\tunit\n${Array.from({ length: n }, (_, at) => `Delegate ${at}\tHengyang County`).join("\n")}`;
  await paste(page, short(4));
  await see.match(() => page.textContent("#people-import .preview"), new RegExp(`fewer delegates than the table in 1 unit\\..*Hengyang County: the list has 4, the table ${elected}\\.`, "s"));
  await see.equal(() => page.isChecked("#people-fill"), false);
  // What was chosen for one list says nothing about the next.
  await page.check("#people-fill");
  await page.fill("#people-text", short(Number(elected)));
  await see.equal(() => page.isChecked("#people-fill"), true);
  await see.doesNotMatch(() => page.textContent("#people-import .preview"), /fewer delegates/);
  await page.fill("#people-text", short(5));
  await see.match(() => page.textContent("#people-import .preview"), /the list has 5, the table/);
  await see.equal(() => page.isChecked("#people-fill"), false);
  await page.click("text=Import the list");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 5);
  await see.equal(() => figure(page, 0, "Elected"), elected);
  // With a list there already, both ways of taking another are looked at.
  await page.click("#people-import-open");
  await page.fill("#people-text", short(4));
  await see.match(() => page.textContent("#people-import .preview"), /In place of the present list.*the list has 4,.*With this one added.*the list has 9,/s);
  await assertAccessible(page);
});

scene("the saved list is a table in which no name is a formula", ZH, async ({ page }) => {
  await imported(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=保存名单")]);
  assert.equal(download.suggestedFilename(), "delegates.csv");
  const text = await readFile(await download.path(), "utf8");
  const lines = text.trim().split("\r\n");
  assert.equal(lines.length, 21);
  assert.ok(lines[17].endsWith(",'=1+1"), lines[17]);
});

scene("ten thousand names are searched, put in order and marked", { locale: "en-US", fragment: "/roster" }, async ({ page }) => {
  const text = "name,unit\n" + Array.from({ length: 10_000 }, (_, at) => `Person ${at * 7_919 % 10_000},${at % 2 ? "Hengyang County" : "Leiyang City"}`).join("\n");
  await ask(page);
  await page.setInputFiles("#people-file", { name: "names.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await see.equal(() => page.isChecked("#people-fill"), true, "more than the table has");
  await page.click("text=Import the list");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 100);
  await page.fill("#people-search", "Person 777");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 19);
  await page.fill("#people-search", "");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 100);
  await page.selectOption("#people-order", { index: 1 });
  await see.equal(() => page.inputValue('.people-table input[id$="-name"] >> nth=0'), "Person 0");
  await page.click("text=Mark 10,000 present");
  await see.match(() => page.textContent(".people-figures"), /10,000 present/);
  // Nobody is left to be marked: the button that takes marks away has the focus.
  await see.equal(() => page.evaluate(() => document.activeElement.id), "people-unmark");
  await page.locator(".people-table input[type=checkbox]").first().uncheck();
  await see.match(() => page.textContent(".people-figures"), /9,999 present/);
});

scene("whoever has a text that could not be read stays in the list, whatever is searched for, and is led to", { locale: "en-US", fragment: "/roster" }, async ({ page }) => {
  const listed = (text) => page.locator(".problems li", { hasText: text.slice(0, 3) });
  const note = (name) => page.getByLabel(`Note, ${name}`, { exact: true });
  const [long, longer] = ["长".repeat(200), "名".repeat(200)];
  await paste(page, "name,unit\nAda,Hengyang County\nBob,Leiyang City\nCyd,Leiyang City");
  await page.click("text=Import the list");
  for (const [name, text] of [["Ada", long], ["Cyd", longer]]) {
    await note(name).fill(text);
    await note(name).press("Tab");
    await see.equal(() => listed(text).count(), 1);
  }
  await page.fill("#people-search", "Bob");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 3);
  for (const text of [long, longer]) await see.equal(() => listed(text).count(), 1);
  // Back with the step, too, and the one that came last as well.
  await page.locator(".steps").getByRole("link", { name: "Sittings", exact: true }).click();
  for (const [name, text] of [["Cyd", longer], ["Ada", long]]) {
    await listed(text).getByRole("button").click();
    await see.equal(() => page.evaluate(() => document.activeElement.getAttribute("aria-label")), `Note, ${name}`);
    await see.equal(() => note(name).inputValue(), text);
  }
  await page.keyboard.press("Escape");
  await see.equal(() => listed(long).count(), 0);
  await page.fill("#people-search", "Bob");
  await see.equal(() => page.locator(".people-table tbody tr").count(), 2);
});
