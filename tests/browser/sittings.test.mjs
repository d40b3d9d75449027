// Sittings as an organiser keeps them: counted in three ways, frozen, ordered, shown in the chain, shared in a link.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";
import { cell, chain, text } from "./page.mjs";

const card = (page, at) => page.locator(".sitting").nth(at);
const fill = async (page, at, label, value) => {
  const field = card(page, at).getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press("Enter");
};

scene("the published sitting, counted in any way, is the same", { locale: "en", fragment: "/sittings" }, async ({ page }) => {
  await page.waitForSelector(".sitting");
  await see.match(() => card(page, 0).textContent(), /Due 484 · Present 470 · 97\.1.*Met; 227 may still leave/s);
  // 15 delegations: the largest that hold 228 of the 470 present.
  await see.match(() => page.textContent(".blocs"), /Of 15 delegations, it takes at least \d+ away to break the quorum, for instance the largest: /);
  await see.equal(() => page.locator(".blocs tbody tr").count(), 15);
  assert.doesNotMatch(await page.textContent(".blocs"), /in no bloc/);
  for (const kind of ["by delegation", "as one figure", "by unit"]) {
    await card(page, 0).getByLabel("Attendance counted", { exact: true }).selectOption({ label: kind });
    await see.deepEqual(() => chain(page), ["500", "487", "484", "470"], kind);
  }
});

scene("a sitting counted by delegation says whom no delegation counts", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  const name = await text(page, 0, 0);
  await page.click(cell(0, 1));
  await page.keyboard.press("Delete");
  await page.click('a[href="#/sittings"]');
  await card(page, 0).getByLabel("Attendance counted", { exact: true }).selectOption({ label: "by delegation" });
  await see.match(() => card(page, 0).textContent(), new RegExp(`Nobody counts the delegates of ${name}: no delegation has these units`));
  await see.match(() => page.textContent(".blocs"), /In the total, but in no bloc: \d+ delegates of units without a delegation/);
});

scene("a further sitting has its own attendance, purpose and verdict; all of it travels in the link", { locale: "en", fragment: "/sittings" }, async ({ page, fresh }) => {
  await page.click("text=Add a sitting");
  await see.deepEqual(() => chain(page), ["500", "487", "484", "–"], "nobody has reported yet");
  // The name that it begins with is there to be typed over.
  await see.match(() => page.evaluate(() => document.activeElement.id), /^sitting-\d+-name$/);
  await see.equal(() => page.evaluate(() => getSelection().toString()), "Sitting 2");
  await fill(page, 1, "Name", "Election");
  await card(page, 1).getByLabel("Attendance counted", { exact: true }).selectOption({ label: "as one figure" });
  await fill(page, 1, "Present", "242");
  await card(page, 1).getByLabel("Day", { exact: true }).fill("2021-09-28");
  await see.match(() => card(page, 1).textContent(), /Election · 28 September 2021.*Not met; 1 short/s);
  await see.deepEqual(() => chain(page), ["500", "487", "484", "242"]);
  await fill(page, 1, "Present", "485");
  await see.match(() => card(page, 1).textContent(), /cannot be decided/);
  await fill(page, 1, "Present", "400");
  await card(page, 1).getByRole("button", { name: "Earlier" }).click();
  await see.match(() => card(page, 0).textContent(), /Election/);
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "en", fragment: link.split("#")[1] });
  await other.page.click("text=Open as a copy");
  await see.deepEqual(() => chain(other.page), ["500", "487", "484", "400"]);
  await other.page.click("nav >> text=Sittings");
  await see.match(() => card(other.page, 0).textContent(), /Election · 28 September 2021/);
  await card(other.page, 1).getByRole("button", { name: "Show in roster and chain" }).click();
  await see.deepEqual(() => chain(other.page), ["500", "487", "484", "470"]);
  await card(other.page, 0).getByRole("button", { name: "Remove" }).click();
  await see.equal(() => other.page.locator(".sitting").count(), 1);
  await see.equal(() => other.page.evaluate(() => document.activeElement.id), "add-sitting");
  await other.page.keyboard.press("Control+z");
  await see.equal(() => other.page.locator(".sitting").count(), 2);
});

scene("the chain has one figure for each word, and what is empty in one unit beside what is over in another", { locale: "en", fragment: "/sittings" }, async ({ page }) => {
  const differences = async () => (await page.locator(".chain .difference dd").allTextContents()).map((text) => text.trim());
  const heads = async () => (await page.locator(".chain .link dt").allTextContents()).map((text) => text.trim());
  await see.deepEqual(heads, ["Seats", "Elected", "Actual (due)", "Present"]);
  // Who is absent of the 485 that the report states is not what the roster leaves.
  await fill(page, 0, "Due as stated in the credentials report", "485");
  await see.deepEqual(heads, ["Seats", "Elected", "Actual", "Present"]);
  await see.deepEqual(differences, ["−13 unfilled", "−3 ended", ""]);
  await see.match(() => card(page, 0).textContent(), /Due 485 · Present 470/);
  await see.match(() => page.textContent("#attendance-numbers"), /Due.*485/s);
  await see.doesNotMatch(() => page.textContent("main"), /Actual \(due\)/);
  await page.click("nav >> text=Report");
  await see.match(() => page.textContent(".sheet"), /Of 485 delegates due to attend, 470 are present and 15 absent/);
  await see.doesNotMatch(() => page.textContent(".sheet table"), /Absent|due/);
  await page.click("nav >> text=Roster");
  await see.equal(() => page.locator(".grid thead th", { has: page.getByText("Actual", { exact: true }) }).count(), 1);
  const elected = page.locator(".grid thead th", { has: page.getByText("Elected", { exact: true }) });
  await page.click(`td[data-row="0"][data-col="${Number(await elected.getAttribute("aria-colindex")) - 2}"]`);
  await page.keyboard.type("63");
  await page.keyboard.press("Enter");
  await see.match(async () => (await differences())[0], /^−\d+ unfilled; 2 over$/);
  await see.match(() => page.textContent(".grid tfoot"), /\d+; 2 over/);
});

scene("what nobody has reported is neither present nor absent, and what was counted stays at its sitting", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  const differences = async () => (await page.locator(".chain .difference dd").allTextContents()).map((text) => text.trim());
  const heading = (name) => page.locator(".grid thead th", { has: page.getByText(name, { exact: true }) });
  const column = async (name) => Number(await heading(name).getAttribute("aria-colindex")) - 2;
  const cell = async (row, name) => page.locator(`td[data-row="${row}"][data-col="${await column(name)}"]`);
  await see.deepEqual(differences, ["−13 unfilled", "−3 ended", "−14 absent"]);
  await (await cell(0, "Present")).click();
  await page.keyboard.press("Delete");
  await see.match(async () => (await chain(page)).join(" "), /^500 487 484 ≥ \d{3}$/);
  await see.deepEqual(differences, ["−13 unfilled", "−3 ended", ""]);
  await see.equal(() => heading("Absent").count(), 1);
  await see.match(() => page.textContent(".grid tfoot"), /≥ \d{3}/);
  await see.match(() => page.textContent(".by-delegation tfoot"), /≥ \d{3}/);
  await page.keyboard.press("Control+z");
  await (await cell(0, "By-elected")).click();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await see.deepEqual(differences, ["−13 unfilled", "−2 mandate changes", "−15 absent"]);
  await page.keyboard.press("Control+z");
  // A vote that was counted stays with its sitting although another one is shown.
  await page.click("nav >> text=Elections");
  const first = page.locator(".agenda-item").first();
  const sitting = first.getByLabel("Sitting", { exact: true });
  await first.getByLabel("Needs", { exact: true }).selectOption({ label: "the method of election" });
  await first.getByLabel("In favour", { exact: true }).fill("300");
  await first.getByLabel("In favour", { exact: true }).press("Enter");
  await see.match(() => first.textContent(), /carried/);
  const chosen = () => sitting.evaluate((select) => select.selectedOptions[0].textContent);
  await see.match(chosen, /^The one shown: ./);
  await page.click("nav >> text=Sittings");
  await page.click("text=Add a sitting");
  await page.click("nav >> text=Elections");
  await see.match(chosen, /^(?!The one shown)./);
  await see.match(() => first.textContent(), /carried/);
  // At the new one, with 242 of 484 present, nothing is decided.
  await page.click("nav >> text=Sittings");
  await card(page, 1).getByLabel("Attendance counted", { exact: true }).selectOption({ label: "as one figure" });
  await fill(page, 1, "Present", "242");
  await page.click("nav >> text=Elections");
  await sitting.selectOption({ index: 0 });
  await first.getByLabel("In favour", { exact: true }).fill("242");
  await first.getByLabel("In favour", { exact: true }).press("Enter");
  await see.match(() => first.textContent(), /no quorum/);
  await page.click("nav >> text=Report");
  await see.match(() => page.textContent("main"), /no quorum: nobody is elected and nothing is decided/);
});

scene("a sitting that not all have reported on says the same on its card, in the drawing, its numbers and the report", { locale: "en", fragment: "/roster" }, async ({ page }) => {
  const present = page.locator(".grid thead th", { has: page.getByText("Present", { exact: true }) });
  await page.click(`td[data-row="0"][data-col="${Number(await present.getAttribute("aria-colindex")) - 2}"]`);
  await page.keyboard.press("Delete");
  await page.click("nav >> text=Sittings");
  await see.match(() => card(page, 0).textContent(), /Present ≥ 413.*Met in any case: at least 413 present/s);
  await see.match(() => page.textContent(".attendance svg.picture"), /at least 413 ≥ 243, met/);
  await see.match(() => page.textContent("#attendance-numbers tbody"), /484243≥ 413–/);
  await page.click("nav >> text=Report");
  await see.match(() => page.textContent(".sheet"), /at least 413 are present, though not all have reported\..*met in any case/s);
});

scene("what is counted by delegation stays: figures of units wait until they count, and say so", { locale: "en", fragment: "/sittings" }, async ({ page }) => {
  const counted = card(page, 0).getByLabel("Attendance counted", { exact: true });
  await counted.selectOption({ label: "by delegation" });
  await see.match(() => page.textContent("[aria-live=polite].visually-hidden"), /Attendance counted by delegation: present 470/);
  const first = card(page, 0).locator(".by-delegation-fields input").first();
  await first.fill("1");
  await first.press("Enter");
  await see.match(() => card(page, 0).textContent(), /The figures of the units, 470 present, are kept and do not count/);
  const present = (await chain(page))[3];
  await page.click("nav >> text=Roster");
  const heading = page.locator(".grid thead th", { has: page.getByText("Present", { exact: true }) });
  const col = Number(await heading.getAttribute("aria-colindex")) - 2;
  await page.click(cell(0, col));
  await see.notEqual(() => page.locator(`${cell(0, col)} input`).getAttribute("readonly"), null);
  await see.match(() => page.locator(`${cell(0, col)} input`).getAttribute("aria-description"), /is counted by delegation/);
  await see.match(() => page.textContent(".formula"), /is counted by delegation/, "seen, not only heard");
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await see.equal(async () => (await chain(page))[3], present, "nothing typed there takes its place");
  await page.click("nav >> text=Compare");
  await see.match(() => page.textContent(".what-if"), /Attendance is counted by delegation now\. Kept, it is counted as one figure/);
  await page.click("nav >> text=Sittings");
  await counted.selectOption({ label: "by unit" });
  await see.match(() => page.textContent("[aria-live=polite].visually-hidden"), /Attendance counted by unit: present \d+ → 470/);
  await page.keyboard.press("Control+z");
  await see.equal(async () => (await chain(page))[3], present);
});

scene("the base is frozen as reported; a later change of the roster is an amendment", { locale: "en", fragment: "/sittings" }, async ({ page }) => {
  await page.click("text=Freeze delegates due at 484");
  await see.match(() => card(page, 0).textContent(), /frozen at 484/);
  await page.click("nav >> text=Roster");
  await page.click('td[data-row="0"][data-col="6"]');
  await page.keyboard.type("2");
  await page.keyboard.press("Enter");
  await page.click("nav >> text=Sittings");
  await see.match(() => card(page, 0).textContent(), /states 484 due; the roster now has 48[23]/);
  await card(page, 0).getByRole("button", { name: /Freeze delegates due at 48[23]/ }).click();
  await see.match(() => card(page, 0).textContent(), /frozen at 48[23]/);
});
