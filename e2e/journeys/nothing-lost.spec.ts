import type { Page } from '@playwright/test';
import { alertOn, expect, given, test, then, when } from '../fixtures';
import { anOpenOffering, newWorker, signInByCode, sql } from '../story';

const nameField = (page: Page) => page.getByLabel('您的姓名');
/** What the form caught stands in the console as well; anything else there is still a fault. */
function caught(problems: string[], expected: RegExp) {
  expect(problems.filter((problem) => !expected.test(problem))).toEqual([]);
  problems.length = 0;
}
const goOn = (page: Page) => page.getByRole('button', { name: '继续', exact: true }).click();

test('a form of an older build says so and keeps what was typed, over the reload as well (F16)', async ({
  page,
  problems,
}) => {
  await newWorker(page);
  await page.goto('/join/name');
  await nameField(page).fill('韦更新');
  await when('the site was updated meanwhile', async () => {
    await page.route('**/join/name', (route) => {
      const headers = { ...route.request().headers() };
      if (headers['next-action']) headers['next-action'] = `7f${'0'.repeat(38)}ff`;
      return route.continue({ headers });
    });
    await goOn(page);
  });
  await then('the page says what to do, and the name is still there', async () => {
    await expect(alertOn(page)).toContainText('页面已更新，请刷新');
    await expect(nameField(page)).toHaveValue('韦更新');
  });
  await page.unroute('**/join/name');
  await page.getByRole('button', { name: '刷新本页' }).click();
  await expect(page.getByRole('button', { name: '刷新本页' })).toHaveCount(0);
  await expect(nameField(page)).toHaveValue('韦更新');
  await goOn(page);
  await expect(page).toHaveURL(/\/join\/id/);
  caught(problems, /^UnrecognizedActionError/);
});

test('a form whose session has ended leads to 登录 and has the text again after it', async ({
  page,
}) => {
  const phone = await newWorker(page);
  await page.goto('/join/name');
  await nameField(page).fill('韦再登');
  // This very session: others sign in at the same time.
  const [own] = (await page.context().cookies()).filter(({ name }) => name === 'lx');
  await sql()`update sessions set ended_at = now()
    where token_hash = encode(sha256(convert_to(${own?.value ?? ''}, 'UTF8')), 'hex')`;
  await goOn(page);
  await expect(alertOn(page)).toContainText('请先登录');
  await expect(nameField(page)).toHaveValue('韦再登');
  await page.getByRole('link', { name: '去登录' }).click();
  await signInByCode(page, phone);
  await expect(page).toHaveURL(/\/join\/name/);
  await expect(nameField(page)).toHaveValue('韦再登');
});

test('a number of a document is not kept in the browser for that', async ({ page, problems }) => {
  await newWorker(page);
  await page.goto('/join/name');
  await nameField(page).fill('韦不存');
  await goOn(page);
  await page.waitForURL(/\/join\/id/);
  await page.getByLabel('身份证号').fill('450803199003070029');
  await page.route('**/join/id', (route) => {
    const headers = { ...route.request().headers() };
    if (headers['next-action']) headers['next-action'] = `7f${'0'.repeat(38)}ff`;
    return route.continue({ headers });
  });
  await goOn(page);
  await expect(alertOn(page)).toContainText('页面已更新');
  await expect(page.getByLabel('身份证号')).toHaveValue(/4508/);
  await page.unroute('**/join/id');
  await page.getByRole('button', { name: '刷新本页' }).click();
  await expect(page.getByLabel('身份证号')).toHaveValue('');
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }]),
  );
  expect(stored.replaceAll(' ', '')).not.toContain('4508031990');
  caught(problems, /^UnrecognizedActionError/);
});

test('a refused body and a lost network leave the form as it is', async ({
  page,
  context,
  problems,
}) => {
  await newWorker(page);
  await page.goto('/join/name');
  await nameField(page).fill('韦太大');
  await when('more arrives than the server takes', async () => {
    await page.route('**/join/name', (route) =>
      route.request().method() === 'POST'
        ? route.continue({ postData: Buffer.alloc(1_500_000, 97) })
        : route.continue(),
    );
    await goOn(page);
  });
  await then('its line stands above the form, with a number to quote', async () => {
    await expect(alertOn(page)).toContainText(/太大.*1 MB.*编号 [2-9A-Z]{10}/);
    await expect(nameField(page)).toHaveValue('韦太大');
    await page.unroute('**/join/name');
  });
  await nameField(page).fill('韦断网');
  await when('the network is gone', async () => {
    await context.setOffline(true);
    await goOn(page);
    await expect(alertOn(page)).toContainText('没有送达');
    await expect(nameField(page)).toHaveValue('韦断网');
  });
  await then('the same form goes through once it is back', async () => {
    await context.setOffline(false);
    await goOn(page);
    await expect(page).toHaveURL(/\/join\/id/);
  });
  caught(problems, /^Error: 提交的内容太大|^TypeError: Failed to fetch/);
});

/** What a browser would run if any of it came out as more than text (N19). */
const corpus = `<img src=x onerror=alert(1)><script>alert(2)</script>"'></title><svg onload=alert(3)>`;

test('what people wrote runs nowhere, and the page policy has nothing to report (N19)', async ({
  stranger,
  signIn,
  as,
}) => {
  // A refusal of the page policy is an error in the console, and any such fails the story by itself.
  const dialogs: string[] = [];
  const listen = (page: Page) =>
    page.on('dialog', async (dialog) => {
      dialogs.push(dialog.message());
      await dialog.dismiss();
    });
  const open = async (page: Page, paths: readonly string[]) => {
    for (const path of paths) {
      await page.goto(path);
      await page.locator('main').first().waitFor();
    }
  };
  const offering = await anOpenOffering({ title: corpus, capacity: 3 });
  await given('a course, a notice and an application that hold it', async () => {
    await sql()`update offerings set summary = ${corpus} where id = ${offering.id}`;
    await sql()`
      insert into notices (id, account_id, title, body, link, dedupe_key, visible_at)
      select gen_random_uuid(), id, ${corpus}, ${corpus}, 'javascript:alert(4)', gen_random_uuid()::text, now()
      from accounts where display_name = '陈一帆'`;
  });
  const worker = await stranger();
  listen(worker);
  await signIn(worker, '陈一帆');
  await open(worker, [
    '/',
    '/services',
    `/services/${offering.id}`,
    '/me',
    '/me/notices',
    '/me/card',
  ]);
  await worker.goto('/me/notices');
  await expect(worker.locator('a[href^="javascript:"]')).toHaveCount(0);
  const officer = await as('organisationOfficer');
  listen(officer);
  await open(officer, ['/desk', '/desk/members', '/desk/dashboard', '/desk/audit']);
  const economy = await as('economyOfficer');
  listen(economy);
  const course = `/desk/offerings/${offering.id}`;
  await open(economy, [
    '/desk/offerings',
    course,
    `${course}/edit`,
    `${course}/roll`,
    `${course}/roll/print`,
  ]);
  expect(dialogs).toEqual([]);
});
