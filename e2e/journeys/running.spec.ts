import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, sql } from '../story';

test('places cannot shrink below what is taken; growing lets the queue in @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：改名额', capacity: 1 });
  for (const sex of ['male', 'female'] as const) {
    const page = await stranger();
    await signIn(page, await aMemberName(sex));
    await page.goto(`/services/${offering.id}`);
    await page.getByRole('button', { name: /立即预约|候补/ }).click();
    await page.getByRole('button', { name: /提交预约|加入候补/ }).click();
    await page.waitForURL(/\/me\/bookings\//);
  }
  const officer = await as('economyOfficer');
  const sessionPage = `/desk/offerings/${offering.id}/sessions/${offering.session}`;
  await when('the officer grows the session to two', async () => {
    await officer.goto(sessionPage);
    await officer.getByLabel(/名额/).fill('2');
    await officer.getByRole('button', { name: /保存/ }).click();
    await expect
      .poll(async () => {
        const [row] =
          await sql()`select taken, waiting from session_capacity where session_id = ${offering.session}`;
        return `${row?.taken}/${row?.waiting}`;
      })
      .toBe('2/0');
  });
  await then('one place is refused with the reason, and what was typed stays', async () => {
    await officer.goto(sessionPage);
    await officer.getByLabel(/名额/).fill('1');
    await officer.getByRole('button', { name: /保存/ }).click();
    await expect(officer.getByText(/不能少于\s*2/).first()).toBeVisible();
    await expect(officer.getByLabel(/名额/)).toHaveValue('1');
  });
});

test('a cancelled offering tells every holder once, with the reason', async ({
  as,
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：取消', capacity: 3 });
  const page = await stranger();
  await signIn(page, await aMemberName());
  await given('a booking', async () => {
    await page.goto(`/services/${offering.id}`);
    await page.getByRole('button', { name: /立即预约/ }).click();
    await page.getByRole('button', { name: '提交预约' }).click();
    await page.waitForURL(/\/me\/bookings\//);
  });
  const officer = await as('economyOfficer');
  await when('the organiser cancels', async () => {
    await officer.goto(`/desk/offerings/${offering.id}/cancel`);
    await officer.getByRole('textbox').first().fill('老师生病');
    await officer.getByRole('button', { name: /取消/ }).last().click();
    await officer.waitForURL((url) => !url.pathname.endsWith('/cancel'));
  });
  await then('the member reads it', async () => {
    await page.reload();
    await expect(page.getByText('已取消').first()).toBeVisible();
    const notified =
      await sql()`select 1 from notices n join bookings b on b.account_id = n.account_id
      where b.offering_id = ${offering.id} and n.body like '%老师生病%'`;
    expect(notified).toHaveLength(1);
  });
});

test('each figure of the dashboard opens a list that holds as many @desktop', async ({ as }) => {
  const officer = await as('organisationOfficer');
  const figureOf = async (label: string) => {
    await officer.goto('/desk/dashboard');
    const figure = officer.locator('main a', { hasText: label }).first();
    const words = (await figure.textContent()) ?? '';
    await figure.click();
    return words;
  };
  // Read again as a pair while another story decides something in between.
  const agrees = (label: string, said: RegExp, list: RegExp, unit: string) =>
    expect(async () => {
      const figure = said.exec(await figureOf(label))?.[1]?.replaceAll(',', '');
      await officer.waitForURL(list);
      await expect(officer.getByText(`共 ${figure} ${unit}`)).toBeVisible({ timeout: 2_000 });
    }).toPass();
  for (const label of ['本月新会员', '现有会员']) {
    await agrees(label, /([\d,]+)人/, /\/desk\/members/, '人');
  }
  await agrees('已超期', /(\d+)件/, /overdue=1/, '件');
  await agrees('平均用时', /办结 (\d+) 件/, /view=done/, '件');
});

test('a viewer reads how many joined in each town, and opens one @desktop', async ({ as }) => {
  const viewer = await as('viewer');
  await viewer.goto('/desk/dashboard?range=year');
  const row = viewer.getByRole('row', { name: /江南街道/ }).first();
  const [all] = (await row.getByRole('link').allTextContents()).slice(-1);
  await row.getByRole('link').last().click();
  await viewer.waitForURL(/\/desk\/members\?.*town=/);
  await expect(viewer.getByText(`共 ${all} 人`)).toBeVisible();
});

test('each look at a full ID number is on record @desktop', async ({ as }) => {
  const officer = await as('organisationOfficer');
  await officer.goto('/desk/members');
  await officer.getByLabel('搜姓名、拼音、手机后四位、会员号、证件号').fill('陈一帆');
  await officer.keyboard.press('Enter');
  await officer.getByRole('link', { name: '陈一帆' }).first().click();
  await officer.waitForURL(/\/desk\/members\/.+/);
  const before =
    await sql()`select count(*)::int as n from audit_entries where action like 'view_%'`;
  await officer.getByRole('button', { name: /查看/ }).first().click();
  await expect
    .poll(async () => ((await officer.locator('main').textContent()) ?? '').replaceAll(/\s/g, ''))
    .toMatch(/450803\d{11}[\dX]|139\d{8}/);
  const after =
    await sql()`select count(*)::int as n from audit_entries where action like 'view_%'`;
  expect(Number(after[0]?.n)).toBe(Number(before[0]?.n) + 1);
  expect(await sql()`select * from broken_audit_entries()`).toHaveLength(0);
});
