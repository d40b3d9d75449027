// How the seats hang together: one house, delegations first with their lots, a published key, a step scale.
import assert from "node:assert/strict";
import { scene } from "./harness.mjs";

const seats = async (page, rows) => Promise.all([...Array(rows).keys()].map((row) =>
  page.locator(`td[data-row="${row}"][data-col="4"]`).evaluate((td) => td.querySelector("input")?.value ?? td.textContent)));
const enter = async (page, table) => {
  await page.click("text=Open table");
  await page.fill("#import-text", table);
  await page.click("text=Replace the units");
};
const set = async (page, id, value) => {
  await page.fill(id, value);
  await page.press(id, "Enter");
};

scene("delegations share the house first; ties between them and within them have lots of their own", { locale: "en" }, async ({ page, fresh }) => {
  await enter(page, "unit\tdelegation\tmembers\na\tNorth\t5\nb\tSouth\t5\nc\tNorth\t5\nd\tSouth\t5\n");
  await set(page, "#house", "3");
  await page.selectOption("#method", "webster");
  await page.selectOption("#scheme", { label: "Delegations first, then their units" });
  assert.match(await page.textContent(".tie-panel"), /North.*South/s);
  assert.deepEqual(await seats(page, 4), ["…", "…", "…", "…"]);
  await page.check(".tie-panel label:has-text('North') input");
  await page.click("text=Enter the drawn lot");
  assert.deepEqual(await seats(page, 4), ["1", "0–1", "1", "0–1"]);
  assert.match(await page.textContent(".tie-panel"), /b.*d/s);
  await page.check(".tie-panel label:has-text('d') input");
  await page.click("text=Enter the drawn lot");
  assert.deepEqual(await seats(page, 4), ["1", "0", "1", "1"]);
  assert.match(await page.textContent(".lots"), /North.*d/s);
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "en", fragment: link.split("#")[1] });
  await other.page.click("text=Open as a copy");
  assert.deepEqual(await seats(other.page, 4), ["1", "0", "1", "1"]);
});

// Labour Party Rule Book 2022, C3.I.1.B: 1 for the first 749 members or part, 1 more per 250, at most 6.
scene("under a key the house follows from the members", { locale: "en" }, async ({ page }) => {
  await enter(page, "unit\tmembers\na\t749\nb\t750\nc\t10000\n");
  await page.selectOption("#scheme", { label: "A published key for each unit" });
  await page.selectOption("#known-key", { label: "Labour Party (UK): constituency parties" });
  assert.deepEqual(await seats(page, 3), ["1", "2", "6"]);
  assert.equal((await page.locator(".chain .link dd").first().textContent()).trim(), "9");
  assert.equal(await page.isVisible("#house"), false);
  assert.match(await page.textContent(".scheme"), /Rule Book 2022, C3/);
  await page.selectOption("#scheme", { label: "A step scale of one’s own" });
  await set(page, "#steps-first", "2");
  await set(page, "#steps-covers", "500");
  await set(page, "#steps-per", "1,000");
  await set(page, "#steps-most", "8");
  assert.deepEqual(await seats(page, 3), ["3", "3", "8"]);
  await page.click("#settings-title");
  await page.keyboard.press("Control+z");
  assert.deepEqual(await seats(page, 3), ["3", "3", "12"]);
});
