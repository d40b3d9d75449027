// Rules as an organisation makes them its own: copied, edited row by row, faulty, undone, carried in a link.
import { scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut } from "./looks.mjs";

const chain = (page) => page.textContent(".chain .verdict");
const row = (page, subject) => page.locator(`tr:has(#rule-${subject})`);
const fill = async (page, id, value) => {
  await page.fill(`#${id}`, value);
  await page.press(`#${id}`, "Enter");
};

scene("a copy of the rules is edited, and the chain decides by it until it is undone", { locale: "en", fragment: "/rules" }, async ({ page, fresh }) => {
  await see.match(() => row(page, "quorum-elect").textContent(), /To elect.*More than 1\/2 of those due\..*484 due = 243.*CPC Regulations.*\(2020\), Art\. 24/s);
  // What was read in no current source asks for confirmation.
  await see.match(() => row(page, "candidates-committee").textContent(), /Not verified: please confirm/);
  await see.match(() => row(page, "majority-method").textContent(), /\(1994\), Art\. 43.*older version: please confirm/s);
  await see.match(() => page.textContent(".whole-rules"), /Nothing is stated on: Co-signers\b/);
  await page.click("text=Copy and edit these rules");
  await see.equal(() => page.evaluate(() => document.activeElement.id), "rules-name", "the focus goes to the name");
  await see.match(() => row(page, "quorum-elect").textContent(), /Art\. 24/, "a row left alone cites its source");
  await page.getByRole("button", { name: "Change: To elect" }).click();
  await page.fill("#rule-quorum-elect-first-share-p", "4");
  await page.press("#rule-quorum-elect-first-share-p", "Enter");
  await see.match(() => row(page, "quorum-elect").textContent(), /4\/2 is more than the whole: nobody could meet it/);
  await see.match(() => chain(page), /more than 1\/2 of 484 due = 243/, "what is no share changes nothing");
  await fill(page, "rule-quorum-elect-first-share-q", "0");
  await see.match(() => row(page, "quorum-elect").textContent(), /the lower number must be at least 1/);
  await fill(page, "rule-quorum-elect-first-share-q", "5");
  await see.match(() => chain(page), /more than 4\/5 of 484 due = 388.*Met; 82 may still leave/s);
  await page.selectOption("#rule-quorum-elect-first-strictness", { label: "at least" });
  await see.match(() => row(page, "quorum-elect").textContent(), /Changed by the organisation\..*The source says: more than 1\/2/s);
  // More than all of those due: nobody can meet it, and it is said where it stands.
  await page.selectOption("#rule-quorum-elect-first-strictness", { label: "more than" });
  await page.fill("#rule-quorum-elect-first-share-p", "1");
  await fill(page, "rule-quorum-elect-first-share-q", "1");
  await see.match(() => row(page, "quorum-elect").textContent(), /nobody can meet it/);
  await see.match(() => chain(page), /cannot be decided/);
  await page.click("nav >> text=Allocation");
  await page.click(".problems button:has-text('To elect')");
  await see.equal(() => page.evaluate(() => document.activeElement.id), "rule-quorum-elect", "the problem leads to its row");
  await page.keyboard.press("Control+z");
  await see.match(() => chain(page), /more than 4\/5 of 484 due = 388/);
  await page.keyboard.press("Control+z");
  await see.match(() => chain(page), /at least 4\/5 of 484 due = 388/);
  await page.getByRole("button", { name: "Change: To elect" }).click();
  await page.click("text=Add a second measure");
  await see.match(() => chain(page), /at least 4\/5 of 484 due.*at least 4\/5 of 500 seats/s);
  await assertAccessible(page);
  await assertNothingCut(page);
  await page.click("text=Remove the second measure");
  await fill(page, "rules-name", "Our standing orders");
  await see.equal(() => page.$eval("#profile", (one) => one.selectedOptions[0].textContent), "Our standing orders");
  // A row is taken out, one is added, and the link carries all of it.
  await page.getByRole("button", { name: "Remove: Size of the presidium" }).click();
  await see.match(() => row(page, "presidium").textContent(), /The source says: about 1\/10.*Taken out by the organisation/s);
  await page.selectOption("#chapter-signers-add", { label: "A motion" });
  await page.locator(".chapter", { hasText: "Co-signers" }).getByRole("button", { name: "Add", exact: true }).click();
  await page.selectOption("#rule-signers-motion-none-kind", { label: "Persons" });
  await fill(page, "rule-signers-motion-none-number", "25");
  await see.match(() => row(page, "signers-motion-none").textContent(), /25 persons\..*Here: 25 signatures/s);
  await page.click("nav >> text=Elections");
  await see.match(() => page.textContent(".step-elections"), /Presidium and co-signers.*Size of the presidium: The sources state no rule.*25 signatures/s);
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "en", fragment: link.split("#")[1] });
  await other.page.click("text=Open as a copy");
  await see.match(() => chain(other.page), /at least 4\/5 of 484 due = 388/);
  await other.page.click("nav >> text=Quorum");
  await see.match(() => row(other.page, "presidium").textContent(), /Taken out/);
  await see.match(() => row(other.page, "quorum-plenum").textContent(), /Art\. 24/);
  await see.match(() => row(other.page, "candidates-committee").textContent(), /please confirm/);
  await other.page.getByRole("button", { name: "As in the source: To elect" }).click();
  await see.match(() => chain(other.page), /more than 1\/2 of 484 due = 243/);
  await other.page.getByRole("button", { name: /Back to “Local party congress/ }).click();
  await see.match(() => row(other.page, "presidium").textContent(), /About 1\/10.*Here: about 48/s);
  await see.equal(() => other.page.evaluate(() => document.activeElement.id), "copy-rules");
});

scene("an owners' assembly is decided by heads and by area", { locale: "en", fragment: "/rules" }, async ({ page, fresh }) => {
  await page.selectOption("#profile", "owners-assembly");
  await see.match(() => chain(page), /2\/3 of owners: cannot be decided, the sitting does not state the number of owners/);
  await page.click("nav >> text=Sittings");
  const id = (await page.locator(".stated input").first().getAttribute("id")).match(/sitting-\d+/)[0];
  for (const [base, n] of [["owners", "1000"], ["participants", "700"], ["area", "120,000"], ["participating-area", "85000"]]) await fill(page, `${id}-${base}`, n);
  await see.match(() => chain(page), /2\/3 of 1,000 owners = 667.*Taking part: 700.*33 to spare.*2\/3 of 120,000 m² of area = 80,000 m².*Taking part: 85,000 m².*5,000 m² to spare/s);
  await page.click("text=Votes by kind of decision");
  await see.match(() => page.textContent(".decisions"), /resolution.*= 351\..*= 42,501 m²\..*charter.*= 525\..*= 63,750 m²\./s);
  await fill(page, `${id}-participating-area`, "79999");
  await see.match(() => chain(page), /33 to spare.*Not met; 1 m² short/s);
  await fill(page, `${id}-participating-area`, "120001");
  await see.match(() => chain(page), /120,001 area taking part are more than 120,000 area/);
  await page.keyboard.press("Escape");
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "zh-CN", fragment: link.split("#")[1] });
  await other.page.click("text=作为副本打开");
  await see.match(() => chain(other.page), /不少于全体业主 1,000 的 2\/3，即 667。参加表决人数 700，达到规定/);
});

scene("rules written by oneself are counted by those registered", { locale: "en", fragment: "/rules" }, async ({ page }) => {
  await page.selectOption("#profile", "ronr-convention");
  await see.match(() => page.textContent(".sentences"), /no quorum to elect; the one to open the meeting is used/);
  await page.click("nav >> text=Sittings");
  const registered = page.getByLabel("Registered as attending").first();
  await registered.fill("485");
  await registered.press("Enter");
  // 485 registered and 484 due: the roster says more than it can.
  await see.match(() => chain(page), /more than 1\/2 of 485 registered = 243/);
});
