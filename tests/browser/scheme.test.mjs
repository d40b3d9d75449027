// How the seats hang together: one house, delegations first with their lots, a published key, a step scale.
import { scene, see } from "./harness.mjs";

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
  await see.match(() => page.textContent(".tie-panel"), /North.*South/s);
  await see.deepEqual(() => seats(page, 4), ["…", "…", "…", "…"]);
  await page.check(".tie-panel label:has-text('North') input");
  await page.click("text=Enter the drawn lot");
  await see.deepEqual(() => seats(page, 4), ["1", "0–1", "1", "0–1"]);
  await see.match(() => page.textContent(".tie-panel"), /b.*d/s);
  await page.check(".tie-panel label:has-text('d') input");
  await page.click("text=Enter the drawn lot");
  await see.deepEqual(() => seats(page, 4), ["1", "0", "1", "1"]);
  await see.match(() => page.textContent(".lots"), /North.*d/s);
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "en", fragment: link.split("#")[1] });
  await other.page.click("text=Open as a copy");
  await see.deepEqual(() => seats(other.page, 4), ["1", "0", "1", "1"]);
});

// Labour Party Rule Book 2022, C3.I.1.B: 1 for the first 749 members or part, 1 more per 250, at most 6.
scene("under a key the house follows from the members", { locale: "en" }, async ({ page }) => {
  await enter(page, "unit\tmembers\na\t749\nb\t750\nc\t10000\n");
  await page.selectOption("#scheme", { label: "A published key for each unit" });
  await page.selectOption("#known-key", { label: "Labour Party (UK): constituency parties" });
  await see.deepEqual(() => seats(page, 3), ["1", "2", "6"]);
  await see.equal(async () => (await page.locator(".chain .link dd").first().textContent()).trim(), "9");
  await see.equal(() => page.isVisible("#house"), false);
  await see.match(() => page.textContent(".scheme"), /Rule Book 2022, C3/);
  await page.selectOption("#scheme", { label: "Your own step scale" });
  await set(page, "#steps-first", "2");
  await set(page, "#steps-covers", "500");
  await set(page, "#steps-per", "1,000");
  await set(page, "#steps-most", "8");
  await see.deepEqual(() => seats(page, 3), ["3", "3", "8"]);
  await page.click("#settings-title");
  await page.keyboard.press("Control+z");
  await see.deepEqual(() => seats(page, 3), ["3", "3", "12"]);
});

// Source: the worked example of Pukelsheim, Proportional Representation (2017): three districts, three parties.
scene("a matrix keeps rows and columns, and says why it cannot", { locale: "en" }, async ({ page }) => {
  await page.click("text=Seats for a matrix");
  const rows = () => page.locator(".matrix tbody tr").evaluateAll((trs) => trs.map((tr) => [...tr.querySelectorAll("td")].map((td) => td.textContent)));
  await see.deepEqual(() => rows(), [["1", "0", "4"], ["4", "4", "3"], ["2", "1", "1"]]);
  await page.fill("#matrix-text", "\tA\tB\tseats\nx\t5\t5\t3\ny\t5\t5\t3\nseats\t4\t1\t\n");
  await see.match(() => page.textContent(".matrix-result"), /The rows have 6 seats, the columns 5/);
  await page.fill("#matrix-text", "\tA\tB\tseats\nx\t5\t0\t3\ny\t5\t5\t3\nseats\t2\t4\t\n");
  await see.match(() => page.textContent(".matrix-result"), /no distribution: the 3 seats of x fit only into A, which have 2/);
  await page.fill("#matrix-text", "\tA\tB\tseats\nx\t5\tno\t3\nseats\t2\t1\t\n");
  await see.match(() => page.textContent(".matrix-result"), /Row 2, column 3: “no”/);
  await page.fill("#matrix-text", "\tA\tB\tseats\nx\t5\t5\t1\ny\t5\t5\t1\nseats\t1\t1\t\n");
  await see.match(() => page.textContent(".matrix-result"), /4 cells are tied/);
  await page.locator(".matrix").getByRole("button", { name: "Draw" }).click();
  await see.match(async () => JSON.stringify(await rows()), /\[\["1","0"\],\["0","1"\]\]|\[\["0","1"\],\["1","0"\]\]/);
});
