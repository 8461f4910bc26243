import { people, sessionOf } from '../demo';
import { alertOn, codeFor, expect, given, test, then, when } from '../fixtures';
import { aMemberName, newPhone, newWorker, signInByCode, sql } from '../story';

test('a session ended on another device is over at the next request', async ({
  stranger,
  signIn,
}) => {
  const name = await aMemberName();
  const [phone, desktop] = [await stranger(), await stranger()];
  await signIn(phone, name);
  await signIn(desktop, name);
  await phone.goto('/me/bookings');
  await when('the other device ends it', async () => {
    await desktop.goto('/me/devices');
    await Promise.all([
      desktop.waitForResponse((answer) => answer.request().method() === 'POST'),
      desktop.getByRole('button', { name: '退出', exact: true }).first().click(),
    ]);
    await expect(desktop.getByRole('button', { name: '退出', exact: true })).toHaveCount(0);
  });
  await then('the phone has to sign in again', async () => {
    await phone.goto('/me/bookings');
    await expect(phone).toHaveURL(/\/login/);
  });
});

test('five wrong codes burn the code; a new phone and a known one hear the same', async ({
  page,
}) => {
  const phone = newPhone();
  await page.goto('/login');
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(alertOn(page)).toContainText(/同意/);
  await page.getByLabel(/我已读并同意/).check({ force: true });
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.waitForURL(/\/login\/code/);
  const right = await codeFor(page, phone);
  const wrong = right === '000000' ? '111111' : '000000';
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.getByRole('textbox', { name: /验证码/ }).fill(wrong);
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST'),
      page.getByRole('button', { name: '登录', exact: true }).click(),
    ]);
    await expect(page.getByRole('textbox', { name: /验证码/ })).toHaveValue('');
  }
  await page.getByRole('textbox', { name: /验证码/ }).fill(right);
  await page.getByRole('button', { name: /登录/ }).click();
  await expect(alertOn(page)).toContainText(/重新获取|失效/);
});

test('an officer signs in with password and code, and works on', async ({ page }) => {
  await when('password, then the second factor', async () => {
    await page.goto('/staff/login');
    await page.getByLabel('手机号').fill('13900000011');
    await page.getByLabel(/密码/).fill('lianxin-demo-2026');
    await page.locator('main button[type=submit]').click();
    await page.waitForURL(/\/staff\/totp/);
    const shown = await (await page.request.get('/dev/messages')).text();
    const text = shown.replaceAll(/<[^>]+>/g, ' ');
    const code = /林若云[\s\S]{0,200}?(\d{3}\s?\d{3})(?!\d)/.exec(text)?.[1]?.replaceAll(/\s/g, '');
    await page.getByLabel(/动态码/).fill(code ?? '');
    await page.locator('main button[type=submit]').click();
  });
  await then('the desk opens', async () => {
    await page.waitForURL(/\/desk/);
    await expect(page.getByText('林若云').first()).toBeVisible();
  });
});

test('without JavaScript a worker signs in and answers the first question', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: 'zh-CN' });
  const page = await context.newPage();
  const phone = newPhone();
  await page.goto('/login?next=/join/name');
  await signInByCode(page, phone);
  await expect(page).toHaveURL(/\/join\/name/);
  await page.getByLabel('您的姓名').fill('😀');
  await page.getByRole('button', { name: '继续', exact: true }).click();
  await expect(alertOn(page)).toBeVisible();
  await expect(page.getByLabel('您的姓名')).toHaveValue('😀');
  await page.getByLabel('您的姓名').fill('张无脚本');
  await page.getByRole('button', { name: '继续', exact: true }).click();
  await expect(page).toHaveURL(/\/join\/id/);
  await context.close();
});

test('without JavaScript a member books a class', async ({ browser, baseURL }) => {
  const { anOpenOffering } = await import('../story');
  const offering = await anOpenOffering({ title: '走查：没有脚本', capacity: 3 });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: 'zh-CN' });
  const page = await context.newPage();
  const { token } = await sessionOf(await aMemberName(), 'member');
  await context.addCookies([{ name: 'lx', value: token, url: baseURL ?? '' }]);
  await page.goto(`/services/${offering.id}`);
  await page.getByRole('button', { name: '立即预约' }).click();
  await page.getByRole('button', { name: '提交预约' }).click();
  await expect(page).toHaveURL(/\/me\/bookings\//);
  await context.close();
});

test('a stranger checks a member’s code: valid, forged, and no more than needed', async ({
  as,
  stranger,
}) => {
  const member = await as('courier');
  const answer = await member.request.get('/me/card/code');
  expect(answer.ok()).toBe(true);
  await member.goto('/me/card');
  await given('the offline form', async () => {
    await expect(member.getByText(/没有网络时/)).toBeVisible();
  });
  const page = await stranger();
  const forged = await page.goto('/v/abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmn');
  expect(forged?.status()).toBeLessThan(500);
  await expect(page.getByText(/无效|不是有效|过期/).first()).toBeVisible();
  await expect(page.getByText(people.courier)).toHaveCount(0);
});

test('larger text is remembered, on this phone and in the account', async ({ page }) => {
  const phone = await newWorker(page);
  await page.goto('/me/display');
  await page.getByLabel(/特大/).first().check({ force: true });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-size', 'xlarge');
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-size', 'xlarge');
  const [row] = await sql()`
    select text_size from accounts where phone_tail = ${phone.slice(-4)} order by created_at desc limit 1`;
  expect(row?.text_size).toBe('xlarge');
});
