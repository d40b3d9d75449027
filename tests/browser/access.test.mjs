// For everybody: assistive software, large print, few pixels, colours of one's own, no motion, no mouse.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";
import { LOCALES, STEPS, assertAccessible, assertAccessibleInBoth, assertNothingCut, go } from "./looks.mjs";
import { cell } from "./page.mjs";

/** Types into a cell what does not fit it. */
async function err(page) {
  await page.click(cell(0, 2));
  await page.keyboard.type("abc");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".problems li");
}

for (const width of [320, 768, 1440]) {
  for (const locale of LOCALES) {
    scene(`every step and every dialog is accessible at ${width}-${locale}, light and dark, faults and all`, { width, locale, height: 900, timeout: 180_000 }, async ({ page }) => {
      await err(page);
      for (const step of [...STEPS.slice(1), STEPS[0]]) {
        await go(page, step);
        await assertAccessibleInBoth(page);
      }
      for (const [opener, dialog] of [["#open-library", "#library"], ["#open-examples", "#examples"], ["#open-help", "#help"], [".actions .primary", "#share"]]) {
        await page.click(opener);
        await page.waitForSelector(`${dialog}[open]`);
        await assertAccessibleInBoth(page);
        await assertNothingCut(page);
        await page.keyboard.press("Escape");
        await page.waitForSelector(`${dialog}:not([open])`, { state: "attached" });
      }
      // A table with what does not fit, shown before it is taken over.
      await page.getByRole("button", { name: /^(Open table|打开表格)$/ }).click();
      await page.fill("#import-text", "Unit\tMembers\nNorth\tten\nSouth\t12.5\nEast\t7");
      await page.waitForSelector("#import .summary .trouble li");
      await assertAccessibleInBoth(page);
      await assertNothingCut(page);
      await page.click("#import .dialog-head button");
      await page.waitForSelector("#import:not([open])", { state: "attached" });
      await page.selectOption("#method", "hamilton");
      await page.click("#open-steps");
      await page.waitForSelector("[role=menuitemradio]");
      await assertAccessibleInBoth(page);
      await assertNothingCut(page);
      await page.keyboard.press("Escape");
      await page.locator(".offer .primary").click();
      await page.waitForSelector(".tour");
      await assertAccessibleInBoth(page);
    });
  }
}

/** Elements that scroll both ways; a table of data may. */
const bothWays = (page) => page.evaluate(() => [...document.querySelectorAll("body *")].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const scrolls = (how) => ["auto", "scroll"].includes(how);
  return scrolls(overflowX) && scrolls(overflowY) && element.scrollWidth > element.clientWidth + 1
    && element.scrollHeight > element.clientHeight + 1 && !element.querySelector(":scope > table, :scope > .padding");
}).map((element) => `${element.tagName}.${element.className}`));

for (const [zoom, width, height] of [["200 %", 720, 450], ["400 %", 360, 225]]) {
  for (const locale of ["zh-CN", "en-US"]) {
    scene(`nothing is cut at ${zoom} in ${locale}, and nothing but tables scrolls both ways`, { locale, width, height }, async ({ page }) => {
      await err(page);
      for (const step of STEPS) {
        await go(page, step);
        await assertNothingCut(page);
        assert.deepEqual(await bothWays(page), [], step);
      }
      await page.locator(".offer .primary").click();
      const panel = () => page.locator(".tour").boundingBox();
      await see.ok(async () => (await panel()).height <= height / 2 + 1, "the tour leaves half of the page");
      await assertNothingCut(page);
    });
  }
}

scene("forced colours keep focus, selection, verdicts and marks", { locale: "en-US" }, async ({ page }) => {
  for (const theme of ["light", "dark"]) {
    await page.emulateMedia({ forcedColors: "active", colorScheme: theme });
    const look = (selector, ...names) => page.locator(selector).first().evaluate((element, wanted) => {
      const style = getComputedStyle(element);
      return wanted.map((name) => style[name]);
    }, names);
    const paper = (await look("body", "backgroundColor"))[0];
    const differs = async (selector, name, why) => see.notEqual(async () => (await look(selector, name))[0], paper, why);
    await go(page, "allocation");
    await page.click(cell(1, 2));
    await page.keyboard.press("Shift+ArrowDown");
    await see.deepEqual(() => look("td.active", "outlineStyle", "outlineWidth"), ["solid", "3px"]);
    await see.deepEqual(() => look("td.selected:not(.active)", "outlineStyle", "outlineWidth"), ["solid", "1px"]);
    await differs("td.active", "outlineColor", "the active cell");
    await differs(".bar .above", "fill", "a bar above");
    await differs(".bar .below", "fill", "a bar below");
    await differs(".verdict .met", "color", "the verdict");
    await differs(".steps a[aria-current]", "borderBottomColor", "the step that is open");
    await see.equal(async () => (await look(".steps a:not([aria-current])", "borderBottomColor"))[0], paper, "and no other");
    const [text, ground, own] = await look(".actions .primary", "color", "backgroundColor", "forcedColorAdjust");
    // On a ground of its own the browser would put a patch of paper under the text.
    assert.ok(text !== ground && own === "none", `the text of a button: ${text} on ${ground}`);
    await page.focus("#house");
    await differs("#house", "outlineColor", "the focus");
    await see.notEqual(async () => (await look("#house", "outlineStyle"))[0], "none");
    await go(page, "compare");
    await differs(".picture .stroke-accent", "stroke", "the line of the chart");
    await go(page, "sittings");
    await differs(".picture .fill-rule", "fill", "who is due");
    await differs(".picture .fill-accent", "fill", "who is present");
  }
});

scene("nothing moves for those who asked for no motion", { locale: "en-US" }, async ({ page }) => {
  for (const step of STEPS) {
    await go(page, step);
    const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration.split(", ").some((time) => time !== "0s") || animationName !== "none" || scrollBehavior === "smooth";
    }).map((element) => element.outerHTML.slice(0, 60)));
    assert.deepEqual(moving, [], step);
  }
});

scene("a whole congress without the mouse: units, a tie, a sitting, the verdict, the link, and back", { locale: "en-US" }, async ({ page }) => {
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const type = (text) => page.keyboard.type(text);
  const name = () => page.evaluate(() => {
    const element = document.activeElement;
    const label = element.labels?.[0]?.textContent ?? element.getAttribute("aria-label") ?? element.textContent;
    return `${element.tagName} ${label}`.trim();
  });
  /** Tabs on until the element that has the focus is called so. */
  const reach = async (wanted, key = "Tab") => {
    for (let step = 0; step < 200; step += 1) {
      if (wanted.test(await name())) return;
      await press(key);
    }
    assert.fail(`Tab never reached ${wanted}; it is at ${await name()}`);
  };
  const text = (row, col) => page.locator(cell(row, col)).evaluate((td) => td.querySelector("input")?.value ?? td.textContent);

  await reach(/^BUTTON New$/);
  await press("Enter");
  await see.equal(() => page.inputValue("input.title"), "");
  for (const [row, unit] of ["North", "South"].entries()) {
    await reach(/^BUTTON Add unit$/, row === 0 ? "Tab" : "Shift+Tab");
    await press("Enter");
    await see.match(name, /^INPUT/);
    await type(unit);
    await press("Tab", "Tab");
    await type("10");
    await press("Enter");
    await see.equal(() => text(row, 2), "10");
    // Esc lets go of the table, so that Tab leaves it.
    await press("Escape");
  }
  await reach(/^INPUT House size/);
  await press("Control+a");
  await type("5");
  await press("Enter");
  await see.match(() => text(0, 4), /2–3/);
  await reach(/^INPUT South/);
  await press("Space");
  await reach(/^BUTTON Enter the drawn lot$/);
  await press("Enter");
  await see.deepEqual(async () => [await text(0, 4), await text(1, 4)], ["2", "3"]);

  // The chain is one stop, its numbers are reached by arrows.
  await reach(/^SPAN 5$/, "Shift+Tab");
  await press("ArrowRight", "ArrowRight");
  await see.match(name, /^SPAN/);
  await press("Tab");
  await see.match(name, /^A Allocation$/);
  await reach(/^A Sittings$/);
  await press("Enter");
  await page.waitForSelector(".sitting");
  await reach(/^SELECT Attendance counted/);
  await press("End");
  await reach(/^INPUT Present/);
  await type("4");
  await press("Enter");
  await reach(/^INPUT Due as stated/);
  await type("5");
  await press("Enter");
  await see.match(() => page.textContent(".chain .verdict"), /more than 1\/2 of 5 due = 3\. Present 4\. Met; 1 may still leave/);

  await reach(/^BUTTON Share$/, "Shift+Tab");
  await press("Enter");
  await page.waitForSelector("#share[open]");
  await see.match(() => page.inputValue("#share-link"), /#v1\./);
  await press("Escape");
  await see.match(name, /^BUTTON Share$/, "the focus is where it was");
  await press("Control+z");
  await see.doesNotMatch(() => page.textContent(".chain .verdict"), /of 5 due/);
  await press("Control+y");
  await see.match(() => page.textContent(".chain .verdict"), /of 5 due = 3/);
});

scene("a finger finds what it looks for: 44 pixels on a phone, the table apart", { locale: "en-US", width: 390, height: 844 }, async ({ page }) => {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
  const low = () => page.locator("button, select, input:not([type=checkbox], [type=radio], [type=range])").evaluateAll((parts) => parts
    .filter((part) => part.checkVisibility() && !part.closest("table") && part.offsetHeight < 44 && !part.matches(".plain"))
    .map((part) => `${part.id || part.className || part.textContent}: ${part.offsetHeight}`));
  for (const step of STEPS) {
    await go(page, step);
    await see.deepEqual(low, [], step);
  }
  await debug.send("Emulation.setTouchEmulationEnabled", { enabled: false });
});
