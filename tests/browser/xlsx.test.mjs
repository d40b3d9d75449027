// Workbooks that leave the page and come back, hostile ones among them; files dropped on the page; the link as a QR code.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { opened, profile, scene, see, singleFile } from "./harness.mjs";
import { assertAccessible, assertNothingCut, shoot } from "./looks.mjs";

const HOSTILE = ["=1+1", "=HYPERLINK(\"http://example.invalid\",\"x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1", "{=1+1}", "<img src=x onerror=alert(1)>"];
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The cells of a column of the grid, as far as rows are in the page. */
const column = (page, at) => page.locator(`td[data-col="${at}"]`).evaluateAll((cells) => cells.map((td) => td.querySelector("input")?.value ?? td.textContent));
const requests = (context) => {
  const asked = [];
  // The worker keeps every file of the page; what counts is what the page itself asks for.
  context.on("request", (request) => { if (!request.serviceWorker()) asked.push(new URL(request.url()).pathname.split("/").at(-1)); });
  return asked;
};
const paste = async (page, text) => {
  await page.click("text=Open table");
  await page.fill("#import-text", text);
  await page.click("text=Replace the units");
};
const workbook = async (page) => {
  const download = page.waitForEvent("download");
  await page.click("#share .workbook");
  const file = await download;
  return { name: file.suggestedFilename(), buffer: readFileSync(await file.path()) };
};
const open = (page, name, buffer, mimeType = TYPE) => page.setInputFiles("#import-file", { name, mimeType, buffer });

/** An archive of deflated parts, with what its headers claim. */
function zip(parts) {
  const [bodies, heads] = [[], []];
  let at = 0;
  for (const { name, text, size = text.length } of parts) {
    const data = deflateRawSync(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), data]);
    bodies.push(body);
    heads.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), common, place, Buffer.from(name)]));
    at += body.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** Drops files on the page as a hand would, or holds them over it. */
const drop = (page, files, events = ["dragenter", "dragover", "drop"]) => page.evaluate(([list, names]) => {
  const carried = new DataTransfer();
  for (const [name, text] of list) carried.items.add(new File([Array.isArray(text) ? new Uint8Array(text) : text], name));
  return names.map((name) => {
    const event = new DragEvent(name, { dataTransfer: carried, bubbles: true, cancelable: true });
    document.querySelector("main").dispatchEvent(event);
    return event.defaultPrevented;
  });
}, [files, events]);

scene("exports a workbook and reads it back as it was, names that look like formulas included", { locale: "en", fragment: "/allocation" }, async ({ page, context }) => {
  const asked = requests(context);
  await paste(page, `unit\tmembers\n${HOSTILE.map((name, at) => `${name}\t${(at + 1) * 1000}`).join("\n")}\n`);
  await see.deepEqual(async () => (await column(page, 0)).slice(0, 8), HOSTILE);
  await page.click("text=Share");
  await page.waitForSelector("#share .qr-code");
  assert.deepEqual(asked.filter((name) => name.startsWith("xlsx")), [], "nothing is fetched before the first use");
  const { name, buffer } = await workbook(page);
  assert.match(name, /\.xlsx$/);
  assert.equal(asked.filter((file) => file.startsWith("xlsx")).length, 2, "the script and the module");
  await see.match(() => page.textContent(".workbook-state"), /handed to the browser/);
  await page.keyboard.press("Escape");
  await page.click("#open-examples");
  await page.locator("#examples .entry button").first().click();
  await page.click("text=Open table");
  await open(page, "back.xlsx", buffer);
  await page.waitForSelector("#import-sheet");
  await see.deepEqual(() => page.locator("#import-sheet option").allTextContents(), ["Allocation", "Roster", "By delegation", "Sittings", "Quorum and majorities", "Elections", "Report"]);
  await see.match(() => page.textContent("#import .summary"), /8 units will be imported/);
  const columns = () => page.locator("#import .preview thead select").evaluateAll((all) => all.map((select) => select.selectedOptions[0].textContent));
  await page.selectOption("#import-sheet", "Roster");
  await see.ok(async () => (await columns()).includes("Present"));
  await page.selectOption("#import-sheet", "Allocation");
  await see.equal(() => page.inputValue("#import-sheet"), "Allocation");
  await see.ok(async () => !(await columns()).includes("Present"));
  await assertAccessible(page);
  await page.click("text=Replace the units");
  await see.deepEqual(async () => (await column(page, 0)).slice(0, 8), HOSTILE);
  await see.deepEqual(async () => (await column(page, 2)).slice(0, 3), ["1,000", "2,000", "3,000"]);
  await page.keyboard.press("Control+z");
  await see.notEqual(async () => (await column(page, 0))[0], HOSTILE[0], "one step");
});

scene("refuses workbooks that are made to harm, and says why", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  await page.click("text=Open table");
  const refused = async (name, buffer, why) => {
    await open(page, name, buffer);
    await see.match(() => page.textContent("#import .trouble"), why, name);
    assert.equal(await page.locator("#import .preview").count(), 0, name);
  };
  const book = { name: "xl/workbook.xml", text: "<workbook/>" };
  const grown = () => page.evaluate(async () => {
    const module = await window.loadWorkbooks();
    return (await module.default()).memory.buffer.byteLength;
  });
  await refused("no-relations.xlsx", zip([book, { name: "xl/worksheets/sheet1.xml", text: Buffer.alloc(8 << 20, "<a>x</a>") }]), /damaged/);
  const before = await grown();
  // 24 MiB of one text, packed to 24 kB.
  await refused("bomb.xlsx", zip([book, { name: "xl/sharedStrings.xml", text: Buffer.alloc(24 << 20, "x") }]), /larger than any table/);
  await refused("lies.xlsx", zip([book, { name: "xl/styles.xml", text: "<a/>", size: 2 }]), /not true/);
  await refused("big.xlsx", zip([book, { name: "xl/worksheets/sheet1.xml", text: "<a/>", size: 300 << 20 }]), /larger than any table/);
  await refused("counts.xlsx", zip([book, { name: "xl/sharedStrings.xml", text: '<sst uniqueCount="4294967295"/>' }]), /not true/);
  await refused("entities.xlsx", zip([{ ...book, text: "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook/>" }]), /declares entities/);
  await refused("path.xlsx", zip([book, { name: "../x.xml", text: "" }]), /outside of it/);
  await refused("nested.xlsx", zip([{ name: "inner.xlsx", text: zip([book]) }]), /no workbook in it/);
  await refused("parts.xlsx", zip(Array.from({ length: 5_000 }, (_, n) => ({ name: `p${n}`, text: "" }))), /more parts/);
  await refused("old.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /97–2003/);
  await refused("page.xls", Buffer.from("<html><table></table></html>"), /web page/);
  await refused("half.xlsx", zip([book]).subarray(0, 40), /damaged/);
  const growth = await grown() - before;
  assert.ok(growth <= 64 << 20, `${growth} bytes`);
  // The page still works.
  await open(page, "good.csv", Buffer.from("unit,members\nA,1\n"), "text/csv");
  await see.match(() => page.textContent("#import .summary"), /1 unit will be imported/);
});

scene("opens files that are dropped anywhere, and never leaves for them", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const address = page.url();
  assert.deepEqual(await drop(page, [["a.csv", "unit,members\nA,1\nB,2\n"]], ["dragenter", "dragover"]), [true, true]);
  await page.waitForSelector(".drop-here:not([hidden])");
  assert.deepEqual(await drop(page, [["a.csv", "unit,members\nA,1\nB,2\n"]]), [true, true, true]);
  await see.equal(() => page.locator(".drop-here").isHidden(), true);
  await see.match(() => page.textContent("#import[open] .summary"), /2 units will be imported/);
  await see.match(() => page.textContent("#import .import-origin"), /a\.csv Read as UTF-8/);
  // Onto the open dialog: another file takes its place.
  await drop(page, [["b.tsv", "unit\tmembers\nA\t1\nB\t2\nC\t3\n"]]);
  await see.match(() => page.textContent("#import .summary"), /3 units will be imported/);
  await drop(page, [["a.csv", "x"], ["b.csv", "y"]]);
  await see.match(() => page.textContent("#import .trouble"), /2 files were dropped/);
  await drop(page, [["photo.csv", [0x89, 0x50, 0x4e, 0x47]]]);
  await see.match(() => page.textContent("#import .trouble"), /not a table/);
  await page.keyboard.press("Escape");
  await page.waitForSelector("#import:not([open])", { state: "attached" });
  await drop(page, [["c.pdf", "%PDF-1.7"]]);
  await see.match(() => page.textContent("#import[open] .trouble"), /not a table/);
  await page.keyboard.press("Escape");
  // What was dropped before is not there again.
  await page.click("text=Open table");
  await see.match(() => page.textContent("#import .hint"), /dropped anywhere/);
  // Text that is dragged stays the browser's.
  const text = await page.evaluate(() => {
    const carried = new DataTransfer();
    carried.setData("text/plain", "x");
    const event = new DragEvent("dragover", { dataTransfer: carried, bubbles: true, cancelable: true });
    document.querySelector("main").dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(text, false);
  assert.equal(page.url(), address);
});

scene("reads text in every encoding a spreadsheet writes, and says which it was", { locale: "zh-CN", fragment: "/allocation" }, async ({ page }) => {
  const text = "单位;人数\r\n\"衡阳\n县\";４６，２１０\r\n衡南县;4 621\r\n";
  const wide = (order) => {
    const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
    return order === "be" ? bytes.swap16() : bytes;
  };
  // 单位,人数 / 衡阳县,12 in GB 18030; Node has no encoder for it.
  const old = Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0d, 0x0a, 0xba, 0xe2, 0xd1, 0xf4, 0xcf, 0xd8, 0x2c, 0x31, 0x32, 0x0d, 0x0a]);
  await page.getByRole("button", { name: "打开表格" }).click();
  for (const [buffer, encoding, units] of [
    [Buffer.from(text), "UTF-8", 2],
    [Buffer.from(`\ufeff${text}`), "UTF-8", 2],
    [wide("le"), "UTF-16 LE", 2],
    [wide("be"), "UTF-16 BE", 2],
    [old, "GB 18030", 1],
  ]) {
    await open(page, `${encoding}.csv`, buffer, "text/csv");
    await see.match(() => page.textContent("#import .import-origin"), new RegExp(`${encoding}\\.csv 按 ${encoding} 编码读取`));
    await see.match(() => page.textContent("#import .summary"), new RegExp(`将导入 ${units} 个单位`));
    assert.equal(await page.locator("#import .summary li").count(), 0, encoding);
  }
});

scene("shows the link as a QR code, in both languages and on a narrow screen", { locale: "zh-CN", width: 390, height: 844, fragment: "/allocation" }, async ({ page, fresh }) => {
  await page.getByRole("button", { name: "分享" }).click();
  await page.waitForSelector("#share .qr-code");
  await see.match(() => page.textContent(".qr-figures"), /版本 \d+，(\d+) × \1 个模块/);
  await see.match(() => page.textContent(".qr-local"), /只在本机运行/);
  await assertNothingCut(page);
  await assertAccessible(page);
  await shoot(page, "share-qr-390-zh", { fullPage: false });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存为 SVG" }).click();
  const file = await download;
  const svg = readFileSync(await file.path(), "utf8");
  assert.equal(svg.match(/fill="#000" d="([^"]+)"/)[1], await page.locator(".qr-code path").nth(1).getAttribute("d"), "the file is the drawing");
  const { page: other } = await fresh({ locale: "en", width: 1440, theme: "dark" });
  // More units than a code that a screen can show, then than any code.
  const rows = (n) => `unit\tmembers\n${Array.from({ length: n }, (_, at) => `Unit ${String.fromCharCode(65 + at % 26)}${(at * 7919) % 9973}\t${(at * 104729) % 99991}`).join("\n")}\n`;
  const take = async (n) => {
    await other.click("text=Open table");
    await open(other, "many.tsv", Buffer.from(rows(n)), "text/tab-separated-values");
    await other.click("text=Replace the units");
  };
  await take(220);
  await other.click("text=Share");
  await see.match(() => other.textContent(".qr-dense:not([hidden])"), /up to 117 × 117 \(version 25\)/);
  await shoot(other, "share-qr-1440-en-dark", { fullPage: false });
  await other.keyboard.press("Escape");
  await take(1_200);
  await other.click("text=Share");
  await see.match(() => other.textContent("#share .qr .trouble"), /a QR code holds at most 2,953/);
});

scene("the import dialog with a workbook looks right on a narrow screen", { locale: "zh-CN", width: 390, height: 844, fragment: "/allocation" }, async ({ page }) => {
  await page.getByRole("button", { name: "分享" }).click();
  const { name, buffer } = await workbook(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "打开表格" }).click();
  await open(page, name, buffer);
  await page.waitForSelector("#import-sheet");
  await see.match(() => page.textContent("#import .summary"), /将导入 30 个单位/);
  await assertNothingCut(page);
  await assertAccessible(page);
  await shoot(page, "import-xlsx-390-zh", { fullPage: false });
});

scene("workbooks work with the server gone", { offline: true, locale: "en" }, async ({ page, context }) => {
  await page.waitForFunction(() => document.querySelector(".offline-state")?.textContent.includes("without a network"));
  await context.setOffline(true);
  await page.reload();
  await opened(page);
  await page.click("text=Share");
  const { buffer } = await workbook(page);
  await page.keyboard.press("Escape");
  await page.click("text=Open table");
  await open(page, "back.xlsx", buffer);
  await see.match(() => page.textContent("#import .summary"), /30 units will be imported/);
  await context.setOffline(false);
});

test("the page in one file reads and writes workbooks too", { timeout: 90_000 }, async (t) => {
  const { page, address } = await singleFile(t);
  await page.goto(address);
  await page.waitForSelector(".grid");
  await page.click("text=Share");
  await see.match(() => page.textContent(".qr-local:not([hidden])"), /this device only/);
  const { buffer } = await workbook(page);
  await page.keyboard.press("Escape");
  await page.click("text=Open table");
  await open(page, "back.xlsx", buffer);
  await see.match(() => page.textContent("#import .summary"), /30 units will be imported/);
});
