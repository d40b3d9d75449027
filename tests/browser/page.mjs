// Where things are on the page, as every test of it looks for them and types into them.

/** The selector of a cell of the table. */
export const cell = (row, col) => `td[data-row="${row}"][data-col="${col}"]`;

/** What a cell shows, or the text being typed in it. */
export const text = (page, row, col) => page.locator(cell(row, col)).evaluate((td) => td.querySelector('input')?.value ?? td.textContent);

/** Types into a cell, and waits until it has been taken over: until then the page may still say that the state before is saved. */
export const type = async (page, row, col, value) => {
  await page.click(cell(row, col));
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.cell-input[data-typing]', { state: 'detached' });
};

/** The four figures on top: seats, elected, actual, present. */
export const chain = async (page) => (await page.locator('.chain .link dd').allTextContents()).map((figure) => figure.trim());
