// First use: the gallery of examples, the guided tour, help.
import assert from "node:assert/strict";
import { opened, scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut, go, shoot } from "./looks.mjs";
import { cell, text, type } from "./page.mjs";

const title = (page) => page.inputValue("input.title");
const active = (page) => page.evaluate(() => document.activeElement.id);

/** Opens an example by its title. */
async function example(page, name) {
  await page.click("#open-examples");
  await page.locator("#examples .entry", { hasText: name }).getByRole("button").click();
  await page.waitForSelector("#examples:not([open])", { state: "attached" });
}

scene("the gallery: each example is a scenario of its own, and what was open is kept", { locale: "en-US" }, async ({ page }) => {
  await page.click(cell(0, 2));
  await page.keyboard.type("50000");
  await page.keyboard.press("Enter");
  await page.click("#open-examples");
  await see.equal(() => page.locator("#examples .entry").count(), 6);
  await see.match(() => page.textContent("#examples"), /30 units, 500 seats.*50 units, 435 seats.*38 units, 299 seats.*18 units, 49 seats.*10 units, 50 seats/s);
  await see.match(() => page.textContent("#examples"), /illustrative, not real.*please confirm the others.*made-up figures.*Made up/s);
  await shoot(page, "examples", { fullPage: false });
  await page.keyboard.press("Escape");
  await see.equal(() => active(page), "open-examples");

  await example(page, "census of 1880");
  await see.equal(() => title(page), "US House of Representatives, census of 1880");
  await see.deepEqual(async () => [await text(page, 0, 0), await text(page, 0, 4)], ["Alabama", "8"]);
  await see.match(() => page.textContent(".notice .see"), /Set the house size to 300/);
  await page.fill("#house", "300");
  await page.press("#house", "Enter");
  await see.equal(() => text(page, 0, 4), "7", "the Alabama paradox");
  await page.click(".notice .see button");
  await see.equal(() => page.locator(".notice .see").count(), 0);

  await example(page, "census of 2020");
  await see.match(() => page.textContent(".why"), /The last seat went to: Minnesota.*Next in line: New York/s);
  await example(page, "Union conference");
  await see.match(() => page.textContent(".verdict"), /at least 2\/3 of 47 due = 32\. Present 33\. Met; 1 may still leave/);
  await see.match(() => page.textContent(".notice .see"), /Post has 749 members/);
  await type(page, 0, 2, "749");
  await see.equal(() => page.locator(".notice .see").count(), 0, "what is told of the figures is told of those only");
  await page.keyboard.press("Control+z");
  await see.equal(() => page.locator(".notice .see").count(), 1);
  await example(page, "Civil Code");
  await see.match(() => page.textContent(".verdict"), /2\/3 of 1,000 owners = 667.*2\/3 of 120,000/s);
  await see.match(() => page.textContent(".tie-panel"), /Building 10/);
  await page.selectOption("select.language", "zh-CN");
  await see.equal(() => text(page, 0, 0), "1号楼", "an untouched example follows the language");
  await see.match(() => title(page), /虚构/);
  await example(page, "空白方案");
  await see.equal(() => title(page), "");

  await page.click("#open-library");
  await see.equal(() => page.locator("#library .entry").count(), 6);
  await page.locator("#library .entry", { hasText: "Hengyang" }).getByRole("button", { name: /^打开/ }).click();
  await see.equal(() => text(page, 0, 2), "50,000");
});

scene("an empty table says how to begin, and what needs units says that there are none", { locale: "en-US", fragment: "/compare" }, async ({ page }) => {
  const NOTHING = "There are no units yet. Add one, or paste a table.";
  await see.equal(() => page.locator(".methods-compared table").count(), 1);
  await example(page, "A blank scenario");
  await go(page, "compare");
  for (const part of [".sweep", ".methods-compared"]) {
    await see.equal(() => page.textContent(`${part} .hint`), NOTHING);
    await see.equal(() => page.locator(`${part} table:visible, ${part} select:visible`).count(), 0);
  }
  await go(page, "allocation");
  await see.equal(() => page.textContent(".grid-scroll .nothing-yet"), NOTHING);
  await see.equal(() => page.locator(".grid tfoot").isVisible(), false, "nothing adds up to nothing");
  await assertAccessible(page);
  await page.getByRole("button", { name: "Add unit" }).click();
  await see.equal(() => page.locator("tbody tr[aria-rowindex]").count(), 1);
  await see.equal(() => page.locator(".nothing-yet").count(), 0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await see.equal(() => page.textContent(".grid-scroll .nothing-yet"), NOTHING);
});

for (const [width, height] of [[1440, 900], [390, 844]]) {
  scene(`twenty problems leave the step they stand over in sight, and each can be reached: ${width}`, { locale: "en-US", width, height }, async ({ page }) => {
    await page.click(cell(0, 2));
    await page.keyboard.type("99999");
    await page.keyboard.press("Enter");
    await go(page, "rules");
    await see.match(() => page.textContent(".problems-everywhere h2"), /^20 things to look at$/);
    const list = await page.locator(".problems-everywhere").boundingBox();
    assert.ok(list.height < height / 3, `${list.height} px high`);
    await page.locator(".problems-everywhere button").last().focus();
    await see.ok(() => page.locator(".problems-everywhere button").last().evaluate((button) => {
      const [own, around] = [button, button.closest(".problems")].map((element) => element.getBoundingClientRect());
      return own.top >= around.top && own.bottom <= around.bottom;
    }));
    await assertNothingCut(page);
    await assertAccessible(page);
  });
}

scene("the tour is offered once, goes by keyboard, and ends at any stop", { locale: "en-US", width: 320, height: 640 }, async ({ page }) => {
  await page.locator(".offer .primary").focus();
  await page.keyboard.press("Enter");
  const stop = () => page.getAttribute(".page", "data-stop");
  for (const [at, name] of ["units", "method", "roster", "quorum", "elections", "share"].entries()) {
    await see.equal(stop, name);
    await see.equal(() => active(page), "tour-next");
    await see.match(() => page.textContent(".tour [aria-live]"), new RegExp(`Stop ${at + 1} of 6`));
    await assertNothingCut(page);
    // What the stop is about is marked, and in sight above the panel.
    await see.ok(() => page.evaluate(() => {
      const panel = document.querySelector(".tour").getBoundingClientRect();
      const marked = [...document.querySelectorAll("body *")].filter((element) => {
        const { outlineWidth, outlineStyle, outlineOffset } = getComputedStyle(element);
        return outlineStyle === "solid" && outlineWidth === "3px" && ["3px", "8px"].includes(outlineOffset);
      });
      return marked.length === 1 && marked[0].getBoundingClientRect().top < panel.top;
    }), name);
    if (at < 5) await page.keyboard.press("Enter");
  }
  await shoot(page, "tour-320", { fullPage: false });
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await see.equal(stop, "elections");
  await page.keyboard.press("Escape");
  await see.equal(stop, null);
  await see.equal(() => active(page), "open-help");
  await see.equal(() => page.locator(".offer").count(), 0);
  await page.reload();
  await opened(page);
  await see.equal(() => page.locator(".offer").count(), 0, "it is not offered again");
  await page.click("#open-help");
  await page.locator("#help").getByRole("button", { name: "Take the tour" }).click();
  await see.equal(stop, "units");
  await page.getByRole("button", { name: "End the tour" }).click();
  await see.equal(stop, null);
});

scene("help is about the step, opens by F1 and the question mark, and gives the focus back", { locale: "zh-CN" }, async ({ page }) => {
  await page.click(cell(0, 0));
  await page.keyboard.press("F1");
  await page.waitForSelector("#help[open]");
  await see.match(() => page.textContent("#help"), /每个选举单位分到多少名额.*应得份额.*exact quota/s);
  await page.keyboard.press("Escape");
  await see.match(() => page.evaluate(() => document.activeElement.className), /cell-input/);
  await page.keyboard.type("?");
  await page.keyboard.press("Enter");
  await see.equal(() => text(page, 0, 0), "?", "in a cell it is a character");
  await page.keyboard.press("Control+z");
  await page.locator(".steps a", { hasText: "会议" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(".sitting");
  await page.keyboard.press("?");
  await page.waitForSelector("#help[open]");
  await see.match(() => page.textContent("#help"), /每次统计出席情况的会议/);
  await page.selectOption("#help-topic", { label: "键盘操作" });
  await see.match(() => page.textContent("#help"), /Ctrl\+D.*向下填充/s);
  await shoot(page, "help", { fullPage: false });
  await page.keyboard.press("Escape");
  await see.equal(() => page.evaluate(() => document.activeElement.textContent.trim()), "会议");
  await page.click("#open-help");
  await see.match(() => page.textContent("#help"), /每次统计出席情况的会议/, "it is about the step again");
  assert.equal(await page.locator("#help h3").count() > 1, true);
});
