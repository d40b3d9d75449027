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

scene("a unit takes as many entries of ended mandates as a file may have, and then the page says so", { locale: "en" }, async ({ page }) => {
  await page.waitForSelector(".grid");
  await page.click("text=Share");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#share .document")]);
  await page.keyboard.press("Escape");
  const document = JSON.parse(await readFile(await download.path(), "utf8"));
  const ended = (count) => {
    document.units[0].ended = Array(count).fill({ reason: "died", count: 1 });
    return JSON.stringify(document);
  };
  await open(page, ended(508));
  await see.match(() => page.textContent("#shared"), /There are more units\[0\]\.ended than a scenario can have/);
  await page.getByRole("button", { name: "Close", exact: true }).last().click();
  await page.waitForSelector("#shared[open]", { state: "detached" });
  await open(page, ended(507));
  await page.getByRole("button", { name: "Open as a copy" }).click();
  await page.waitForSelector("#shared[open]", { state: "detached" });
  await page.click("nav >> text=Roster");
  const add = async () => {
    await page.getByLabel("Unit", { exact: true }).fill(document.units[0].name);
    await page.click("text=Add an entry");
  };
  await add();
  await see.equal(() => page.inputValue("#ending-unit"), "");
  // One of each other reason has its room: the second of this one has none.
  await add();
  await see.match(() => page.textContent(".add-ending"), /as many entries as it can have/);
});

/** Drops one file on the page as a hand would. */
const drop = (page, name, text) => page.evaluate(([name, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name));
  for (const kind of ["dragenter", "dragover", "drop"]) {
    document.querySelector("dialog[open], main").dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
  }
}, [name, text]);

scene("“Open” takes a file of any kind, tells by its content what it is, and changes nothing unasked", { locale: "en" }, async ({ page }) => {
  await page.waitForSelector(".grid");
  await page.fill("#house", "480");
  await page.keyboard.press("Tab");
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#share .document")]);
  const scenario = await readFile(await download.path(), "utf8");
  await page.keyboard.press("Escape");
  await page.fill("#house", "500");
  await page.keyboard.press("Tab");
  await see.match(() => page.textContent(".chain dd"), /500/);

  const library = async () => {
    await page.click("#open-library");
    await page.waitForSelector("#library[open] #library-open-file");
  };
  const bring = (name, text, mimeType = "application/octet-stream") => page.setInputFiles("#library-file", { name, mimeType, buffer: Buffer.from(text) });
  const said = () => page.textContent(".library-file-read");
  // The button asks the browser for the file.
  await library();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("#library-open-file")]);
  await chooser.setFiles({ name: "whatever.dat", mimeType: "application/octet-stream", buffer: Buffer.from(scenario) });
  await page.waitForSelector("#shared[open]");
  await see.match(() => page.textContent("#shared"), /30 units, 480 seats/);
  await page.locator("#shared").getByRole("button", { name: "Cancel" }).click();
  // A text with a link, as it came in a mail; in the other encoding of Notepad, too.
  const mail = `Dear all,\r\nhere is the draft: ${link}. Kind regards\r\n`;
  for (const text of [mail, Buffer.from(`\ufeff${mail}`, "utf16le")]) {
    await library();
    await bring("draft.txt", text);
    await page.waitForSelector("#shared[open]");
    await see.match(() => page.textContent("#shared"), /30 units, 480 seats/);
    await page.locator("#shared").getByRole("button", { name: "Cancel" }).click();
  }
  await library();
  await bring("draft.txt", mail.replace(/.\. Kind/, ". Kind"));
  await see.match(() => page.textContent("#shared[open]"), /incomplete or was changed/);
  await page.locator("#shared").getByRole("button", { name: "Close", exact: true }).last().click();
  // A table is looked at where tables are.
  await library();
  await bring("units.csv", "unit,members\nA,1\nB,2\n");
  await see.match(() => page.textContent("#import[open] .summary"), /2 units will be imported/);
  await see.match(() => page.textContent("#import .import-origin"), /units\.csv/);
  await page.keyboard.press("Escape");
  // What cannot be read is said where it was brought.
  await library();
  await bring("photo.json", Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  await see.match(said, /does not know this kind of file.*Your own scenario is unchanged/s);
  await bring("calendar.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  await see.match(said, /does not know this kind of file/);
  await bring("empty.csv", "");
  await see.match(said, /There is nothing in this file/);
  // A save that this page gave away, when it is damaged.
  await bring("delegate-roster-damaged.bin", Buffer.from("DRS\u0001nothing that holds"));
  await see.match(() => page.textContent("#shared[open]"), /save of this page, and it is damaged/);
  await page.locator("#shared").getByRole("button", { name: "Close", exact: true }).last().click();
  // Dropped on the library, it is taken there.
  await library();
  await see.equal(async () => (await said()).trim(), "", "what was said before belongs to another file");
  await drop(page, "c.pdf", "%PDF-1.7");
  await see.match(said, /does not know this kind of file/);
  await see.equal(() => page.locator("#import[open]").count(), 0);
  await drop(page, "scenario.json", scenario);
  await page.waitForSelector("#shared[open]");
  await page.getByRole("button", { name: "Open as a copy" }).click();
  await see.match(() => page.textContent(".chain dd"), /480/);
  // A text with a link is one wherever files are taken.
  await drop(page, "draft.txt", mail);
  await page.waitForSelector("#shared[open]");
});
