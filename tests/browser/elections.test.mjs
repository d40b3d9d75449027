// The agenda and the elections as an organiser keeps them: voted on, counted, tied and run off, listed, shared, reported.
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";
import { assertAccessible, assertNothingCut } from "./looks.mjs";

const card = (page, at) => page.locator(".election").nth(at);
const item = (page, at) => page.locator(".agenda-item").nth(at);
const result = (page, at) => card(page, at).locator(".ballot-result").textContent();
const fill = async (scope, label, value) => {
  const field = scope.getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press("Enter");
};
const papers = async (page, at, counts) => {
  const fields = card(page, at).locator(".papers");
  for (const [i, label] of ["Issued", "Returned", "Valid", "Invalid", "Blank"].entries()) await fill(fields, label, String(counts[i]));
};
/** Pastes a text into a field as a clipboard would. */
const paste = (locator, text) => locator.evaluate((field, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}, text);
/** Opens the rows of an election and puts them in. */
const rows = async (page, at, text) => {
  await card(page, at).locator(".candidate-rows").evaluate((details) => { details.open = true; });
  await card(page, at).locator("textarea").fill(text);
};

scene("candidates by unit and pooled, and the presidium, as before", { locale: "en", fragment: "/elections" }, async ({ page }) => {
  const numbers = page.locator("section[aria-labelledby=candidates-title]");
  await page.selectOption("#office", { label: "Delegates" });
  await see.equal(() => numbers.locator(".source").count(), 1);
  // Nothing is said of another office before there are seats, so nothing has a source.
  await page.selectOption("#office", { label: "Members of the committee" });
  await see.equal(() => numbers.locator(".source").count(), 0);
  await page.selectOption("#office", { label: "Delegates" });
  await see.match(() => page.textContent(".spread"), /at least 613 candidates together; one pool would need 600/);
  await see.match(() => page.textContent(".step-elections"), /A presidium of about 48/);
  await fill(page.locator(".side-column"), "Seats to fill", "37");
  await see.match(() => page.textContent(".side-column"), /For 37 seats: at least 45 candidates/);
});

scene("the agenda of the example, voted on, moved and undone", { locale: "en", fragment: "/elections" }, async ({ page }) => {
  await see.equal(() => page.locator(".agenda-item").count(), 5);
  const titles = () => page.locator(".agenda-item").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  await see.match(async () => (await titles()).at(-1), /delegates to the provincial congress/);
  await item(page, 1).getByLabel("Needs", { exact: true }).selectOption({ label: "a resolution" });
  await see.match(() => item(page, 1).textContent(), /state no majority/);
  await item(page, 1).getByLabel("Needs", { exact: true }).selectOption({ label: "the method of election" });
  await see.match(() => item(page, 1).textContent(), /more than 1\/2 of 484 due = 243/);
  await fill(item(page, 1), "In favour", "300");
  await see.match(() => item(page, 1).textContent(), /more than 1\/2 of 484 due = 243; 300 in favour: carried/);
  await fill(item(page, 1), "In favour", "242");
  await see.match(() => item(page, 1).textContent(), /not carried, 1 short/);
  await fill(item(page, 1), "Against", "229");
  await see.match(() => item(page, 1).textContent(), /cannot be decided/i);
  await item(page, 1).locator(".findings button", { hasText: "471 votes and abstentions" }).click();
  await see.match(() => page.evaluate(() => document.activeElement.id), /^agenda-\d+-favour$/);
  // The problem leads back to its field, from another step as well.
  await page.click("nav >> text=Roster");
  await page.click(".problems button");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^agenda-\d+-favour$/);
  await fill(item(page, 1), "Against", "228");
  await see.equal(() => page.locator(".problems").count(), 0);
  // By keyboard to the top; the focus goes along.
  await item(page, 1).getByLabel("Item", { exact: true }).press("Alt+ArrowUp");
  await see.match(async () => (await titles())[0], /discipline commission/);
  await see.match(() => page.evaluate(() => document.activeElement.closest(".agenda-item")?.getAttribute("aria-label")), /Review the report of the discipline/);
  // What has come to an end of the list keeps the focus, on the button that can still move it.
  await item(page, 1).getByRole("button", { name: "Move up" }).press("Enter");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^agenda-\d+-down$/);
  await page.keyboard.press("Enter");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^agenda-\d+-down$/);
  await page.click("#add-item");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^agenda-\d+-title$/);
  await page.keyboard.type("Close");
  await page.keyboard.press("Tab");
  await see.equal(async () => (await titles()).at(-1), "Close");
  await item(page, 5).getByRole("button", { name: "Remove" }).click();
  await see.equal(() => page.locator(".agenda-item").count(), 5);
  await page.keyboard.press("Control+z");
  await see.equal(() => page.locator(".agenda-item").count(), 6);
});

scene("an election is counted, run off, listed, shared and reported", { locale: "en", fragment: "/elections" }, async ({ page, fresh }) => {
  await fill(card(page, 0), "Seats to fill", "3");
  await see.match(() => card(page, 0).textContent(), /For 3 seats: at least 4 candidates/);
  await papers(page, 0, [470, 468, 464, 0, 4]);
  await see.match(() => result(page, 0), /Still to enter: the candidates/);
  await rows(page, 0, "Alpha\t250\t9\nBeta\t300\t4\nGamma\tmany\nDelta\t250\t7\n");
  await see.match(() => card(page, 0).locator(".candidate-rows").textContent(), /Line 3, votes: “many”/);
  await rows(page, 0, "Alpha\t250\t9\nBeta\t300\t4\nGamma\t250\t7\nDelta\t120\t7\n");
  await card(page, 0).getByRole("button", { name: "Add these candidates" }).click();
  await see.equal(() => card(page, 0).locator("tbody tr").count(), 4);
  // 484 due: 243 votes elect.
  await see.match(() => result(page, 0), /At least 243 votes elect\.Elected: 3 of 3 seats: Beta \(300\), Alpha \(250\), Gamma \(250\)Not elected: Delta \(120\)/);
  await see.match(() => result(page, 0), /By the strokes of the surname.*1Beta2Gamma3Alpha/s);
  await fill(card(page, 0), "Seats to fill", "2");
  await see.match(() => result(page, 0), /2 candidates have equal votes for 1 seat:/);
  await fill(card(page, 0).locator(".run-off"), "Alpha", "200");
  await fill(card(page, 0).locator(".run-off"), "Gamma", "230");
  await see.match(() => result(page, 0), /Elected: 2 of 2 seats: Beta \(300\), Gamma \(250\)/);
  await fill(card(page, 0).locator(".run-off"), "Gamma", "471");
  await see.match(() => page.textContent(".problems"), /Gamma has 471 votes in the further ballot, but there are 470 ballots at most/);
  await fill(card(page, 0).locator(".run-off"), "Gamma", "230");
  await fill(card(page, 0).locator(".papers"), "Returned", "471");
  await see.match(() => result(page, 0), /471 ballots returned, more than the 470 issued: the vote is void/);
  await fill(card(page, 0).locator(".papers"), "Returned", "468");
  await fill(card(page, 0), "Votes: Delta", "465");
  await page.locator(".problems button", { hasText: "Delta has 465 votes, but only 464 ballots are valid" }).click();
  await see.match(() => page.evaluate(() => document.activeElement.id), /^election-\d+-votes-3$/);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("120");
  await page.keyboard.press("ArrowUp");
  await see.match(() => page.evaluate(() => document.activeElement.id), /^election-\d+-votes-2$/);
  await assertAccessible(page);
  await page.click("nav >> text=Report");
  await see.match(() => page.textContent(".sheet-section"), /Elections and votes.*Seats to fill: 2.*Elected: 2 of 2 seats: Beta, Gamma/s);
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "zh-CN", fragment: link.split("#")[1] });
  await other.page.click("text=作为副本打开");
  await other.page.click("nav >> text=选举");
  await see.match(() => result(other.page, 0), /应选 2 名，当选 2 名：Beta（300）、Gamma（250）/);
  await other.page.reload();
  await see.match(() => result(other.page, 0), /应选 2 名，当选 2 名/);
});

scene("the card of an election says which figures contradict each other, and leads there", { locale: "en", fragment: "/elections" }, async ({ page }) => {
  const found = card(page, 0).locator(".findings button");
  await fill(card(page, 0), "Seats to fill", "1");
  await rows(page, 0, "Alpha\t150\t9\nBeta\t300\t4\n");
  await card(page, 0).getByRole("button", { name: "Add these candidates" }).click();
  // Before all is entered, and when it is.
  await fill(card(page, 0).locator(".papers"), "Issued", "471");
  await see.equal(() => found.count(), 1);
  await see.match(() => result(page, 0), /Still to enter.*471/s);
  await papers(page, 0, [470, 468, 469, 0, 0]);
  await see.match(() => result(page, 0), /the figures contradict each other.*469/s);
  await found.first().click();
  await see.match(() => page.evaluate(() => document.activeElement.id), /^election-\d+-paper-1$/);
  await assertNothingCut(page);
  await assertAccessible(page);
  await papers(page, 0, [470, 468, 464, 0, 4]);
  await see.match(() => result(page, 0), /Elected: 1 of 1 .*Beta \(300\)/);
  await see.equal(() => card(page, 0).locator(".findings").count(), 0);
});

scene("equally many strokes are told apart by the stroke order", { locale: "en", fragment: "/elections" }, async ({ page, fresh }) => {
  await fill(card(page, 0), "Seats to fill", "4");
  await papers(page, 0, [470, 468, 464, 0, 4]);
  // A line that is no stroke order is named, and nothing is taken over.
  await rows(page, 0, "方某\t300\t4\t4\n孔某\t300\t4\t1.2E+16\n");
  await see.match(() => card(page, 0).locator(".candidate-rows").textContent(), /Line 2, stroke order: “1\.2E\+16”: Digits from 1 to 5/);
  await rows(page, 0, "方某\t300\t4\n孔某\t300\t4\n王小明\t300\t4\n王大年\t300\t4\n毛某\t1\t4\n");
  await card(page, 0).getByRole("button", { name: "Add these candidates" }).click();
  await see.match(() => result(page, 0), /1–4方某, 孔某, 王小明, 王大年: equally many strokes, so the order among them is open\. Enter the stroke order/);
  await see.match(() => result(page, 0), /GF 3003-1999.*Not verified: please confirm/s);
  // Tab, and not Enter, which leads to the next row a moment later: what is filled in faster than any hand would go there.
  const note = async (name, forms) => {
    await order(name).fill(forms);
    await order(name).press("Tab");
  };
  const order = (name) => card(page, 0).getByLabel(`Stroke order: ${name}`, { exact: true });
  // What does not fit stays in the field, with the reason under it.
  await order("方某").fill("4158");
  await see.match(() => card(page, 0).locator(".col-order .field-error").first().textContent(), /Digits from 1 to 5/);
  await order("方某").press("Escape");
  await see.equal(() => order("方某").inputValue(), "");
  // A dash says that there is none, as it does in what is pasted.
  await order("方某").fill("—");
  await order("方某").press("Enter");
  await see.equal(() => order("方某").inputValue(), "");
  // Strokes are as good as digits; Enter leads to the next.
  await order("方某").fill("丶一");
  await order("方某").press("Enter");
  await see.match(() => page.evaluate(() => document.activeElement.id), /-stroke-order-1$/);
  await see.equal(() => order("方某").inputValue(), "41");
  await note("孔某", "5");
  await note("王小明", "1121");
  await note("王大年", "1");
  await see.match(() => result(page, 0), /1–2王小明, 王大年: the same surname.*3方某4孔某/s);
  await note("王大年", "1 134");
  await note("王小明", "1121 234 25113511");
  await see.match(() => result(page, 0), /1王大年2王小明3方某4孔某/);
  await page.keyboard.press("Control+z");
  await see.match(() => result(page, 0), /1–2王小明, 王大年: the same surname/);
  await page.keyboard.press("Control+y");
  await see.match(() => result(page, 0), /1王大年2王小明3方某4孔某/);
  // One character with two orders: said with the persons, and led to.
  await note("王大年", "1211 134");
  await page.locator(".problems button", { hasText: "Different stroke orders were entered for 王: 1121 (王小明), 1211 (王大年)." }).click();
  await see.match(() => page.evaluate(() => document.activeElement.id), /-stroke-order-3$/);
  await note("王大年", "1 134");
  // More strokes than the surname has: said, led to, and not used.
  await note("方某", "41531");
  await page.locator(".problems button", { hasText: "The stroke order of the surname of 方某 has 5 strokes" }).click();
  await see.match(() => page.evaluate(() => document.activeElement.id), /-stroke-order-0$/);
  await see.match(() => result(page, 0), /1–4.*equally many strokes/);
  // A column of stroke orders goes where it is pasted.
  await paste(order("方某"), "4153\n5215\n1121 234 25113511\n1121 134\n3115\n");
  await see.equal(() => order("毛某").inputValue(), "3115");
  await see.match(() => result(page, 0), /1王大年2王小明3方某4孔某/);
  await assertNothingCut(page);
  await assertAccessible(page);
  await page.click("nav >> text=Report");
  await see.match(() => page.textContent(".sheet-section"), /Elected: 4 of 4 seats: 王大年, 王小明, 方某, 孔某.*GF 3003-1999.*please confirm/s);
  await page.click("text=Share");
  const other = await fresh({ locale: "zh-CN", fragment: (await page.inputValue("#share-link")).split("#")[1] });
  await other.page.click("text=作为副本打开");
  await other.page.click("nav >> text=选举");
  await see.equal(() => card(other.page, 0).getByLabel("笔顺：王小明", { exact: true }).inputValue(), "1121 234 25113511");
  await see.match(() => result(other.page, 0), /1王大年2王小明3方某4孔某.*规则没有规定到这一步.*未经核实，请核实/s);
  await other.page.reload();
  await see.equal(() => card(other.page, 0).getByLabel("笔顺：方某", { exact: true }).inputValue(), "4153");
});

/** The fields of a part whose text is longer than they are. */
const cut = (scope) => scope.locator("input, select").evaluateAll((fields) => fields.filter((field) => {
  if (field.tagName === "INPUT") return field.scrollWidth > field.clientWidth;
  // A choice tells nothing of what it cuts: the same with the width of what it offers.
  const free = field.cloneNode(true);
  free.style.width = "max-content";
  field.after(free);
  const wanted = free.getBoundingClientRect().width;
  free.remove();
  return wanted > field.getBoundingClientRect().width + 1;
}).map((field) => field.id));

scene("with room to spare nothing of the agenda and the elections is cut", { locale: "en", fragment: "/elections", width: 2560, height: 1400 }, async ({ page }) => {
  await page.waitForSelector(".election");
  await see.deepEqual(() => cut(page.locator(".step-elections .main-column")), []);
});

scene("a narrow screen shows who is elected beside the votes, without scrolling", { locale: "zh-CN", fragment: "/elections", width: 390, height: 844 }, async ({ page }) => {
  await fill(card(page, 0), "应选名额", "1");
  for (const [i, label] of ["发出选票", "收回选票", "有效票", "无效票", "弃权票（空白）"].entries()) {
    await fill(card(page, 0).locator(".papers"), label, String([470, 468, 464, 0, 4][i]));
  }
  await rows(page, 0, "赵一\t300\t9\n钱二\t150\t10\n");
  await card(page, 0).locator(".candidate-rows button").click();
  const standing = card(page, 0).locator(".standing").first();
  await see.equal(() => standing.textContent(), "当选");
  const [inside, table] = [await standing.boundingBox(), await card(page, 0).locator(".candidates .table-scroll").boundingBox()];
  assert.ok(inside.x >= table.x && inside.x + inside.width <= table.x + table.width, JSON.stringify({ inside, table }));
  await see.equal(() => card(page, 0).locator(".candidates .table-scroll").evaluate((box) => box.scrollWidth - box.clientWidth), 0);
  await assertNothingCut(page);
  await assertAccessible(page);
});

scene("candidates are pasted into the table, typed row after row, and moved", { locale: "en", fragment: "/elections", width: 390, height: 844 }, async ({ page }) => {
  await card(page, 1).getByRole("button", { name: "Add a candidate" }).click();
  await see.match(() => page.evaluate(() => document.activeElement.id), /-name-0$/);
  const names = () => card(page, 1).locator("tbody .col-name input").evaluateAll((all) => all.map((one) => one.value));
  await page.keyboard.type("Zeta");
  await page.keyboard.press("Enter");
  await see.match(() => page.evaluate(() => document.activeElement.id), /-name-1$/);
  await paste(card(page, 1).locator("tbody .col-name input").nth(1), "Eta\t12\t8\r\nTheta\t11\t9\r\n");
  await see.deepEqual(names, ["Zeta", "Eta", "Theta"]);
  // A column of votes alone goes where it is pasted.
  await paste(card(page, 1).getByLabel("Votes: Zeta", { exact: true }), "31\n32\n33\n");
  await see.equal(() => card(page, 1).getByLabel("Votes: Theta", { exact: true }).inputValue(), "33");
  await card(page, 1).getByLabel("Name: Theta", { exact: true }).press("Alt+ArrowUp");
  await see.deepEqual(names, ["Zeta", "Theta", "Eta"]);
  // What cannot be read is kept, with the line that it is in; nothing is taken over.
  await paste(card(page, 1).getByLabel("Name: Eta", { exact: true }), "Iota\t1\nKappa\t-2\n");
  await see.match(() => card(page, 1).locator(".candidate-rows").textContent(), /Line 2, votes: “-2”/);
  await see.equal(() => card(page, 1).locator("textarea").inputValue(), "Iota\t1\nKappa\t-2\n");
  await see.deepEqual(names, ["Zeta", "Theta", "Eta"]);
  await card(page, 1).getByLabel("Votes: Eta", { exact: true }).fill("x");
  await see.match(() => card(page, 1).textContent(), /Not a number/i);
  await assertNothingCut(page);
  await assertAccessible(page);
  await card(page, 1).getByRole("button", { name: "Remove: Theta" }).click();
  await see.deepEqual(names, ["Zeta", "Eta"]);
});

scene("what a paste leaves out of the candidates is told by its line: before it is taken, or at once with the way back", { locale: "en", fragment: "/elections" }, async ({ page }) => {
  const table = "序号\t姓名\t性别\t得票\n1\tAlpha\t男\t250\n2\tBeta\t\t300票\n\t合计\t\t550\n";
  const names = () => card(page, 0).locator("tbody .col-name input").evaluateAll((all) => all.map((one) => one.value));
  await rows(page, 0, table);
  const read = () => card(page, 0).locator(".rows-read").textContent();
  await see.match(read, /Read: 2 candidates\..*Line 1 is taken for headings.*From line 2 on, the serial numbers in column 1.*Line 2: left out.*性别 “男”.*Line 4 is a total.*“合计”, “550”/s);
  await see.deepEqual(names, []);
  await assertAccessible(page);
  await card(page, 0).getByRole("button", { name: "Add these candidates" }).click();
  await see.deepEqual(names, ["Alpha", "Beta"]);
  // Pasted into the table it is taken at once, and told at once.
  const took = card(page, 0).locator(".candidates-took");
  await paste(card(page, 0).getByLabel("Name: Beta", { exact: true }), "Gamma\t12\n合计\t12\n");
  await see.deepEqual(names, ["Alpha", "Gamma"]);
  await see.match(() => took.textContent(), /Pasted: 1 candidate\..*Line 2 is a total and left out: “合计”, “12”/s);
  await assertAccessible(page);
  await took.getByRole("button", { name: "Undo the paste" }).click();
  await see.deepEqual(names, ["Alpha", "Beta"]);
  await see.equal(() => card(page, 0).getByLabel("Votes: Beta", { exact: true }).inputValue(), "300");
  // What was done since is not taken back for it.
  await page.keyboard.press("Control+y");
  await see.deepEqual(names, ["Alpha", "Gamma"]);
  await fill(card(page, 0), "Votes: Gamma", "13");
  await see.equal(() => took.getByRole("button").count(), 0);
});

scene("owners vote by heads and by area, and either alone carries nothing", { locale: "en", fragment: "/elections" }, async ({ page, fresh }) => {
  await page.click("#open-examples");
  await page.locator("#examples .entry", { hasText: "Civil Code" }).getByRole("button").click();
  await page.click("nav >> text=Elections");
  const vote = item(page, 0);
  await see.match(() => vote.textContent(), /351.*42,501/s);
  await fill(vote, "In favour", "351");
  await see.match(() => vote.textContent(), /700 taking part = 351; 351 in favour: reached\..*heads were counted, not the area in favour; 42,501 m² are needed.*Cannot be decided/s);
  await fill(vote, "Area in favour", "42500");
  await see.match(() => vote.textContent(), /351 in favour: reached\..*42,500 m² in favour: not reached, 1 m² short\.Not carried/s);
  const looks = () => vote.locator(".item-verdict .sentence").evaluateAll((lines) => lines.map((line) => line.classList[1]));
  assert.deepEqual(await looks(), ["met", "not-met", "not-met"]);
  await fill(vote, "Area in favour", "85001");
  await see.match(() => page.textContent(".problems"), /85,001 of area in favour, but only 85,000/);
  await page.locator(".problems li").filter({ hasText: "85,001" }).getByRole("button").click();
  await see.match(() => page.evaluate(() => document.activeElement.id), /^agenda-\d+-area$/);
  await fill(vote, "Area in favour", "43000");
  await see.match(() => vote.textContent(), /85,000 m² of area taking part = 42,501 m²; 43,000 m² in favour: reached\.Carried/);
  assert.deepEqual(await looks(), ["met", "met", "met"]);
  await page.click("text=Share");
  const other = await fresh({ locale: "zh-CN", fragment: (await page.inputValue("#share-link")).split("#")[1] });
  await other.page.click("text=作为副本打开");
  await other.page.click("nav >> text=报告");
  await see.match(() => other.page.textContent("main"), /赞成 351 票，赞成者的专有部分面积 43,000 平方米。.*即 351 票；赞成 351 票：达到。.*85,000 平方米的 1\/2，即 42,501 平方米；赞成者面积 43,000 平方米：达到。通过。/s);
});

scene("a fault under one field leaves those beside it as they are", { locale: "en", fragment: "/elections" }, async ({ page }) => {
  await item(page, 0).getByLabel("Needs", { exact: true }).selectOption({ label: "a resolution" });
  const boxes = (scope) => scope.evaluate((around) => [...around.querySelectorAll("input.number")].map((field) =>
    [field.getBoundingClientRect().top - around.getBoundingClientRect().top, field.offsetHeight]));
  for (const [scope, label] of [[item(page, 0).locator(".item-votes"), "Abstaining"], [card(page, 0).locator(".papers"), "Returned"]]) {
    const before = await boxes(scope);
    await fill(scope, label, "abc");
    await see.match(() => scope.locator(".field-error").allTextContents().then((all) => all.join("")), /Not a number/);
    assert.deepEqual(await boxes(scope), before);
  }
});

scene("a text that could not be read stays with its candidate, however the rows move", { locale: "en", fragment: "/elections" }, async ({ page }) => {
  const step = (name) => page.locator(".steps").getByRole("link", { name, exact: true });
  const listed = (text) => page.locator(".problems li", { hasText: `“${text}”` });
  const row = (at) => card(page, 0).locator(".candidates tbody tr").nth(at);
  const field = (at, column) => row(at).locator("input").nth(column);
  const names = () => card(page, 0).locator(".candidates tbody .col-name input").evaluateAll((all) => all.map((one) => one.value));
  const texts = (column) => card(page, 0).locator(".candidates tbody tr").evaluateAll((all, column) => all.map((one) => {
    const field = one.querySelectorAll("input")[column];
    return field.getAttribute("aria-invalid") === "true" ? field.value : null;
  }), column);
  const refuse = async (at, column, text) => {
    await field(at, column).fill(text);
    await field(at, column).press("Tab");
    await see.equal(() => listed(text).count(), 1);
  };
  await rows(page, 0, "Alpha\nBeta\nGamma\n");
  await card(page, 0).getByRole("button", { name: "Add these candidates" }).click();
  await see.deepEqual(names, ["Alpha", "Beta", "Gamma"]);
  // Nobody has votes yet: what is in force tells nobody from another.
  await refuse(0, 1, "1o");
  await refuse(1, 1, "12a");
  await refuse(1, 2, "four");
  await see.match(() => listed("12a").textContent(), /Votes: Beta/);
  // Two who change places, each with a text.
  await field(1, 0).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await see.deepEqual(names, ["Beta", "Alpha", "Gamma"]);
  await see.equal(() => page.evaluate(() => document.activeElement.value), "Beta");
  await see.deepEqual(() => texts(1), ["12a", "1o", null]);
  await see.deepEqual(() => texts(2), ["four", null, null]);
  for (const text of ["1o", "12a", "four"]) assert.equal(await listed(text).count(), 1);
  await page.keyboard.press("Control+z");
  await see.deepEqual(names, ["Alpha", "Beta", "Gamma"]);
  await see.deepEqual(() => texts(1), ["1o", "12a", null]);
  await see.notEqual(() => page.evaluate(() => document.activeElement.tagName), "BODY", "the hand stays in the table");
  // Who goes takes the own text along, and nobody else's.
  await row(0).getByRole("button", { name: "Remove: Alpha" }).click();
  await see.deepEqual(names, ["Beta", "Gamma"]);
  await see.deepEqual(() => texts(1), ["12a", null]);
  await see.equal(() => listed("1o").count(), 0);
  await page.keyboard.press("Control+z");
  await see.deepEqual(names, ["Alpha", "Beta", "Gamma"]);
  await see.deepEqual(() => texts(1), [null, "12a", null]);
  // Rows that move while another step is open.
  await step("Roster").click();
  await page.locator(".problems h2").click();
  await page.keyboard.press("Control+y");
  await listed("12a").getByRole("button").click();
  await see.match(() => page.evaluate(() => document.activeElement.id), /^election-\d+-votes-0$/);
  await see.deepEqual(names, ["Beta", "Gamma"]);
  await see.deepEqual(() => texts(1), ["12a", null]);
  await see.deepEqual(() => texts(2), ["four", null]);
  // The place of somebody else is another place, though the row is the same.
  await paste(field(0, 0), "Delta\nGamma\n");
  await see.deepEqual(names, ["Delta", "Gamma"]);
  await see.deepEqual(() => texts(1), [null, null]);
  await see.equal(() => listed("12a").count(), 0);
  await see.notEqual(() => page.evaluate(() => document.activeElement.tagName), "BODY", "the hand stays in the table");
});

scene("a text in a further ballot stays with its candidate too", { locale: "en", fragment: "/elections" }, async ({ page }) => {
  const ballot = card(page, 0).locator(".run-off");
  await fill(card(page, 0), "Seats to fill", "2");
  await papers(page, 0, [470, 468, 464, 0, 4]);
  await rows(page, 0, "Alpha\t250\nBeta\t250\nGamma\t300\n");
  await card(page, 0).getByRole("button", { name: "Add these candidates" }).click();
  await see.equal(() => ballot.locator("input").count(), 2);
  await ballot.getByLabel("Alpha", { exact: true }).fill("2oo");
  await ballot.getByLabel("Alpha", { exact: true }).press("Tab");
  const field = card(page, 0).getByLabel("Name: Alpha", { exact: true });
  await field.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await see.deepEqual(() => ballot.locator("input").evaluateAll((all) => all.map((one) => one.value)), ["", "2oo"]);
  await see.equal(() => ballot.getByLabel("Alpha", { exact: true }).inputValue(), "2oo");
  await see.equal(() => page.locator(".problems li", { hasText: "“2oo”" }).count(), 1);
});
