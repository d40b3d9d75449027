// Tables that leave the page and come back: no name becomes a formula, and old Chinese files are read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scene, see } from "./harness.mjs";
import { chain, text } from "./page.mjs";

/** The file that a button of the share dialog saves. */
const saved = async (page, table) => {
  const download = page.waitForEvent("download");
  await page.locator("#share .buttons").getByRole("button", { name: table, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
};
const units = (page) => page.locator('td[data-col="0"]').evaluateAll((cells) => cells.map((td) => td.querySelector("input")?.value ?? td.textContent));

scene("saves tables that a spreadsheet takes as text, and reads them back as they were", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const hostile = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1"];
  await page.click("text=Open table");
  await page.fill("#import-text", `unit\tmembers\n${hostile.map((name, at) => `${name}\t${at + 1}`).join("\n")}\n`);
  await page.click("text=Replace the units");
  await page.click("text=Share");
  const csv = await saved(page, "Allocation");
  assert.equal(csv.name, "allocation.csv");
  assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = csv.bytes.toString("utf8").trim().split("\r\n");
  assert.deepEqual(lines.slice(1, -1).map((line) => line.split(",")[0]), hostile.map((name) => `'${name}`));
  assert.match(lines.at(-1), /^Total,,15,/);
  const roster = await saved(page, "Roster");
  assert.equal(roster.bytes.toString("utf8").trim().split("\r\n").length, 7);
  await page.keyboard.press("Escape");
  await page.click("text=Open table");
  await page.setInputFiles("#import-file", { name: "back.csv", mimeType: "text/csv", buffer: csv.bytes });
  await page.click("text=Replace the units");
  await see.deepEqual(async () => (await units(page)).slice(0, 5), hostile);
});

scene("the preview sets each heading over its column, and lists every fault", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  await page.click("text=Open table");
  await page.fill("#import-text", `unit\tmembers\tdelegation\n${Array.from({ length: 24 }, (_, at) => `Unit ${at}\tmany\tOne`).join("\n")}`);
  const lefts = (row) => page.locator(`#import .plain-table ${row} > *`).evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  await see.equal(async () => (await lefts("thead tr")).length, 3);
  assert.deepEqual(await lefts("tbody tr.heading"), await lefts("thead tr"));
  await see.match(() => page.textContent("#import .preview"), /5 of 24 rows shown\./);
  await page.locator("#import .listing summary", { hasText: "and 16 more" }).press("Enter");
  await see.equal(() => page.locator("#import .listing li").count(), 24);
});

scene("what was chosen for a column stays while the pasted table is edited", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const text = "unit\tmembers\tof them\nA\t12\t3";
  await page.click("text=Open table");
  await page.fill("#import-text", text);
  const becomes = (column) => page.getByLabel(`Column ${column} becomes`, { exact: true }).evaluate((select) => select.selectedOptions[0].text);
  await page.getByLabel("Column 3 becomes", { exact: true }).selectOption({ label: "Members" });
  await see.equal(() => becomes(2), "Left out");
  await page.fill("#import-text", `${text}\nB\t34\t5`);
  await see.equal(() => page.locator("#import tbody tr").count(), 3);
  assert.deepEqual([await becomes(2), await becomes(3)], ["Left out", "Members"]);
  // The next time it is another table.
  await page.keyboard.press("Escape");
  await page.click("text=Open table");
  await page.fill("#import-text", text);
  await see.deepEqual(async () => [await becomes(2), await becomes(3)], ["Members", "Left out"]);
});

scene("a table that comes back changes what it tells, and nothing else, in one step", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const before = await chain(page);
  assert.deepEqual(before, ["500", "487", "484", "470"]);
  await page.click("text=Open table");
  const choices = () => page.locator("#import .preview .buttons button:visible").allTextContents();
  await page.fill("#import-text", "unit\tmembers\nNowhere\t1");
  await see.deepEqual(choices, ["Replace the units", "Append to the units", "Cancel"]);
  await page.fill("#import-text", "unit\tmembers\nLeiyang City\t41,000\nHengyang County\tmany\nA new one\t380");
  await see.match(() => page.textContent("#import .update"), /2 units with a name that is here already\. 1 unit is added at the end\. 28 units that are not in the table stay\. 1 cell whose text does not fit stays as it is\./);
  assert.equal(await page.textContent("#import button.primary"), "Update units of the same name");
  await page.click("#import button.primary");
  await see.deepEqual(async () => [await text(page, 0, 2), await text(page, 1, 2)], ["46,210", "41,000"]);
  await see.deepEqual(async () => (await chain(page)).slice(1), ["≥ 487", "≥ 484", "≥ 470"], "nobody has reported yet who was elected in the new unit");
  await page.keyboard.press("Control+z");
  await see.deepEqual(() => chain(page), before);
});

scene("reads a file in GB 18030, as older Chinese spreadsheets write it", { locale: "zh-CN", fragment: "/allocation" }, async ({ page }) => {
  // 单位,人数 / 衡阳县,12 in GB 18030; Node has no encoder for it.
  const head = [0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0d, 0x0a];
  const row = [0xba, 0xe2, 0xd1, 0xf4, 0xcf, 0xd8, 0x2c, 0x31, 0x32, 0x0d, 0x0a];
  const buffer = Buffer.from([...head, ...row]);
  assert.equal(new TextDecoder("gb18030").decode(buffer), "单位,人数\r\n衡阳县,12\r\n");
  await page.getByRole("button", { name: "打开表格" }).click();
  await page.setInputFiles("#import-file", { name: "old.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "替换现有单位" }).click();
  await see.equal(async () => (await units(page))[0], "衡阳县");
});

scene("a total in the column of serial numbers is no unit; members that were not recognised are missed", { locale: "zh-CN", fragment: "/allocation" }, async ({ page }) => {
  const offer = async (text) => {
    await page.click("#paste-table");
    await page.fill("#import-text", text);
  };
  await offer("序号\t单位\t人数\n1\t甲\t100\n2\t乙\t200\n合计\t\t300");
  await see.match(() => page.textContent(".preview .summary"), /2 个单位.*略过 1 行/);
  await page.keyboard.press("Escape");
  await offer("名册\n\n序号\t单位\t在册\n1\t甲\t100\n2\t乙\t200.00");
  await see.match(() => page.textContent(".preview .summary"), /2 个单位/);
  await see.match(() => page.textContent(".preview"), /没有一列导入为人数。第 3 列（“在册”）/);
  await page.locator(".preview select").nth(2).selectOption({ label: "人数" });
  await see.doesNotMatch(() => page.textContent(".preview"), /没有一列/);
  await page.locator("dialog button.primary").click();
  await see.match(() => page.locator('td[data-row="1"][data-col="2"]').textContent(), /200/);
});

scene("a table whose units no heading names has names, or says that it has none", { locale: "en-US" }, async ({ page }) => {
  const missed = page.locator("#import .preview [role=status]");
  await page.click("#paste-table");
  await page.fill("#import-text", "Branch\tRegion\tMembers\tMin seats\tDelegates elected\nA\tNorth\t10\t1\t2\nB\tSouth\tmany\t1\t1");
  const chosen = () => page.locator("#import .preview thead select").evaluateAll((lists) => lists.map((list) => list.selectedOptions[0].text));
  await see.deepEqual(chosen, ["Unit", "Delegation", "Members", "Min", "Elected"]);
  // One sentence is heard, not the whole preview.
  await see.equal(() => page.textContent("#import .import > [role=status]"), "2 units will be imported; 1 problem.");
  await see.equal(() => page.locator("#import [aria-live=polite]").count(), 0);
  await see.equal(() => missed.textContent(), "");
  await page.locator("#import .preview thead select").first().selectOption({ index: 0 });
  await see.match(() => missed.textContent(), /No column becomes Unit/);
});
