import type { Download, Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { expect, test, then, when } from '../fixtures';
import { sql } from '../story';

/** What a saved workbook holds, head first, without the notes below the rows. */
async function sheetOf(file: Download) {
  const rows = await readSheet(await file.path());
  const end = rows.findIndex((row, at) => at > 0 && row[1] === null);
  return rows.slice(0, end === -1 ? rows.length : end);
}

/** Member numbers of the list as it stands on the screen, all its pages. */
async function numbersShown(page: Page): Promise<string[]> {
  const numbers: (string | null)[] = [];
  const rows = page.getByRole('table', { name: '会员' }).locator('tbody tr');
  for (;;) {
    for (const row of await rows.all())
      numbers.push(await row.getByRole('cell').nth(1).textContent());
    const next = page.getByRole('link', { name: '下一页' });
    if ((await next.count()) === 0) return numbers.map((number) => number?.trim() ?? '');
    const address = await next.getAttribute('href');
    await page.goto(String(address));
  }
}

const take = async (page: Page, button: string) => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return file;
};

test('an officer takes out the members as filtered: the rows of all pages in their order, columns as chosen @desktop', async ({
  as,
}) => {
  const page = await as('organisationOfficer');
  await page.goto('/desk/members');
  await page.getByRole('navigation', { name: '筛选' }).getByRole('link').first().click();
  await page.waitForURL(/newForm=1/);
  await page.getByRole('navigation', { name: '筛选' }).getByRole('link').nth(1).click();
  await page.waitForURL(/town=/);
  const filtered = page.url();
  const shown = await numbersShown(page);
  expect(shown.length).toBeGreaterThan(30);
  await page.goto(filtered);
  await page.locator('#export summary').click();
  await then('the file has exactly those, days as dates', async () => {
    await page.getByLabel('手机', { exact: true }).uncheck({ force: true });
    await page.getByLabel('所在地', { exact: true }).uncheck({ force: true });
    const [head = [], ...rows] = await sheetOf(await take(page, '导出'));
    expect(head.slice(0, 4)).toEqual(['姓名', '会员号', '会籍', '工会']);
    expect(head).not.toContain('手机');
    expect(rows.map((row) => row[1])).toEqual(shown);
    expect(rows.every((row) => row.at(-1) instanceof Date)).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/\d{17}/);
  });
  await then('none of the columns is refused in words, with the form open', async () => {
    for (const box of await page.locator('#export input[name=column]').all())
      await box.uncheck({ force: true });
    await page.getByLabel('CSV').check({ force: true });
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await expect(page.getByText('请至少选一列')).toBeVisible();
    await expect(page.getByLabel('CSV')).toBeChecked();
  });
});

test('whole numbers leave for a reason and by a link that is good once @desktop', async ({
  as,
}) => {
  const page = await as('organisationOfficer');
  await page.goto('/desk/members?newForm=1');
  await page.locator('#export summary').click();
  await when('she asks without a reason, then with one', async () => {
    await page.getByLabel('姓名', { exact: true }).check({ force: true });
    await page.getByLabel('工会', { exact: true }).uncheck({ force: true });
    await page.getByLabel('要完整手机号、证件号码').check({ force: true });
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await expect(page.getByText('要完整号码，请写明用途')).toBeVisible();
    await expect(page.getByLabel('工会', { exact: true })).not.toBeChecked();
    await page.getByLabel(/用途/).fill('走查：报上级备案');
    await page.getByRole('button', { name: '导出', exact: true }).click();
  });
  await then('the file has them, once', async () => {
    const [head = [], ...rows] = await sheetOf(await take(page, '下载完整名单'));
    expect(head).not.toContain('工会');
    const at = head.indexOf('证件号码');
    expect(rows.filter((row) => /^\d{17}[\dX]$/.test(String(row[at]))).length).toBeGreaterThan(0);
    await page.getByRole('button', { name: '下载完整名单' }).click();
    await expect(page.getByText('这个链接下载过了')).toBeVisible();
    expect(page.url()).toContain('newForm=1');
    const [line] = await sql()`select after from audit_entries
      where action = 'export_list' and reason = '走查：报上级备案'`;
    expect(line?.after).toMatchObject({ list: '会员', filter: '从业：新就业形态', full: true });
  });
});
