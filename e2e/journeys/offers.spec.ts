import type { Page } from '@playwright/test';
import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, sql } from '../story';

async function anOfferedCourse(title: string, capacity: number) {
  const offering = await anOpenOffering({ title, capacity });
  await sql()`update offerings set allocation_terms = '{"waitlist": {"mode": "offer"}}'
    where id = ${offering.id}`;
  return offering;
}

async function book(page: Page, offering: { id: string }): Promise<string> {
  await page.goto(`/services/${offering.id}`);
  await page.getByRole('button', { name: /立即预约|候补/ }).click();
  await page.waitForURL(/\/book/);
  await page.getByRole('button', { name: /提交预约|加入候补/ }).click();
  await page.waitForURL(/\/me\/bookings\//);
  return /bookings\/([^/?]+)/.exec(page.url())?.[1] ?? '';
}

async function cancel(page: Page, id: string) {
  await page.goto(`/me/bookings/${id}`);
  await page.getByRole('link', { name: '取消预约' }).click();
  await page.getByRole('button', { name: '退掉名额' }).click();
  await expect(page.getByText('已取消').first()).toBeVisible();
}

const statusOf = async (id: string) =>
  (await sql()`select status from bookings where id = ${id}`)[0]?.status;

test('an offer is claimed at the last minute; one answered too late has gone to the next', async ({
  stranger,
  signIn,
}) => {
  // Offers that have run out are looked for once a minute, or when asked.
  test.setTimeout(180_000);
  const offering = await anOfferedCourse('走查：候补确认', 1);
  const pages: Page[] = [];
  const ids: string[] = [];
  await given('one has the place and two wait, each told where', async () => {
    for (let n = 0; n < 3; n++) {
      const page = await stranger();
      await signIn(page, await aMemberName(n % 2 ? 'male' : 'female'));
      pages.push(page);
      ids.push(await book(page, offering));
    }
  });
  const [holder, second, third] = pages;
  if (!holder || !second || !third) throw new Error('too few pages');
  const [first = '', next = '', last = ''] = ids;
  await then('the last one reads her place in the queue and why', async () => {
    await third.goto(`/me/bookings/${last}`);
    await expect(third.getByText(/候补中，第 2 位/)).toBeVisible();
    await expect(third.getByText(/您排第 2 位，前面的人都有名额后轮到您/)).toBeVisible();
  });
  await when('the place comes free', async () => cancel(holder, first));
  await then('it is held for the next, with the time that is left', async () => {
    await second.goto(`/me/bookings/${next}`);
    await expect(second.getByText(/名额为您留到/).first()).toBeVisible();
    await expect(second.getByText(/还剩/).first()).toBeVisible();
    expect([await statusOf(next), await statusOf(last)]).toEqual(['offered', 'waitlisted']);
  });
  await when('she looks at the page until the last minute has run out', async () => {
    await sql()`update bookings set offer_expires_at = now() - interval '1 second' where id = ${next}`;
    await sql()`update outbox set status = 'sent' where status = 'waiting'`;
    await second.getByRole('button', { name: '确认要这个名额' }).click();
  });
  await then('she is told that it was too late, and the next one is asked', async () => {
    await expect(second.getByText(/确认时间已过/).first()).toBeVisible();
    await sql()`select add_job('tend_places', '{}'::json)`;
    await expect.poll(() => statusOf(last), { timeout: 90_000 }).toBe('offered');
  });
  await when('the next one says yes half a minute before the end', async () => {
    await sql()`update bookings set offer_expires_at = now() + interval '30 seconds' where id = ${last}`;
    await third.goto(`/me/bookings/${last}`);
    await third.getByRole('button', { name: '确认要这个名额' }).click();
    await third.waitForURL(/done=claimed/);
  });
  await then('the place is hers, and taken once', async () => {
    await expect(third.getByText('已预约').first()).toBeVisible();
    const [places] =
      await sql()`select taken, waiting from session_capacity where session_id = ${offering.session}`;
    expect(places).toMatchObject({ taken: 1, waiting: 0 });
  });
});

test('an officer explains a refusal by the why-panel, and gives a place above capacity only with a reason @desktop', async ({
  stranger,
  signIn,
  as,
}) => {
  const offering = await anOfferedCourse('走查：为什么还没轮到', 3);
  let first = '';
  await given('three places: one taken, one held for an answer, one kept for riders', async () => {
    await sql()`insert into carve_outs (id, session_id, label, position, capacity, criteria)
      values (gen_random_uuid(), ${offering.session}, '外卖骑手', 1, 1,
        '{"newFormOnly":false,"occupations":["no_such_trade"],"organisationIds":[]}')`;
    await sql()`update session_capacity set reserved = 1 where session_id = ${offering.session}`;
    const [holder, holding] = [await stranger(), await stranger()];
    for (const [n, page] of [holder, await stranger(), holding].entries()) {
      await signIn(page, await aMemberName(n === 1 ? 'male' : 'female'));
      const id = await book(page, offering);
      if (page === holding) await cancel(holder, first);
      else if (page === holder) first = id;
    }
  });
  const waiter = await stranger();
  await signIn(waiter, await aMemberName('female'));
  const waiting = await book(waiter, offering);
  const officer = await as('economyOfficer');
  await then('each place stands in one line, and the lines add up to three', async () => {
    await officer.goto(`/desk/offerings/${offering.id}`);
    const panel = officer
      .locator('section')
      .filter({ has: officer.getByRole('heading', { name: '3 个名额使用情况' }) });
    for (const words of [/已预约/, /给候补留着/, /外卖骑手预留/, /现在能报/]) {
      await expect(panel.getByText(words).first()).toBeVisible();
    }
    const counts = (await panel.locator('li > b').allTextContents()).map(Number);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(3);
  });
  await then(
    'she who waits is explained in one sentence, to the officer and to herself',
    async () => {
      await officer.goto(`/desk/offerings/${offering.id}/waitlist`);
      await expect(officer.getByText(/空着的 1 个留给外卖骑手/).first()).toBeVisible();
      await waiter.goto(`/me/bookings/${waiting}`);
      await expect(waiter.getByText(/候补/).first()).toBeVisible();
      await expect(waiter.getByText(/就轮到/).first()).toBeVisible();
    },
  );
  await when('the officer tries without a reason, then writes one', async () => {
    await officer.getByText('特批…').last().click();
    await officer.getByRole('button', { name: '特批这个人' }).last().click();
    await expect(officer.getByText('请写明原因，会记入操作日志').last()).toBeVisible();
    await officer.getByLabel('原因').last().fill('名单漏登，区总会研究同意');
    await officer.getByRole('button', { name: '特批这个人' }).last().click();
    await expect.poll(() => statusOf(waiting)).toBe('booked');
  });
  await then('it is counted apart, and the three places stay as they are', async () => {
    await officer.goto(`/desk/offerings/${offering.id}`);
    await expect(officer.getByText(/另有特批/).first()).toBeVisible();
    const [places] = await sql()`select capacity, taken, overridden from session_capacity
      where session_id = ${offering.session}`;
    expect(places).toMatchObject({ capacity: 3, overridden: 1 });
    const [audit] = await sql()`select reason from audit_entries
      where action = 'override_place' and entity_id = ${waiting}`;
    expect(audit).toBeTruthy();
  });
});
