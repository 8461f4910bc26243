import type { Page } from '@playwright/test';
import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, aResidentId, sql, tick } from '../story';

const dayFromNow = (n: number) =>
  new Date(Date.now() + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** A childcare class of few places that are drawn by tomorrow's lottery. */
async function aDrawnClass(title: string, capacity: number) {
  const offering = await anOpenOffering({
    title,
    kind: 'childcare',
    capacity,
    term: `抽签${Date.now()}`,
  });
  const terms = {
    waitlist: { mode: 'offer' },
    draw: { seed: 'lottery', seedOn: dayFromNow(1), publicDays: 7 },
  };
  await sql()`update offerings set allocation = 'draw',
    allocation_terms = ${JSON.stringify(terms)}::text::jsonb where id = ${offering.id}`;
  return offering;
}

async function addChild(page: Page, name: string) {
  await page.goto('/me/family/add');
  await page.getByLabel('孩子姓名').fill(name);
  await page.getByLabel(/身份证号/).fill(aResidentId({ birthOn: '2017-05-12', sex: 'female' }));
  await page.getByLabel('年级', { exact: true }).selectOption(String(new Date().getFullYear() - 2));
  await tick(page, '母亲');
  await tick(page, /同意/);
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/add'));
}

/** From the class's page to the receipt; answers with the booking's address and its 报名号. */
async function enter(page: Page, offering: { id: string }) {
  await page.goto(`/services/${offering.id}`);
  await page.getByRole('button', { name: '报名抽签' }).click();
  await page.waitForURL(/\/book/);
  await page.getByRole('button', { name: '报名抽签' }).click();
  await page.waitForURL(/\/me\/bookings\//);
  const id = /bookings\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const [row] = await sql()`select entry_no from bookings where id = ${id}`;
  return { id, no: Number(row?.entry_no) };
}

/** The night of the lottery has come; what is sealed is past changing, so the guard steps aside. */
async function theNight(session: string): Promise<void> {
  await sql().begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update draws set seed_on = seed_on - 2 where session_id = ${session}`;
  });
}

async function closeEntries(offering: { id: string }) {
  await sql()`update offerings set booking_closes_at = now() - interval '1 minute' where id = ${offering.id}`;
}

test('two parents enter a draw; one gets the place, the other waits, and both check it themselves', async ({
  stranger,
  signIn,
  as,
}) => {
  const offering = await aDrawnClass('走查：抽签托管班', 1);
  const parents = [await stranger(), await stranger()];
  const entries: { id: string; no: number }[] = [];
  await given('two parents have entered a child each and hold a number, not a place', async () => {
    for (const [n, page] of parents.entries()) {
      await signIn(page, await aMemberName());
      await addChild(page, ['小禾苗', '小石榴'][n] ?? '');
      entries.push(await enter(page, offering));
      await expect(page.getByText(/等抽签/).first()).toBeVisible();
    }
  });
  const officer = await as('womenOfficer');
  await when('entries close and the list is sealed', async () => {
    await closeEntries(offering);
    await officer.goto(`/desk/offerings/${offering.id}/draw`);
    // The portal seals by itself within a minute; whoever is first, it happens once.
    const seal = officer.getByRole('button', { name: '封存名单' });
    if (await seal.isVisible()) await seal.click();
    await expect(officer.getByText('名单已封存').first()).toBeVisible();
  });
  const [draw] =
    await sql()`select id, entries_hash as hash from draws where session_id = ${offering.session}`;
  await then('anyone reads the list and its fingerprint, and no name', async () => {
    const anyone = await stranger();
    const list = await anyone.request.get(`/draws/${draw?.id}/list.txt`);
    expect(await list.text()).toContain('entries 2');
    expect(await list.text()).not.toMatch(/[\u4e00-\u9fff]/);
    await anyone.goto(`/draws/${draw?.id}`);
    await expect(anyone.getByText(String(draw?.hash).slice(0, 4)).first()).toBeVisible();
  });
  await when('the night comes, the officer enters the number and draws, once', async () => {
    await theNight(offering.session);
    await officer.reload();
    await officer.getByLabel('期号').fill(`${dayFromNow(-1).slice(0, 4)}153`);
    await officer.getByLabel('开奖号', { exact: true }).fill('407');
    await officer.getByLabel('再输一次开奖号').fill('407');
    await officer.getByRole('button', { name: '公布号码' }).click();
    await officer.getByRole('button', { name: '抽签', exact: true }).click();
    await expect(officer.getByText('已抽签').first()).toBeVisible();
    await expect(officer.getByRole('button', { name: '抽签', exact: true })).toHaveCount(0);
  });
  const [first] =
    await sql()`select entry_no from draw_results where draw_id = ${draw?.id} and rank = 1`;
  const winner = entries.findIndex((e) => e.no === first?.entry_no);
  const [won, lost] = [parents[winner], parents[1 - winner]];
  if (!won || !lost) throw new Error('nobody was drawn first');
  await then('one reads that she has the place, the other her place in the queue', async () => {
    await won.goto(`/draws/${draw?.id}`);
    await expect(won.getByText('抽中了').first()).toBeVisible();
    await won.getByRole('link', { name: '看我的预约' }).click();
    await expect(won.getByText('已预约').first()).toBeVisible();
    await lost.goto(`/draws/${draw?.id}`);
    await expect(lost.getByText(/没有抽中，候补第 1 位/).first()).toBeVisible();
    await expect(lost.getByText(/排第 2/).first()).toBeVisible();
  });
  await then('the loser does the whole draw again on her phone, and it is the same', async () => {
    await lost.getByRole('link', { name: /在手机上重算一遍/ }).click();
    await lost.getByRole('button', { name: '开始重算' }).click();
    await expect(lost.locator('[data-said=same]')).toBeVisible();
  });
  await then('were one entry changed on the way, her phone would say so', async () => {
    await lost.route('**/list.txt', async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replace(/^(0002 \d+) 1 /m, '$1 9 ');
      await route.fulfill({ response: answer, body: text });
    });
    await lost.getByRole('button', { name: '再算一遍' }).click();
    await expect(lost.locator('[data-said=list]')).toBeVisible();
  });
});

test('before the opening minute everything is filled in; in it all are equal, and the system draws', async ({
  stranger,
  signIn,
}) => {
  test.setTimeout(150_000);
  const offering = await anOpenOffering({ title: '走查：开放后一分钟', capacity: 1 });
  await sql()`update offerings set booking_opens_at = now() + interval '1 hour',
    allocation_terms = '{"equalMinutes": 10}' where id = ${offering.id}`;
  const [early, late] = [await stranger(), await stranger()];
  await signIn(early, await aMemberName('female'));
  await given('a member has filled in everything and sees the countdown', async () => {
    await early.goto(`/services/${offering.id}`);
    await early.getByRole('button', { name: /先填好/ }).click();
    await early.waitForURL(/\/book/);
    await expect(early.getByText(/符合|可以/).first()).toBeVisible();
    await expect(early.getByText(/分|秒/).first()).toBeVisible();
  });
  await when('it opens, and two come within the ten minutes', async () => {
    await sql()`update offerings set booking_opens_at = now() - interval '1 second' where id = ${offering.id}`;
    await early.reload();
    await early.getByRole('button', { name: '报名抽签' }).click();
    await early.waitForURL(/\/me\/bookings\//);
    await signIn(late, await aMemberName('male'));
    await enter(late, offering);
    await expect(late.getByText(/等抽签/).first()).toBeVisible();
  });
  await when('the minutes are over', async () => {
    await sql()`update offerings set booking_opens_at = now() - interval '11 minutes' where id = ${offering.id}`;
    await sql()`update bookings set created_at = now() - interval '10 minutes 30 seconds'
      where offering_id = ${offering.id}`;
    await sql()`select add_job('hold_draw', json_build_object('id', ${offering.session}::text),
      job_key => ${`draw:${offering.session}`})`;
  });
  await then('the system has drawn by itself, and what it had sealed before fits', async () => {
    await expect
      .poll(
        async () =>
          (await sql()`select status from draws where session_id = ${offering.session}`)[0]?.status,
        {
          timeout: 90_000,
        },
      )
      .toBe('drawn');
    const rows =
      await sql()`select status from bookings where offering_id = ${offering.id} order by status`;
    expect(rows.map((row) => row.status)).toEqual(['booked', 'waitlisted']);
    const [draw] = await sql()`select id from draws where session_id = ${offering.session}`;
    await late.goto(`/draws/${draw?.id}/verify`);
    await late.getByRole('button', { name: '开始重算' }).click();
    await expect(late.locator('[data-said=same]')).toBeVisible();
  });
});

test('a witness gets the fingerprint of a sentence without sending it', async ({ page }) => {
  const posted: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') posted.push(request.url());
  });
  await page.goto('/draws/fingerprint');
  await page.getByLabel('口令', { exact: true }).fill('短');
  await page.getByRole('button', { name: '算出校验码' }).click();
  await expect(page.getByText('口令至少 8 个字。')).toBeVisible();
  await page.getByLabel('口令', { exact: true }).fill('春江水暖鸭先知呀');
  await page.getByRole('button', { name: '算出校验码' }).click();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  expect(posted).toEqual([]);
});
