// The page as an organiser uses it: the built dist/ in a real browser. Each person of a story is at an address of their own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { atRest, opened, saved, scene, see } from "./harness.mjs";
import { LOCALES, STEPS, THEMES, WIDTHS, assertNothingCut, go, shoot } from "./looks.mjs";
import { cell, chain, text, type } from "./page.mjs";

/** A scene with as many people as it needs: each `withPage` is another person's browser. */
const story = (name, body) =>
  scene(name, {}, ({ fresh }) => body(async ({ fragment = "", clipboard = false, ...options }, use) => {
    const permissions = clipboard ? ["clipboard-read", "clipboard-write"] : [];
    const person = await fresh({ permissions, fragment: fragment.replace(/^#/, ""), ...options });
    await person.page.waitForSelector("main");
    await use(person.page, person);
  }));
const data = (name) => fileURLToPath(new URL(`../data/${name}`, import.meta.url));

story("opens on the example congress, marked as such, in the browser's language", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
    await see.match(() => page.textContent(".notice"), /totals as published, per-unit figures illustrative/);
    await see.match(() => page.textContent(".verdict"), /more than 1\/2 of 484 due = 243\. Present 470\. Met; 227 may still leave/);
  });
  await withPage({ locale: "zh-CN" }, async (page) => {
    await see.match(() => page.textContent(".verdict"), /超过应到人数 484 的 1\/2，即 243。实到 470，符合规定人数；还可离席 227 人/);
    await see.equal(() => page.getAttribute("html", "lang"), "zh-CN");
  });
});

story("edits a cell, lists what does not add up, leads to it, and undoes", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await type(page, 0, 2, "９９,９９９"); // full-width digits
    await see.equal(() => text(page, 0, 2), "99,999");
    await see.equal(() => text(page, 0, 4), "115");
    await type(page, 1, 2, "abc");
    await see.equal(() => text(page, 1, 2), "abc");
    await see.equal(() => text(page, 1, 4), "48", "the rest of the page keeps working");
    const problem = page.locator(".problems li", { hasText: "Not a number" });
    await problem.locator("button").click();
    await see.equal(() => page.evaluate(() => document.activeElement.value), "abc");
    await see.equal(() => page.getAttribute(`${cell(1, 2)} input`, "aria-invalid"), "true");
    await page.keyboard.press("Escape");
    await see.equal(() => text(page, 1, 2), "41,830");
    await page.keyboard.press("Control+z");
    await see.equal(() => text(page, 0, 2), "46,210");
    await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
    await see.match(() => page.textContent(".problems"), /Everything adds up/);
    await page.keyboard.press("Control+y");
    await see.equal(() => text(page, 0, 2), "99,999");
  });
});

story("locks seats by hand and says how far they are from the computed ones", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await type(page, 0, 4, "65");
    await see.match(() => page.textContent(cell(0, 4)), /\+4.*65/s);
    await page.click(cell(0, 4));
    await page.keyboard.press("Delete");
    await page.keyboard.press("ArrowDown");
    await see.equal(() => text(page, 0, 4), "61");
  });
});

story("adds, moves and removes units, each one step of undo", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await page.click("text=Add unit");
    await page.keyboard.type("New town");
    await page.keyboard.press("Enter");
    await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "33");
    await page.locator(cell(30, 0)).click();
    await page.keyboard.press("Alt+ArrowUp");
    await see.equal(() => text(page, 29, 0), "New town");
    await page.getByRole("button", { name: "Remove the selected units" }).click();
    await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "32");
    for (let step = 0; step < 4; step += 1) await page.getByRole("button", { name: /^Undo/ }).click();
    await see.equal(() => page.getByRole("button", { name: /^Undo/ }).isDisabled(), true);
  });
});

story("copies and pastes rectangles as spreadsheets do", async (withPage) => {
  await withPage({ locale: "en", clipboard: true }, async (page) => {
    await page.click(cell(0, 0));
    await page.keyboard.press("Shift+ArrowDown");
    for (let col = 0; col < 2; col += 1) await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, "Hengyang County\tHengyang County delegation\t46210\nLeiyang City\tLeiyang City delegation\t41830\n");
    await page.evaluate(() => navigator.clipboard.writeText('Alpha\tNorth\t1,000\r\n"Be\nta"\tNorth\tmany\r\nGamma\tSouth\t３０\r\n'));
    await page.click(cell(29, 0));
    await see.equal(() => page.evaluate(() => document.activeElement.closest("td")?.dataset.row), "29");
    await page.keyboard.press("Control+v");
    await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "34", "rows past the last become units");
    await see.equal(() => text(page, 29, 2), "1,000");
    await see.equal(() => text(page, 30, 0), "Be ta");
    await see.equal(() => text(page, 30, 2), "many", "what does not fit stays, marked");
    await page.keyboard.press("Control+z");
    await see.equal(() => page.getAttribute(".grid", "aria-rowcount"), "32");
  });
});

story("imports the census of 2020 with a preview; Huntington-Hill gives the official House", async (withPage) => {
  await withPage({ locale: "en", clipboard: true }, async (page) => {
    await page.click("text=Open table");
    await page.setInputFiles("#import-file", data("us2020.csv"));
    await see.match(() => page.textContent(".preview .summary"), /50 units will be imported/);
    await see.deepEqual(() => chain(page), ["500", "487", "484", "470"], "a preview changes nothing");
    await page.click("text=Replace the units");
    await page.fill("#house", "435");
    await page.press("#house", "Enter");
    await page.fill("#minimum", "1");
    await page.press("#minimum", "Enter");
    await page.selectOption("#method", "huntington-hill");
    const official = readFileSync(data("us2020.csv"), "utf8").trim().split("\n").slice(1).map((line) => line.split(",")[2]);
    await page.click(cell(0, 4));
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+c");
    const table = await page.evaluate(() => navigator.clipboard.readText());
    const seats = table.trim().split("\n").map((line) => line.split("\t")[4]);
    assert.deepEqual(seats, official);
    await see.match(() => page.textContent(".why"), /The last seat went to: Minnesota.*Next in line: NewYork/s);
  });
});

story("says where a pasted table does not fit", async (withPage) => {
  await withPage({ locale: "zh-CN" }, async (page) => {
    await page.click("text=打开表格");
    await page.fill("#import-text", "单位\t人数\n甲\t1.5\n合计\t1\n");
    await see.match(() => page.textContent(".preview .summary"), /将导入 1 个单位.*第 2 行第 2 列（人数）：“1\.5”.*记为 0/s);
    await page.locator("#import").getByRole("button", { name: "替换现有单位" }).click();
    await see.equal(() => text(page, 0, 2), "0");
  });
});

story("shares a link that opens in a fresh browser to the identical scenario", async (withPage) => {
  let link;
  await withPage({ locale: "zh-CN" }, async (page) => {
    await type(page, 3, 2, "40000");
    await page.selectOption("#method", "adams");
    await page.click("text=分享");
    link = await page.inputValue("#share-link");
  });
  const fragment = link.slice(link.indexOf("#"));
  await withPage({ locale: "en", fragment }, async (page) => {
    await page.waitForSelector("#shared[open]");
    await see.deepEqual(() => chain(page), ["500", "487", "484", "470"], "nothing is opened unasked");
    await see.match(() => page.textContent("#shared"), /30 units, 500 seats/);
    await page.click("text=Open as a copy");
    await see.equal(() => text(page, 3, 0), "常宁市");
    await see.equal(() => text(page, 3, 2), "40,000");
    await see.equal(() => page.inputValue("#method"), "adams");
    assert.equal(new URL(page.url()).hash, "#/allocation");
    await page.click("text=Share");
    await see.equal(async () => (await page.inputValue("#share-link")).split("#")[1], fragment.slice(1));
  });
});

story("a damaged, newer or foreign link says so and changes nothing", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await page.click("text=Share");
    const good = (await page.inputValue("#share-link")).split("#")[1];
    await page.keyboard.press("Escape");
    const middle = Math.floor(good.length / 2);
    const flipped = good.slice(0, middle) + (good[middle] === "A" ? "B" : "A") + good.slice(middle + 1);
    for (const [bad, why] of [
      [flipped, /incomplete or was changed/],
      [good.slice(0, -3), /incomplete or was changed/],
      [good.replace("v1", "v9"), /newer version/],
      ["hello", /not a scenario/],
    ]) {
      await page.evaluate((hash) => { location.hash = hash; }, bad);
      await page.waitForSelector("#shared[open]");
      await see.match(() => page.textContent("#shared"), why, bad.slice(0, 12));
      await page.keyboard.press("Escape");
      // The address forgets the link once the dialog has closed.
      await page.waitForFunction(() => location.hash === "#/allocation");
      await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
    }
    // A dialog tells of its closing late: that must not close the one that came after it.
    await page.click("text=Share");
    await page.evaluate(() => new Promise((done) => {
      const share = document.getElementById("share");
      share.addEventListener("close", () => done(), { once: true });
      location.hash = "hello";
      share.close();
    }));
    await page.waitForSelector("#shared[open]");
    await atRest(page);
    await see.match(() => page.textContent("#shared[open]"), /not a scenario/);
  });
});

story("keeps the work over a reload and says so only when it is true", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await see.equal(async () => (await page.textContent(".save-state")).trim(), "");
    await type(page, 0, 2, "50000");
    await saved(page);
    await page.reload();
    await page.waitForSelector(".grid");
    await see.equal(() => text(page, 0, 2), "50,000");
    await see.equal(async () => (await page.textContent(".save-state")).trim(), "Saved");
  });
});

story("two tabs do not overwrite one another", async (withPage) => {
  await withPage({ locale: "en" }, async (page, { context, address }) => {
    await type(page, 0, 2, "50000");
    await saved(page);
    const other = await context.newPage();
    await other.goto(address(""));
    await opened(other);
    await type(other, 0, 2, "60000");
    await saved(other);
    // Coming back is enough to be told: nothing was typed yet, so nothing is unsaved.
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.waitForSelector("text=changed in another tab since it was loaded here");
    await see.equal(() => page.textContent(".save-state"), "Out of date");
    await type(page, 1, 2, "70000");
    await page.waitForSelector("text=Not saved: the scenario was changed in another tab");
    await see.equal(() => text(page, 1, 2), "70,000", "nothing typed is lost");
    await page.click("text=Keep what is in this tab");
    await saved(page);
    await page.reload();
    await page.waitForSelector(".grid");
    await see.deepEqual(async () => [await text(page, 0, 2), await text(page, 1, 2)], ["50,000", "70,000"]);
  });
});

story("a tie waits for its lot", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await page.click("text=New");
    await page.click("text=Paste table");
    await page.fill("#import-text", "North\t10\nSouth\t10\n");
    await page.click("text=Replace the units");
    await page.fill("#house", "5");
    await page.press("#house", "Enter");
    await see.match(() => page.textContent(cell(0, 4)), /2–3/);
    await page.check("label.check:has-text('South') input");
    await page.click("text=Enter the drawn lot");
    await see.deepEqual(async () => [await text(page, 0, 4), await text(page, 1, 4)], ["2", "3"]);
    await type(page, 0, 2, "11");
    await see.match(() => page.textContent(".problems"), /no longer there/);
    await see.equal(() => page.textContent("#lots-drawn"), "Lot recorded, not applied: South");
  });
});

story("rules are chosen or set, and their sentences can be checked", async (withPage) => {
  await withPage({ locale: "en", fragment: "#/rules" }, async (page) => {
    const rules = () => page.textContent(".sentences");
    await page.selectOption("#profile", "cpc-grassroots-2020");
    await see.match(() => rules(), /at least 4\/5 of 484 due with voting rights = 388\..*more than 1\/2 of 470 present with voting rights = 236/s);
    await page.selectOption("#profile", "ronr-convention");
    await see.match(() => rules(), /cannot be decided, the number of those registered is not known/);
    await page.click("nav >> text=Sittings");
    const registered = page.getByLabel("Registered", { exact: false }).first();
    await registered.fill("480");
    await registered.press("Enter");
    await page.click("nav >> text=Quorum");
    await see.match(() => rules(), /more than 1\/2 of 480 registered = 241/);
    await page.selectOption("#profile", "custom");
    await page.getByRole("button", { name: "Change: To open the meeting" }).click();
    await page.getByRole("button", { name: "Change: To elect" }).click();
    await page.fill("#rule-quorum-elect-first-share-p", "2");
    await page.fill("#rule-quorum-elect-first-share-q", "3");
    await page.press("#rule-quorum-elect-first-share-q", "Enter");
    await see.match(() => rules(), /more than 2\/3 of 480 registered = 321/);
  });
});

// The sentences of the newspaper page of 2021-09-28, from the figures that the page shows.
story("the credentials report states the published figures, in either language, and prints", async (withPage) => {
  await withPage({ locale: "en", fragment: "#/report", permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const sheet = () => page.innerText(".sheet");
    await see.match(() => sheet(), /500 seats, allocated to 30 electoral units.*487 delegates.*3 \(transferred 3\).*484 delegates.*all 30 units/s);
    await see.match(() => sheet(), /Of 484 delegates due to attend, 470 are present and 14 absent\. .*= 243: it is met/s);
    await page.selectOption("#report-language", "zh-CN");
    await see.match(() => sheet(), /代表名额为 500 名，分配到 30 个选举单位.*选举产生代表 487 名.*调离 3 名.*实有代表 484 名.*应到代表 484 名，实到 470 名.*符合规定人数/s);
    await page.click("text=Copy as text");
    await page.waitForSelector("text=Copied");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /合计\t500\t−?-?13\t487\t3\t484\t/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Save as text")]);
    assert.match(download.suggestedFilename(), /\.txt$/);
    await page.emulateMedia({ media: "print" });
    await see.deepEqual(() => page.evaluate(() => [".page-head", ".steps", ".chain", ".report-tools", ".sheet"].map((part) => document.querySelector(part).checkVisibility())), [false, false, false, false, true]);
    await page.emulateMedia({ media: "screen" });
    await page.click("text=Allocation of seats");
    await see.match(() => sheet(), /代表名额分配表.*380,000/s);
  });
});

story("the language is switched, everything with it; an untouched example follows", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await page.selectOption("select.language", "zh-CN");
    await page.waitForSelector("nav.steps a:has-text(\"名额分配\")");
    await see.equal(() => text(page, 0, 0), "衡阳县");
    const latin = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector(".page"), NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const hidden = walker.currentNode.parentElement.closest("[lang=en], dialog, .keys");
        if (!hidden && /[A-Za-z]{3,}/.test(walker.currentNode.data)) found.push(walker.currentNode.data);
      }
      return found;
    });
    assert.deepEqual(latin, []);
  });
});

story("names are text, whatever they look like", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    const hostile = ['<img src=x onerror="window.hit=1">', "javascript:alert(1)", '"><script>window.hit=1</script>', "\u202eevil\u202c", "=1+1"];
    await page.click("text=Open table");
    await page.fill("#import-text", `unit\tmembers\n${hostile.map((name, i) => `${name}\t${i + 1}`).join("\n")}\n`);
    await page.click("text=Replace the units");
    for (const step of STEPS) {
      await go(page, step);
      await see.equal(() => page.evaluate(() => window.hit), undefined);
      await see.equal(() => page.locator(".page img, .page script").count(), 0);
    }
  });
});

story("ten thousand units scroll and edit; few rows exist", async (withPage) => {
  await withPage({ locale: "en" }, async (page) => {
    await page.click("text=Open table");
    await page.evaluate(() => {
      const area = document.getElementById("import-text");
      area.value = Array.from({ length: 10000 }, (_, i) => `Unit ${i + 1}\t${((i * 7919) % 5000) + 1}`).join("\n");
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await page.click("text=Replace the units");
    await page.click(cell(0, 0));
    await page.keyboard.press("Control+End");
    await see.equal(() => text(page, 9999, 0), "Unit 10000");
    await see.ok(async () => (await page.locator("tbody tr").count()) < 80);
    await page.keyboard.press("Home");
    await page.keyboard.type("Last");
    await page.keyboard.press("Enter");
    await see.equal(() => text(page, 9999, 0), "Last");
  });
});

for (const locale of LOCALES) {
  scene(`every step fits every width: ${locale}`, { locale, timeout: 180_000 }, async ({ page }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 700 ? 844 : 900 });
      for (const step of STEPS) {
        await go(page, step);
        await assertNothingCut(page);
        for (const theme of THEMES) {
          await page.emulateMedia({ colorScheme: theme });
          await shoot(page, `${step}-${width}-${locale.slice(0, 2)}-${theme}`);
        }
      }
    }
  });
}

for (const locale of LOCALES) {
  scene(`no step changes its line when another is open: ${locale}`, { locale, width: 390, height: 844 }, async ({ page }) => {
    const places = () => page.locator(".steps a").evaluateAll((links) => links.map((link) => [link.offsetLeft, link.offsetTop, link.offsetWidth]));
    const first = await places();
    for (const step of STEPS) {
      await go(page, step);
      await see.deepEqual(places, first, step);
    }
  });
}

scene("names without end take more lines, and the figures beside them stay in sight", { locale: "en-US" }, async ({ page }) => {
  const name = "Federation of everybody who transports, mends or sells anything between the two rivers and the".padEnd(75, "x");
  await page.click("text=Open table");
  await page.fill("#import-text", `unit\tdelegation\tmembers\n${[1, 2, 3].map((n) => `${name}${n}\t${name}${n}\t100`).join("\n")}\n`);
  await page.click("text=Replace the units");
  for (const [step, table] of [["roster", ".by-delegation"], ["sittings", ".blocs"], ["report", ".sheet"]]) {
    await go(page, step);
    await see.deepEqual(() => page.locator(`${table} .table-scroll`).evaluateAll((tables) => tables.map((one) => one.scrollWidth - one.clientWidth).filter((beyond) => beyond > 0)), [], step);
  }
});

scene("why: where there is nothing to explain, that is said", { locale: "en-US" }, async ({ page }) => {
  await page.click("text=New");
  await see.match(() => page.textContent(".why"), /no allocation to explain yet/);
  await page.selectOption("#scheme", { label: "Your own step scale" });
  await page.click("text=Add unit");
  await see.match(() => page.textContent(".why"), /Seats follow from a key here/);
});
