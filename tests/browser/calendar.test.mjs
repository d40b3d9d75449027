// The calendar before a congress: deadlines of the rules, milestones of one's own, what is late, the file, the paper.
import { readFile } from "node:fs/promises";
import assert from "node:assert/strict";
import { scene, see } from "./harness.mjs";

const calendar = (page) => page.locator(".calendar");
const rows = (page) => page.locator(".timetable tbody tr").allInnerTexts();

scene("the example is planned back from its first day, with a milestone of one's own, and saved as a file", { locale: "en", fragment: "/sittings" }, async ({ page, fresh }) => {
  await see.match(async () => (await rows(page)).join("|"), /Request to hold the congress.*1994.*please confirm.*Tuesday, 27 July 2021.*2 months before.*Candidates.*Friday, 27 August 2021.*begins.*Monday, 27 September 2021/s);
  // The congress is over: nothing is late.
  assert.equal(await page.locator(".timing").count(), 0);
  await page.click("text=Add a milestone");
  await see.equal(() => page.locator(".milestone").count(), 1);
  await see.match(() => page.evaluate(() => document.activeElement.id), /^milestone-\d+-name$/);
  const card = page.locator(".milestone");
  await card.getByLabel("What is due", { exact: true }).fill("Hall; rented, for all");
  await card.getByLabel("What is due", { exact: true }).press("Tab");
  await card.getByLabel("How long before", { exact: true }).fill("40");
  await card.getByLabel("How long before", { exact: true }).press("Enter");
  await see.match(async () => (await rows(page))[1], /Hall; rented, for all.*Set by the organiser.*Wednesday, 18 August 2021.*40 days before/s);
  await card.getByLabel("Counted in", { exact: true }).selectOption({ label: "months" });
  await see.match(async () => (await rows(page))[0], /Hall.*40 months before/s);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=Save for a calendar program")]);
  assert.equal(download.suggestedFilename(), "Calendar.ics");
  const file = await readFile(await download.path(), "utf8");
  assert.ok(file.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.endsWith("END:VCALENDAR\r\n"));
  assert.ok(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75), "no line is longer than 75 octets");
  const whole = file.replaceAll("\r\n ", "");
  assert.match(whole, /SUMMARY:Hall\\; rented\\, for all\r\n/);
  assert.match(whole, /DTSTART;VALUE=DATE:20210727\r\nDTEND;VALUE=DATE:20210728\r\n/);
  assert.equal(whole.match(/BEGIN:VEVENT/g).length, 4);
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const other = await fresh({ locale: "zh-CN", fragment: link.split("#")[1] });
  await other.page.click("text=作为副本打开");
  await other.page.click("nav >> text=会议");
  await see.match(async () => (await rows(other.page))[0], /Hall; rented, for all.*提前 40 个月/s);
  await page.keyboard.press("Escape");
  await card.getByRole("button", { name: /Remove/ }).click();
  await see.equal(() => page.locator(".milestone").count(), 0);
  await see.equal(() => page.evaluate(() => document.activeElement.id), "add-milestone");
  await page.keyboard.press("Control+z");
  await see.equal(() => page.locator(".milestone").count(), 1);
});

scene("what is late says so on the day it is read, and the paper does not", { locale: "en", fragment: "/sittings" }, async ({ page }) => {
  await page.clock.setFixedTime(new Date("2031-05-01T12:00:00+08:00"));
  await page.reload();
  await page.waitForSelector(".calendar");
  await page.fill("#congress-day", "2031-05-31");
  await see.match(async () => (await rows(page))[0], /Monday, 31 March 2031.*31 days ago: please see to it/s);
  await see.match(async () => (await rows(page))[1], /Wednesday, 30 April 2031.*1 day ago/s);
  await page.fill("#congress-day", "2031-07-31");
  await see.match(async () => (await rows(page))[0], /Saturday, 31 May 2031.*in 30 days/s);
  await page.click("nav >> text=Report");
  await page.click("text=Timetable");
  await see.match(() => page.textContent(".sheet"), /Saturday, 31 May 2031.*Thursday, 31 July 2031/s);
  assert.doesNotMatch(await page.textContent(".sheet"), /in 30 days|ago/);
  await page.click("nav >> text=Sittings");
  await page.selectOption("#calendar-level", { label: "Province" });
  await see.match(async () => (await rows(page))[0], /Monday, 31 March 2031.*4 months before/s);
});

scene("without a day, or rules with deadlines, the calendar says so and milestones still work", { locale: "zh-CN", fragment: "/sittings", width: 390, height: 844 }, async ({ page }) => {
  await page.fill("#congress-day", "");
  await see.match(() => calendar(page).textContent(), /填写首日后即列出最迟日期/);
  await see.equal(() => page.locator(".calendar button", { hasText: "保存为日历文件" }).isDisabled(), true);
  await page.locator(".sitting").first().getByLabel("日期", { exact: true }).fill("2027-03-31");
  await see.match(() => calendar(page).textContent(), /最早一次会议的日期：2027年3月31日（星期三）/);
  await see.match(async () => (await rows(page)).join("|"), /2027年1月31日（星期日）.*2027年2月28日（星期日）/s);
  await page.click("nav >> text=法定人数与多数");
  await page.selectOption("#profile", "trade-union");
  await page.click("nav >> text=会议");
  await see.match(() => calendar(page).textContent(), /所选规则没有规定时限/);
  await page.click("text=添加事项");
  await see.match(async () => (await rows(page))[0], /筹备事项 1.*2027年3月1日（星期一）.*提前 30 天/s);
  const wide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    return [...document.querySelectorAll('.calendar, .calendar *')].filter((part) => part.getBoundingClientRect().right > edge + 1).map((part) => part.className);
  });
  assert.deepEqual(wide, []);
});
