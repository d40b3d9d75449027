import { scene, see } from "./harness.mjs";
import * as looks from "./looks.mjs";
const axe = looks.assertAccessible ?? looks.axe ?? Object.entries(looks).find(([n]) => /axe|access/i.test(n))?.[1];
for (const [width, locale, theme] of [[1440,'zh-CN','light'],[390,'en-US','light'],[1440,'en-US','dark']]) {
  scene(`look ${width} ${locale} ${theme}`, { width, locale, theme, fragment: "/rules" }, async ({ page }) => {
    await page.waitForSelector(".rules-table");
    await looks.shoot(page, `r-read-${width}-${locale}-${theme}`);
    await page.click("#copy-rules");
    await page.waitForSelector(".row-buttons");
    await page.locator('tr:has(#rule-quorum-elect) button[aria-expanded]').click();
    await page.locator('.row-form .measures > button').click();
    await page.locator('tr:has(#rule-presidium) .quiet').click();
    await page.fill("#rule-quorum-elect-first-share-p", "9");
    await page.locator('tr:has(#rule-quorum-elect) .field-error').first().textContent();
    await looks.shoot(page, `r-edit-${width}-${locale}-${theme}`);
    await looks.assertNothingCut(page);
    if (axe) await axe(page);
    await page.fill("#rule-quorum-elect-first-share-p", "1");
    await page.locator('tr:has(#rule-candidates-standingcommittee) button[aria-expanded]').click();
    await looks.shoot(page, `r-band-${width}-${locale}-${theme}`);
    await page.selectOption("#profile", "owners-assembly");
    await page.click('nav a[href="#/sittings"]');
    await page.waitForSelector(".stated");
    await looks.shoot(page, `r-own-${width}-${locale}-${theme}`);
    await looks.assertNothingCut(page);
    if (axe) await axe(page);
  });
}
