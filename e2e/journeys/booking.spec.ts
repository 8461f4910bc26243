import type { Page } from '@playwright/test';
import { alertOn, expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, aResidentId, sql, tick } from '../story';

/** From the offering’s page through 核对 to the receipt. */
async function book(page: Page, offering: { id: string }): Promise<string> {
  await page.goto(`/services/${offering.id}`);
  await page.getByRole('button', { name: /立即预约|候补/ }).click();
  await page.waitForURL(/\/book/);
  await page.getByRole('button', { name: /提交预约|加入候补/ }).click();
  await page.waitForURL(/\/me\/bookings\//);
  return page.url();
}

test('a member books a class, gets a code for the door and a calendar file', async ({
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：收纳整理课', capacity: 30 });
  const page = await stranger();
  await signIn(page, await aMemberName());
  const receipt = await when('she books', () => book(page, offering));
  await then('the receipt has number, code and calendar', async () => {
    await expect(page.getByText(/YY\d\d-\d{4}-\d+/).first()).toBeVisible();
    await expect(page.getByRole('img', { name: /预约码/ })).toBeVisible();
    const id = /bookings\/([^/?]+)/.exec(receipt)?.[1];
    const file = await page.request.get(`/api/bookings/${id}/calendar`);
    expect(file.headers()['content-type']).toContain('text/calendar');
    expect(await file.text()).toContain('BEGIN:VEVENT');
  });
  await then('the page of the class says 已预约 and takes no second booking', async () => {
    await page.goto(`/services/${offering.id}`);
    await expect(page.getByText(/已预约|已报/).first()).toBeVisible();
  });
});

test('full: the next one waits, moves up when someone cancels, and is told', async ({
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：只有一个名额', capacity: 1 });
  const [first, second] = [await stranger(), await stranger()];
  await signIn(first, await aMemberName('male'));
  await signIn(second, await aMemberName('female'));
  await given('the only place is taken', () => book(first, offering));
  const waiting = await when('another member asks', async () => {
    const url = await book(second, offering);
    await expect(second.getByText(/候补/).first()).toBeVisible();
    return url;
  });
  await when('the first cancels', async () => {
    await first.getByRole('link', { name: '取消预约' }).click();
    await first.waitForURL(/\/cancel/);
    await first.getByRole('button', { name: '退掉名额' }).click();
    await expect(first.getByText('已取消').first()).toBeVisible();
  });
  await then('the second holds the place and finds a notice', async () => {
    await second.goto(waiting);
    await expect(second.getByText('已预约').first()).toBeVisible();
    const [row] =
      await sql()`select taken, waiting from session_capacity where session_id = ${offering.session}`;
    expect(row).toMatchObject({ taken: 1, waiting: 0 });
    await second.goto('/me/notices');
    await expect(second.getByText(/走查：只有一个名额/).first()).toBeVisible();
  });
});

test('a parent adds a child, books a class, and the desk approves', async ({
  stranger,
  signIn,
  as,
}) => {
  const offering = await anOpenOffering({
    title: '走查：托管班',
    kind: 'childcare',
    capacity: 10,
    needsApproval: true,
    term: `走查${Date.now()}`,
    rules: { gradeMin: 1, gradeMax: 6 },
  });
  const page = await stranger();
  await signIn(page, await aMemberName());
  await when('she adds her child with consent', async () => {
    await page.goto('/me/family/add');
    await page.getByLabel('孩子姓名').fill('小禾苗');
    await page.getByLabel(/身份证号/).fill(aResidentId({ birthOn: '2017-05-12', sex: 'female' }));
    await page
      .getByLabel('年级', { exact: true })
      .selectOption(String(new Date().getFullYear() - 2));
    await tick(page, '母亲');
    await tick(page, /同意/);
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/add'));
  });
  await when('she books for the child', async () => {
    await book(page, offering);
    await expect(page.getByText(/等审核/).first()).toBeVisible();
  });
  const [booking] =
    await sql()`select id, name_grams, attendee_masked from bookings where offering_id = ${offering.id}`;
  await then('the desk’s row does not show the name in full', async () => {
    expect(String(booking?.attendee_masked)).not.toContain('小禾苗');
  });
  await when('the women’s department approves', async () => {
    const officer = await as('womenOfficer');
    await officer.goto(`/desk?case=b-${booking?.id}`);
    await officer.getByRole('button', { name: /^通过/ }).click();
    await officer.waitForURL(/undo=/);
  });
  await then(
    'the class is booked, and another class of the term is closed to this child',
    async () => {
      await page.reload();
      await expect(page.getByText('已预约').first()).toBeVisible();
    },
  );
});

test('a screening is booked and cancelled in neutral words, and nobody else hears of it', async ({
  stranger,
  signIn,
  as,
}) => {
  const title = '走查：健康服务';
  const offering = await anOpenOffering({
    title,
    kind: 'screening',
    capacity: 5,
    rules: { sex: 'female' },
  });
  const page = await stranger();
  await signIn(page, await aMemberName('female'));
  await page.goto(`/services/${offering.id}`);
  await page.getByRole('button', { name: /立即预约/ }).click();
  await page.waitForURL(/\/book/);
  await then('no question about marriage or pregnancy is asked', async () => {
    await expect(page.getByRole('textbox')).toHaveCount(0);
  });
  await when('she submits without and then with her consent', async () => {
    await page.getByRole('button', { name: '提交预约' }).click();
    await expect(alertOn(page)).toBeVisible();
    await tick(page, /同意/);
    await page.getByRole('button', { name: '提交预约' }).click();
    await page.waitForURL(/\/me\/bookings\//);
  });
  await then('her notices name no illness', async () => {
    const rows =
      await sql()`select title, body from notices n join bookings b on b.account_id = n.account_id
      where b.offering_id = ${offering.id}`;
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/癌|宫颈|乳腺|筛查/);
  });
  await then('neither the organisation officer nor a viewer sees who takes part', async () => {
    const [booking] = await sql()`select id from bookings where offering_id = ${offering.id}`;
    for (const who of ['organisationOfficer', 'viewer'] as const) {
      const officer = await as(who);
      const answer = await officer.goto(`/desk?case=b-${booking?.id}`);
      expect([403, 404]).toContain(answer?.status());
    }
  });
  await when('she cancels', async () => {
    await page.getByRole('link', { name: '取消预约' }).click();
    await page.getByRole('button', { name: '退掉名额' }).click();
    await expect(page.getByText('已取消').first()).toBeVisible();
  });
  const [row] =
    await sql()`select taken from session_capacity where session_id = ${offering.session}`;
  expect(row?.taken).toBe(0);
});

test('who may not book reads which rule, which fact and the way out', async ({
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({
    title: '走查：只限女职工',
    capacity: 5,
    rules: { sex: 'female' },
  });
  const page = await stranger();
  await signIn(page, await aMemberName('male'));
  await page.goto(`/services/${offering.id}`);
  await expect(page.getByText(/女/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '立即预约' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('the same booking sent three times is one booking', async ({ stranger, signIn, baseURL }) => {
  const offering = await anOpenOffering({ title: '走查：一次', capacity: 5 });
  const page = await stranger();
  await signIn(page, await aMemberName());
  await page.goto(`/services/${offering.id}/book?who=self&s=${offering.session}`);
  const key = await page.locator('input[name=idempotencyKey]').first().inputValue();
  const send = () =>
    page.request.post('/api/bookings', {
      headers: { Origin: baseURL ?? '', 'Idempotency-Key': key },
      data: {
        offeringId: offering.id,
        sessionId: offering.session,
        who: 'self',
      },
    });
  const answers = await Promise.all([send(), send(), send()]);
  for (const answer of answers) expect(answer.status()).toBeLessThan(300);
  const rows = await sql()`select 1 from bookings where offering_id = ${offering.id}`;
  expect(rows).toHaveLength(1);
});
