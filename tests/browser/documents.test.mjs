// The scenario as a file: saved on one machine, looked at and opened on another; a damaged one changes nothing.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { scene, see } from "./harness.mjs";
import { chain } from "./page.mjs";

const open = async (page, text, name = "scenario.json") => {
  await page.click("text=Open table");
  await page.setInputFiles("#import-file", { name, mimeType: "application/json", buffer: Buffer.from(text) });
};

scene("a scenario is saved as a file and opened elsewhere as a copy", { locale: "en" }, async ({ page, fresh }) => {
  await page.waitForSelector(".grid");
  await page.fill("#house", "480");
  await page.keyboard.press("Tab");
  await page.click("text=Share");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#share .document")]);
  assert.match(download.suggestedFilename(), /^12th Hengyang municipal party congress, 2021\.json$/);
  const text = await readFile(await download.path(), "utf8");
  const document = JSON.parse(text);
  assert.deepEqual([document.format, document.version, document.allocation.house], ["delegate-roster", 1, 480]);
  const other = await fresh();
  await open(other.page, text);
  await other.page.waitForSelector("#shared[open]");
  await see.match(() => other.page.textContent("#shared"), /30 units, 480 seats/);
  await see.deepEqual(() => chain(other.page), ["500", "487", "484", "470"], "nothing is opened unasked");
  await other.page.getByRole("button", { name: "Open as a copy" }).click();
  await see.deepEqual(() => chain(other.page), ["480", "487", "484", "470"]);
});

scene("what is no scenario file is refused where it is wrong", { locale: "en" }, async ({ page }) => {
  await page.waitForSelector(".grid");
  await page.click("text=Share");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#share .document")]);
  await page.keyboard.press("Escape");
  const text = await readFile(await download.path(), "utf8");
  const said = () => page.textContent("#shared");
  for (const [wrong, why] of [
    [text.replace('"house": 500', '"house": -5'), /allocation\.house does not fit/],
    [text.replace('"members": 46210', '"weight": 46210'), /A field in units\[0\].* is not known/],
    [text.replace('"version": 1', '"version": 99'), /newer version of the program wrote this file \(version 99\)/],
    [text.slice(0, 2000), /line \d+, column \d+ is not JSON/],
    ['{"a": 1}', /no scenario of this program/],
  ]) {
    await open(page, wrong);
    await page.waitForSelector("#shared[open]");
    await see.match(said, why);
    await page.getByRole("button", { name: "Close", exact: true }).last().click();
    await page.waitForSelector("#shared[open]", { state: "detached" });
  }
  await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
});
