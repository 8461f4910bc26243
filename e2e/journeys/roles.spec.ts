import { openSession } from '../demo';
import { alertOn, expect, given, test, then, when } from '../fixtures';
import { newWorker, sql } from '../story';

const union = '江南街道保安环卫联合工会';

test('a role given on screen opens the desk at the next request, taken back it closes it @desktop', async ({
  page,
  as,
  stranger,
  baseURL,
}) => {
  const phone = await given('somebody with an account and no role', () => newWorker(page));
  const [account] = await sql()`
    select id from accounts where phone_tail = ${phone.slice(-4)} order by created_at desc limit 1`;
  const officer = await stranger();
  await officer.setViewportSize({ width: 1280, height: 800 });
  const { token } = await openSession(String(account?.id), 'staff');
  await officer.context().addCookies([{ name: 'lx', value: token, url: baseURL ?? '' }]);
  await officer.goto('/desk');
  await expect(officer).toHaveURL(/\/staff\/login/);

  const admin = await as('systemAdmin');
  await when('the system administrator gives one, with a reason', async () => {
    await admin.goto('/desk/roles');
    await admin.getByLabel('按完整手机号找人').fill(phone);
    await admin.getByRole('button', { name: '查找' }).click();
    await admin.getByLabel('角色').selectOption({ value: 'union_admin' });
    await admin.getByLabel('在哪个组织').selectOption({ label: union });
    await admin.getByRole('button', { name: /授予/ }).click();
    await expect(alertOn(admin)).toBeVisible();
    // Nobody stands in the ledger as the end of a phone number: a name is asked for where there is none.
    await admin.getByLabel('本人姓名').fill('覃海燕');
    await admin.getByLabel('授予原因').fill('换届当选');
    await admin.getByRole('button', { name: /授予/ }).click();
    await expect(admin.getByText(/授予，换届当选/)).toBeVisible();
    await expect(admin.getByRole('heading', { name: '覃海燕' })).toBeVisible();
  });
  await then('it counts at once, there and nowhere else', async () => {
    await officer.goto('/desk');
    await expect(officer.getByRole('heading', { name: '审批' })).toBeVisible();
    await officer.goto('/desk/organisations');
    await expect(officer.getByText(union).first()).toBeVisible();
    await expect(officer.getByText('桥圩镇总工会')).toHaveCount(0);
    expect((await officer.goto('/desk/roles'))?.status()).toBe(404);
  });
  await when('it is taken back', async () => {
    await admin.locator('summary', { hasText: '收回' }).first().click();
    await admin.getByLabel('收回原因').fill('调岗');
    await admin.getByRole('button', { name: /^收回/ }).click();
    await expect(admin.getByText('在您管辖的范围内没有角色')).toBeVisible();
  });
  await then('the next request is refused, and both are in the ledger', async () => {
    await officer.goto('/desk');
    await expect(officer).toHaveURL(/\/staff\/login/);
    const entries = await sql()`
      select action, reason from audit_entries where action in ('grant_role', 'revoke_role')
        and reason in ('换届当选', '调岗') order by id desc limit 2`;
    expect(entries.map((entry) => entry.action)).toEqual(['revoke_role', 'grant_role']);
  });
});

test('an officer who decides nothing starts at what the role opens @desktop', async ({ as }) => {
  for (const [who, place] of [
    ['systemAdmin', '/desk/organisations'],
    ['viewer', '/desk/members'],
  ] as const) {
    const officer = await as(who);
    const answer = await officer.goto('/desk');
    expect(answer?.status()).toBe(200);
    await expect(officer).toHaveURL(new RegExp(`${place}$`));
  }
});
