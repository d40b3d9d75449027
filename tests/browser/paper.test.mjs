// Every step on paper: printed by Chromium to A4, upright and across, and read back page by page.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";
import { STEPS, go } from "./looks.mjs";
import { pages } from "./pdf.mjs";

const SHORT = 595.92;
const LONG = 842.88;
/** The margins of the style sheet, in points, and a point for rounding. */
const MARGIN = (14 / 25.4) * 72 - 1;

/** Prints what is open and checks what holds on any paper; hands back the pages. */
async function printed(page, { landscape = false, title, day }) {
  const sheets = pages(await page.pdf({ format: "A4", landscape }));
  for (const [at, sheet] of sheets.entries()) {
    const size = [sheet.width, sheet.height].map(Math.round);
    assert.deepEqual(size, (landscape ? [LONG, SHORT] : [SHORT, LONG]).map(Math.round));
    assert.ok(sheet.text.startsWith(`${at + 1} / ${sheets.length}`), `page number: ${sheet.text.slice(0, 20)}`);
    for (const { text, x, y } of sheet.runs) {
      assert.ok(x >= MARGIN && x < sheet.width - MARGIN && y > 0 && y < sheet.height, `beside the paper: ${text}`);
    }
    // Chromium shrinks a whole page for what is too wide on it: three quarters of a point to a pixel is the full size. Pictures
    // have scales of their own, so the one that most of the text has is looked at.
    const scales = sheet.runs.map(({ scale }) => scale).sort((a, b) => a - b);
    const most = scales[Math.floor(scales.length / 2)];
    assert.ok(most > 0.749 && most < 0.751, `shrunk to ${most}`);
    assert.doesNotMatch(sheet.text, /\ufffd/, "every glyph has a text");
  }
  const first = sheets[0].text;
  assert.ok(first.includes(title), `the title is on the first page: ${first.slice(0, 80)}`);
  assert.ok(first.includes(day), `the day is on the first page: ${first.slice(0, 80)}`);
  return sheets;
}

/** Today, as the page writes it in the language. */
const day = (page, locale) => page.evaluate((locale) => {
  const now = new Date();
  const [year, month, date] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return locale === "zh-CN" ? `${year}年${month}月${date}日` : `${date} ${now.toLocaleString("en-US", { month: "long" })} ${year}`;
}, locale);

for (const [locale, title, furniture] of [
  ["en-US", "12th Hengyang municipal party congress", /Add unit|Paste table|Examples|Open table|Take the tour|Skip to|Add a sitting|Add an item|Remove|Keep this|Save as text/],
  ["zh-CN", "衡阳市第十二次代表大会", /添加单位|粘贴表格|示例打开|打开表格|开始引导|跳到|添加会议|存为文本/],
]) {
  scene(`every step is printed whole in ${locale}`, { locale, timeout: 120_000 }, async ({ page }) => {
    const today = await day(page, locale);
    for (const step of STEPS) {
      await go(page, step);
      for (const landscape of [false, true]) {
        const sheets = await printed(page, { landscape, title, day: today });
        const text = sheets.map((sheet) => sheet.text).join("\n");
        assert.doesNotMatch(text, furniture, step);
        assert.ok(text.length > 200, `${step} says something on paper`);
        if (["allocation", "roster"].includes(step)) {
          // The cell that is active on the screen is a field there, and text here.
          assert.match(text, locale === "en-US" ? /Hengyang ?County/ : /衡阳县/);
        }
        if (step === "roster" && locale === "en-US") {
          for (const heading of ["Unfilled", "Elected", "Suspended", "Registered", "Present"]) assert.ok(text.includes(heading), `${heading} is in one piece`);
        }
      }
    }
    // What is entered into fields is as long as it is.
    await go(page, "elections");
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 688, height: 900 });
    const cut = () => page.evaluate(() => [...document.querySelectorAll("main input, main table")]
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1).map((element) => element.outerHTML.slice(0, 80)));
    await see.deepEqual(cut, []);
  });
}

scene("a table of ten thousand rows: headings on each page, the totals once, and what was left out is said", { locale: "en-US", timeout: 120_000 }, async ({ page }) => {
  await page.click("text=Open table");
  await page.evaluate(() => {
    const area = document.getElementById("import-text");
    area.value = Array.from({ length: 10000 }, (_, i) => `Unit ${i + 1} X\t${((i * 7919) % 5000) + 1}`).join("\n");
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await page.click("text=Replace the units");
  await page.waitForSelector("#import:not([open])", { state: "attached" });
  const told = { title: "12th Hengyang municipal party congress", day: await day(page, "en-US") };
  for (const [step, rows, head] of [["allocation", 3000, /Members per ?seat/], ["report", 2000, /Actual \(due\)/]]) {
    await go(page, step);
    const sheets = await printed(page, told);
    assert.ok(sheets.length > 20 && sheets.length < 120, `${step}: ${sheets.length} pages`);
    const whole = sheets.map((sheet) => sheet.text).join("\n");
    assert.deepEqual([rows, rows + 1].map((row) => whole.includes(`Unit ${row} X`)), [true, false]);
    const left = `${(10000 - rows).toLocaleString("en-US")} more rows are not shown here`;
    assert.ok(sheets.at(-1).text.includes(left) || sheets.at(-2).text.includes(left), left);
    for (const sheet of sheets.slice(0, 20)) assert.match(sheet.text.slice(0, 600), head, "headings on each page");
    const totals = sheets.filter((sheet) => (step === "report" ? /Total500/ : /10,000 units/).test(sheet.text));
    assert.equal(totals.length, 1, "the totals stand once");
  }
});
