// Candidates and ballots as tellers report them: elected, tied at the boundary, short of seats, void, contradictory.
import { scene, see } from "./harness.mjs";

const set = async (page, id, value) => {
  await page.fill(`#${id}`, value);
  await page.press(`#${id}`, "Enter");
};
const papers = async (page, [issued, returned, valid, invalid, blank]) => {
  for (const [id, n] of Object.entries({ issued, returned, valid, invalid, blank })) await set(page, id, String(n));
};
const result = (page) => page.textContent(".ballot-result");

scene("candidates by unit and pooled, and the ballot of the example congress", { locale: "en", fragment: "/elections" }, async ({ page }) => {
  await page.waitForSelector("#office");
  await page.selectOption("#office", { label: "Delegates" });
  await see.match(() => page.textContent(".spread"), /at least 613 candidates together; one pool would need 600/);
  await see.match(() => page.textContent(".step-elections"), /A presidium of about 48/);
  await set(page, "office-seats", "2");
  await papers(page, [470, 468, 460, 3, 5]);
  await page.fill("#votes", "Alpha\t300\nBeta\t242\nGamma\t243\n");
  // 484 due: 243 votes elect, so Beta's 242 do not.
  await see.match(() => result(page), /At least 243 votes elect\.Elected: Alpha \(300\), Gamma \(243\)Not elected: Beta \(242\)/);
  await page.fill("#votes", "Alpha\t250\nBeta\t250\nGamma\t250\n");
  await see.match(() => result(page), /3 candidates have equal votes for 2 seats: a second vote/);
  await page.fill("#votes", "Alpha\t250\nBeta\t100\n");
  await see.match(() => result(page), /Seats that nobody won: 1/);
  await page.fill("#votes", "Alpha\t461\n");
  await see.match(() => result(page), /Alpha has 461 votes, but only 460 ballots are valid/);
  await page.fill("#votes", "Alpha\tmany\n");
  await see.match(() => result(page), /Line 1 has no votes/);
  await page.fill("#votes", "Alpha\t250\n");
  await set(page, "issued", "471");
  await see.match(() => result(page), /471 ballots issued, but only 470 present/);
  await papers(page, [460, 468, 460, 3, 5]);
  await see.match(() => result(page), /void|only 460 issued/);
  await page.click("nav >> text=Report");
  await page.click("nav >> text=Elections");
  await see.equal(() => page.inputValue("#votes"), "Alpha\t250\n", "another step loses nothing");
});
