// How many delegates a rule asks for: the example's check, the calculator with its readings, advice that blocks nothing, the link.
import { scene, see } from "./harness.mjs";

const panel = (page) => page.locator(".number-of-delegates");
const said = (page) => page.textContent(".number-check");
const set = async (page, id, value) => {
  await page.fill(`#${id}`, value);
  await page.press(`#${id}`, "Enter");
};

scene("the example is at the upper end of what a prefecture-level city may have", { locale: "en", fragment: "/allocation" }, async ({ page }) => {
  await see.match(() => said(page), /300 to 500 for a party congress of a prefecture-level city: 500 is at the upper end/);
  await panel(page).locator("summary").click();
  await see.match(() => panel(page).textContent(), /CPC Regulations on Elections in Local Organisations \(2020\)/);
  await see.match(() => page.textContent(".problems"), /Everything adds up/);
  await set(page, "house", "501");
  await see.match(() => said(page), /the house is 501: 1 more/);
  // Advice: it is listed as something to look at, and the seats are allocated all the same.
  await see.match(() => page.textContent(".problems .warning"), /House size.*501: 1 more/s);
  await see.match(() => page.textContent(".grid tfoot"), /501/);
  await panel(page).getByRole("button", { name: "Use 300 as the house size" }).click();
  await see.match(() => said(page), /300 is at the lower end/);
  await see.equal(() => page.inputValue("#house"), "300");
  await see.equal(() => panel(page).getByRole("button", { name: "Use 300 as the house size" }).isDisabled(), true);
  await page.click("nav >> text=Report");
  await page.click("text=Allocation of seats");
  await see.match(() => page.textContent(".sheet"), /300 to 500 for a party congress of a prefecture-level city: 300 is at the lower end\. CPC Regulations/);
});

scene("deputies follow from the population, by the reading that people choose; all of it travels in the link", { locale: "en", fragment: "/allocation" }, async ({ page, fresh }) => {
  await panel(page).locator("summary").click();
  await page.selectOption("#body", { label: "People’s congress: prefecture-level city" });
  await see.match(() => panel(page).textContent(), /Empty: the members of all units, 380,000/);
  await see.match(() => said(page), /240 \+ 1 per 25,000 of 380,000 inhabitants = 255; the house is 500: 245 more/);
  await set(page, "counted", "6,645,243");
  await see.match(() => said(page), /6,645,243 inhabitants = 505; the house is 500: 5 fewer/);
  await see.match(() => panel(page).locator(".working").textContent(), /6,645,243 ÷ 25,000 = 265; the remainder of 20,243 counts for nothing\. 240 \+ 265 = 505\..*650, holds only above 10,000,000/s);
  await page.selectOption("#number-parts", { label: "as a full one" });
  await see.match(() => said(page), /= 506; the house is 500: 6 fewer/);
  await page.selectOption("#body", { label: "People’s congress: county, district" });
  await set(page, "counted", "800000");
  await see.match(() => said(page), /800,000 inhabitants = 300;/);
  await set(page, "uplift", "6");
  await see.match(() => page.textContent("#uplift-error"), /At most 5/);
  // The sign may stand behind it, and nothing is none.
  await set(page, "uplift", "4 ％");
  await see.equal(() => page.inputValue("#uplift"), "4");
  await set(page, "uplift", "");
  await see.equal(() => page.inputValue("#uplift"), "0");
  await set(page, "uplift", "5");
  await see.match(() => said(page), /and 15 more by decision = 315/);
  await panel(page).getByRole("button", { name: "Use 315 as the house size" }).click();
  await see.match(() => said(page), /the house is 315: exactly that/);
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "zh-CN", fragment: link.split("#")[1] });
  await other.page.click("text=作为副本打开");
  await see.match(() => said(other.page), /人口 800,000 人，每 5,000 人增加 1 名，共 300 名，经决定另加 15 名，为 315 名；名额总数 315 名，正好相符/);
  await page.keyboard.press("Escape");
  await page.selectOption("#body", { label: "None" });
  await see.equal(async () => (await said(page)).trim(), "");
  await page.locator(".problems h2").click();
  await page.keyboard.press("Control+z");
  await see.match(() => said(page), /exactly that/);
});

scene("what the text of Zhejiang leaves open is decided by people; what is not verified says so", { locale: "zh-CN", fragment: "/allocation" }, async ({ page }) => {
  await panel(page).locator("summary").click();
  await page.selectOption("#body", { label: "职工代表大会（浙江）" });
  await set(page, "counted", "1000");
  await see.match(() => said(page), /不少于 100 名/);
  await page.selectOption("#number-from", { label: "从零起算" });
  await see.match(() => said(page), /不少于 120 名/);
  await see.match(() => panel(page).textContent(), /条文对此未作规定/);
  await page.selectOption("#body", { label: "基层工会会员代表大会（2019年条例）" });
  await see.match(() => said(page), /会员 201 至 1,000 人的，40 至 60 名；名额总数 500 名，高于上限 440 名/);
  await see.match(() => panel(page).locator(".confirm").textContent(), /请/);
});
