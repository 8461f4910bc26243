import AxeBuilder from '@axe-core/playwright';
import { type Page, test } from '@playwright/test';
import type { Somebody } from './demo';
import { expect } from './fixtures';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every breach of the rules on a page, an id given twice, and anything that makes it scroll sideways. */
export async function expectClean(page: Page, path: string) {
  await page.goto(path);
  await expectNothingWrong(page, path);
}

/** The page that answers a search: what is looked for is typed, it stands in no address. */
export async function expectCleanAnswer(page: Page, path: string, field: string, words: string) {
  await page.goto(path);
  await page.locator(`main input[name=${field}]`).first().fill(words);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.has(field));
  await expectNothingWrong(page, `${path}: ${words}`);
}

export async function expectNothingWrong(page: Page, path: string) {
  // After a step within the portal the title may come a moment after the page.
  await expect(page, `${path}: title`).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(
    violations.map((v) => [path, v.id, v.nodes[0]?.html]),
    path,
  ).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(sideways, `${path}: sideways`).toBeLessThanOrEqual(0);
  // A label or an error that leads to the first of two fields of one id misleads.
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
  expect(twice, `${path}: ids`).toEqual([]);
}

/** An officer's page in the size of the project: the desk works on a phone too. */
export async function atDesk(as: (who: Somebody) => Promise<Page>, who: Somebody) {
  const page = await as(who);
  const { viewport } = test.info().project.use;
  if (viewport) await page.setViewportSize(viewport);
  return page;
}

/** The first id of a query; the demo has it, or the page answers 404 and the test fails. */
export const idOf = async (query: Promise<readonly { id?: string }[]>) =>
  (await query)[0]?.id ?? '';
