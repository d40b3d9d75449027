// Pictures: drawn where somebody looks, saved as SVG that parses back to the same picture and as PNG of twice its size, with
// hostile names as mere words; in the page and in the single file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { scene, see, singleFile } from "./harness.mjs";
import { assertAccessible, assertNothingCut } from "./looks.mjs";

/** Presses a button and reads the file it hands over. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** What the browser's own XML parser finds in a file. */
const parsed = (page, text) => page.evaluate((text) => {
  const file = new DOMParser().parseFromString(text, "image/svg+xml");
  const root = file.documentElement;
  return {
    error: file.querySelector("parsererror")?.textContent,
    circles: file.querySelectorAll("circle").length,
    names: [...new Set([...file.querySelectorAll("*")].map((element) => element.localName))].sort(),
    title: root.querySelector("title").textContent,
    description: root.querySelector("desc").textContent,
    words: [...root.querySelectorAll("text")].map((element) => element.textContent).join("\n"),
    lang: root.getAttribute("lang"),
    size: [root.getAttribute("width"), root.getAttribute("height")].map(Number),
  };
}, text);

/** Width and height as a PNG says them in its first chunk. */
const dimensions = (png) => {
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10], "a PNG begins so");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

const open = (page) => page.click(".pictures summary");
const shown = (page) => page.locator("svg.picture:visible");

scene("a bar in the table that is too short for its deviation ends as an arrow and says so", { locale: "en-US" }, async ({ page }) => {
  const cell = page.locator('td[data-row="0"][data-col="5"]');
  await see.match(() => cell.textContent(), /^\+0\.197$/);
  await see.equal(() => cell.locator(".bar .beyond").count(), 0);
  assert.equal(await cell.getAttribute("title"), null);
  // 55 seats for an exact quota of 60.803.
  await page.click('[data-row="0"][data-col="4"]');
  await page.keyboard.type("55");
  await page.keyboard.press("Enter");
  await see.match(() => cell.textContent(), /^−5\.803$/);
  await see.equal(() => cell.locator(".bar .below.beyond").count(), 1);
  await see.match(() => cell.getAttribute("title"), /arrow/);
  const inside = await cell.locator(".bar path").evaluate((path) => { const box = path.getBBox(); return box.x >= 0 && box.x + box.width <= 400; });
  assert.ok(inside, "nothing of it is cut");
});

scene("pictures are drawn when looked at, beside their numbers, and saved as SVG and PNG", { locale: "en-US" }, async ({ page }) => {
  await page.waitForSelector(".grid");
  assert.equal(await page.locator("svg.picture").count(), 0, "nobody has looked yet");
  await open(page);
  await see.equal(() => page.locator("svg.picture:visible circle").count(), 500);
  await see.match(() => page.textContent(".chart .sentence"), /500 seats in 15 delegations; the largest, .*, has \d+/);
  await see.equal(() => page.locator("#picture-numbers tbody tr").count(), 15);
  await see.match(() => page.textContent("#picture-numbers tfoot"), /500/);
  const svg = await saved(page, page.getByRole("button", { name: "Save as SVG: Seats by delegation" }));
  assert.equal(svg.name, "Seats by delegation.svg");
  const file = await parsed(page, svg.bytes.toString("utf8"));
  assert.equal(file.error, undefined);
  assert.equal(file.circles, 500);
  assert.equal(file.title, "Seats by delegation");
  assert.equal(file.lang, "en");
  assert.match(file.words, /12th Hengyang municipal party congress/);
  assert.match(file.words, /Figures: 12th Hengyang/);
  assert.match(file.description, /Total\t[\d,]+\t\t500/, "the source figures travel in the file");
  assert.ok(!/href|style=|@font-face|url\(/.test(svg.bytes.toString("utf8")), "nothing comes from elsewhere");
  const onScreen = await shown(page).locator("circle").evaluateAll((all) => all.map((one) => one.getAttribute("cx")).join());
  const inFile = [...svg.bytes.toString("utf8").matchAll(/<circle cx="([^"]*)"/g)].map((found) => found[1]).join();
  assert.equal(onScreen, inFile, "screen and file are one picture");
  const png = await saved(page, page.getByRole("button", { name: "Save as PNG: Seats by delegation" }));
  assert.equal(png.name, "Seats by delegation.png");
  assert.deepEqual(dimensions(png.bytes), file.size.map((n) => 2 * n));
  assert.ok(png.bytes.length > 20_000, `${png.bytes.length} bytes are no picture`);
  await see.match(() => page.textContent(".chart [role=status]"), /handed to the browser/);
  for (const [button, sentence] of [["Deviations", /Highest deviation: .* \(\+0\.\d+\); lowest: /], ["Members per seat", /A seat stands for [\d,.]+ members on average/], ["Lorenz curve", /Gini coefficient 0\.0\d+/]]) {
    await page.getByRole("group", { name: "Which picture" }).getByRole("button", { name: button }).click();
    await see.match(() => page.textContent(".chart .sentence"), sentence);
    assert.ok(await shown(page).locator("text").count() > 8, button);
    await assertAccessible(page);
    await assertNothingCut(page);
  }
  await page.click(".pictures summary");
  await see.equal(() => page.locator("svg.picture").count(), 0, "folded away again");
});

scene("names are words in the picture and in its files, whatever is in them", { locale: "zh-CN", width: 390 }, async ({ page }) => {
  await page.click("text=打开表格");
  await page.fill("#import textarea", "单位\t代表团\t人数\n<img src=x onerror=alert(1)>\t</text><script>alert(2)</script>\t900\n乙\t&'\"<b>\t500\n丙\t\t100");
  await page.locator("#import .buttons .primary").click();
  await page.fill("#house", "700");
  await page.keyboard.press("Tab");
  await open(page);
  await see.equal(() => page.locator("svg.picture:visible path").count(), 3, "beyond 600 seats every group is a sector");
  await see.match(() => shown(page).textContent(), /未编入代表团/);
  const svg = await saved(page, page.getByRole("button", { name: /^保存为 SVG/ }));
  const file = await parsed(page, svg.bytes.toString("utf8"));
  assert.equal(file.error, undefined);
  assert.deepEqual(file.names, ["desc", "g", "line", "path", "rect", "svg", "text", "title"].filter((name) => file.names.includes(name)));
  assert.match(file.words, /<\/text><script>/);
  assert.equal(file.lang, "zh-CN");
  const png = await saved(page, page.getByRole("button", { name: /^保存为 PNG/ }));
  assert.deepEqual(dimensions(png.bytes), file.size.map((n) => 2 * n));
  await assertNothingCut(page);
  assert.equal(await page.locator("main script, main img").count(), 0);
});

scene("every other picture can be kept too: attendance, the sweep, and those on paper", { locale: "zh-CN", theme: "dark", fragment: "/sittings" }, async ({ page }) => {
  await see.match(() => page.textContent(".attendance .chart"), /470 ≥ 243，达到/);
  const attendance = await saved(page, page.getByRole("button", { name: "保存为 SVG：到会人数与法定人数" }));
  assert.match((await parsed(page, attendance.bytes.toString("utf8"))).description, /484\t243\t470/);
  await page.click("nav >> text=比较");
  await see.equal(() => page.locator("#sweep-numbers").count(), 1);
  const sweep = await saved(page, page.getByRole("button", { name: "保存为 PNG：名额总数变化时" }));
  assert.equal(dimensions(sweep.bytes)[0], 2 * 848, "twice the width of the file");
  await page.click("nav >> text=报告");
  assert.equal(await page.locator(".sheet svg.picture").count(), 0, "a report is words until somebody asks");
  await page.getByLabel("附图表").check();
  await see.equal(() => page.locator(".sheet svg.picture:visible").count(), 2);
  await page.click(".report-tools >> text=名额分配表");
  await see.equal(() => page.locator(".sheet svg.picture:visible").count(), 2);
  await see.match(() => page.textContent(".sheet"), /各单位名额与应得份额的偏差/);
  await assertAccessible(page);
  await page.selectOption("#report-language", "en");
  await see.match(() => page.textContent(".sheet"), /Deviation from the exact quota/);
});

scene("on a narrow screen attendance is drawn anew, with words in their own size", { locale: "zh-CN", width: 390, fragment: "/sittings" }, async ({ page }) => {
  const drawn = page.locator(".attendance svg.picture:visible");
  await see.match(() => drawn.textContent(), /470 ≥ 243，达到/);
  const look = () => drawn.evaluate((svg) => ({
    class: svg.getAttribute("class"),
    size: 13 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
    beyond: svg.parentElement.scrollWidth - svg.parentElement.clientWidth,
  }));
  const narrow = await look();
  assert.equal(narrow.class, "picture narrow");
  assert.equal(narrow.beyond, 0, "nothing of it has to be scrolled to");
  assert.ok(narrow.size >= 12, `words are ${narrow.size} px high`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await see.equal(async () => (await look()).class, "picture wide small");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ media: "print" });
  await see.equal(async () => (await look()).class, "picture wide small", "paper has the room");
});

scene("on a narrow screen nothing of a chart has to be scrolled to", { locale: "zh-CN", width: 390 }, async ({ page }) => {
  await open(page);
  const drawn = page.locator(".pictures svg.picture:visible");
  // The assembly is as wide as the labels around it.
  for (const kind of [1, 2, 3]) {
    await page.locator(".pictures .choice button").nth(kind).click();
    await see.equal(() => drawn.getAttribute("class"), "picture narrow");
    const { size, beyond } = await drawn.evaluate((svg) => ({
      size: 13 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
      beyond: svg.parentElement.scrollWidth - svg.parentElement.clientWidth,
    }));
    assert.equal(beyond, 0);
    assert.ok(size >= 12, `words are ${size} px high`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await see.equal(() => drawn.getAttribute("class"), "picture wide");
});

test("a single file makes its PNG as well", { timeout: 90_000 }, async (t) => {
  const { page, address } = await singleFile(t);
  await page.goto(address);
  await page.waitForSelector(".grid");
  await open(page);
  const png = await saved(page, page.getByRole("button", { name: "Save as PNG: Seats by delegation" }));
  assert.equal(dimensions(png.bytes)[0], 2 * 848);
});
