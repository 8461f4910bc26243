import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, given, test, then, when } from '../fixtures';
import { anOpenOffering, sql } from '../story';

/** A course that meets all day every day, from three days ago until ten days ahead, with `people` on its roll. */
async function aCourseWith(people: number): Promise<{ id: string; session: string }> {
  const title = `走查：名册${Date.now() % 100_000}`;
  const course = await anOpenOffering({ title, capacity: people });
  const db = sql();
  await db`update offering_sessions set details = '{"weekdays":[0,1,2,3,4,5,6]}'::jsonb,
      starts_at = t.today - interval '3 days', ends_at = t.today + interval '11 days' - interval '1 minute'
    from (select date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as today) t
    where id = ${course.session}`;
  await db`
    insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id, attendee_id,
      organisation_id, organiser_id, status, period, attendee_masked, phone_tail, created_at)
    select gen_random_uuid(), 'YY-' || left(${randomUUID()}, 6) || '-' || row_number() over (), s.id, o.id, o.kind,
      p.account_id, p.id, p.id, m.organisation_id, o.organisation_id, 'booked',
      tstzmultirange(tstzrange(s.starts_at, s.ends_at)), left(p.name, 1) || '**', a.phone_tail, now()
    from offering_sessions s join offerings o on o.id = s.offering_id,
      (select p.* from people p where p.name is not null and p.account_id is not null
        and exists (select 1 from memberships m where m.person_id = p.id and m.status = 'regular')
        and not exists (select 1 from bookings b where b.attendee_id = p.id)
        and not exists (select 1 from role_grants g where g.account_id = p.account_id)
        order by random() limit ${people}) p
      join memberships m on m.person_id = p.id and m.status = 'regular' join accounts a on a.id = p.account_id
    where s.id = ${course.session}`;
  await db`update session_capacity set taken = ${people} where session_id = ${course.session}`;
  return course;
}

/** Clicks and characters on the page, as they happen. */
async function countedOn(page: Page): Promise<{ clicks: number; keys: number }> {
  const done = { clicks: 0, keys: 0 };
  await page.exposeFunction('rollCounted', (what: 'clicks' | 'keys', n: number) => {
    done[what] += n;
  });
  await page.addInitScript(() => {
    const counted = Reflect.get(window, 'rollCounted') as (what: string, n: number) => void;
    addEventListener('pointerdown', () => counted('clicks', 1), true);
    addEventListener(
      'beforeinput',
      (event) => counted('keys', (event as InputEvent).data?.length ?? 0),
      true,
    );
  });
  return done;
}

const marksOf = async (session: string) => {
  const rows = await sql()<{ kind: string; n: number }[]>`select kind, count(*)::int as n
    from check_ins where session_id = ${session} group by kind order by kind`;
  return Object.fromEntries(rows.map((row) => [row.kind, row.n]));
};

test('an officer calls a roll of 32 with two absent and one excused in at most 6 clicks and no key @desktop', async ({
  as,
}) => {
  const course = await aCourseWith(32);
  const page = await as('economyOfficer');
  const done = await countedOn(page);
  await page.goto(`/desk/offerings/${course.id}/roll`);
  await given('all names by one look', async () => {
    await page.getByRole('button', { name: '本页姓名全部查看' }).click();
    await expect(page.getByRole('button', { name: '查看', exact: true })).toHaveCount(0);
  });
  const row = (n: number) => page.getByRole('row').nth(n);
  await when('she marks the exceptions and then the rest', async () => {
    await row(3).getByRole('button', { name: '缺席' }).click();
    await expect(row(3).getByText('缺席')).toBeVisible();
    await row(7).getByRole('button', { name: '缺席' }).click();
    await expect(row(7).getByText('缺席')).toBeVisible();
    await row(9).getByText('请假', { exact: true }).click();
    await row(9).getByRole('button', { name: '工作走不开' }).click();
    await expect(row(9).getByText('请假：工作走不开')).toBeVisible();
    await page.getByRole('button', { name: '其余 29 人到场' }).click();
    await expect(page.getByText('到场 29，未签 0')).toBeVisible();
  });
  await then('the ledger has them all', async () => {
    expect(await marksOf(course.session)).toEqual({ absent: 2, excused: 1, in: 29 });
  });
  process.stdout.write(`roll of 32: ${done.clicks} clicks, ${done.keys} keys\n`);
  expect(done.clicks, 'clicks').toBeLessThanOrEqual(6);
  expect(done.keys, 'keys').toBe(0);
});

test('an officer taps a sheet of several days without a network and saves it later @desktop', async ({
  as,
  problems,
}) => {
  const course = await aCourseWith(4);
  const page = await as('economyOfficer');
  await page.goto(`/desk/offerings/${course.id}/roll`);
  await page.getByRole('link', { name: '整张表点' }).click();
  const rest = page.getByRole('button', { name: /其余的人都记上/ });
  await when('the network goes while she taps', async () => {
    await expect(rest).toHaveCount(4);
    await page.context().setOffline(true);
    await page.getByLabel('缺席', { exact: true }).check();
    await page
      .getByRole('button', { name: /未签到$/ })
      .first()
      .click();
    await page.getByLabel('到场', { exact: true }).check();
    await rest.nth(0).click();
    await rest.nth(1).click();
    await page.getByRole('button', { name: '保存 8 格' }).click();
    await expect(page.getByText(/没有送达/).first()).toBeVisible();
    expect(problems.filter((one) => !one.startsWith('TypeError: Failed to fetch'))).toEqual([]);
    problems.length = 0;
  });
  await then('nothing of it is lost, also when she opens the page again', async () => {
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: '保存 8 格' }).click();
    await expect(page.getByText('已记 8 格。')).toBeVisible();
    expect(await marksOf(course.session)).toEqual({ absent: 1, in: 7 });
    await expect(page.getByRole('button', { name: '保存', exact: true })).toBeVisible();
  });
  await then('seats and badges come on paper with whole names for a reason', async () => {
    await page.goto(`/desk/offerings/${course.id}/roll/print?sheet=seats`);
    await expect(page.getByText('讲台')).toBeVisible();
    await page.getByRole('link', { name: '胸卡' }).click();
    await expect(page.getByText('A4 纵向，沿虚线裁开')).toBeVisible();
    await page.getByLabel('要完整姓名，请写明用途').fill('制作胸卡');
    await page.getByRole('button', { name: '换成完整姓名' }).click();
    await expect(page.getByText('已换成完整姓名')).toBeVisible();
    await expect(page.getByText('第 1 页，共 1 页')).toBeVisible();
    const [look] = await sql()`select after from audit_entries
      where action = 'print_roll' and entity_id = ${course.session}`;
    expect(look?.after).toMatchObject({ sheet: 'badges', rows: 4 });
  });
});

test('a class asks a condition of its own, and a visitor reads it before choosing @desktop', async ({
  as,
  stranger,
}) => {
  const title = `走查：分班${Date.now() % 100_000}`;
  const offering = await anOpenOffering({ title, capacity: 5, rules: { ageMax: 60 } });
  const other = randomUUID();
  await sql()`insert into offering_sessions (id, offering_id, title, starts_at, ends_at, place)
    select ${other}, offering_id, '青年班', starts_at + interval '1 day', ends_at + interval '1 day', place
    from offering_sessions where id = ${offering.session}`;
  await sql()`insert into session_capacity (session_id, capacity) values (${other}, 5)`;
  const page = await as('economyOfficer');
  await when('she adds it to one session', async () => {
    await page.goto(`/desk/offerings/${offering.id}/conditions`);
    await page.getByRole('link', { name: /加条件.*青年班/ }).click();
    await page.getByLabel('再加一条').selectOption('age');
    await page.getByRole('button', { name: '加上' }).click();
    await page.getByLabel('不超过多少周岁').fill('35');
    await page.getByRole('button', { name: '预览影响' }).last().click();
    await page.getByRole('button', { name: '保存条件' }).click();
    await expect(page.getByText('条件已存为第 1 版')).toBeVisible();
  });
  await then('everybody reads it beside that session', async () => {
    const visitor = await stranger();
    await visitor.goto(`/services/${offering.id}`);
    await expect(visitor.getByText('这一场只收：35 周岁及以下')).toHaveCount(1);
  });
});
