import { randomUUID } from 'node:crypto';
import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, sql, tick } from '../story';

const hospital = '港南区荷城社区卫生服务中心';

/** A screening with half-days at a hospital whose desk receives there, all open to change. */
async function aScreening() {
  const title = '走查：两癌到检';
  const made = await anOpenOffering({ title, kind: 'screening', capacity: 5 });
  const db = sql();
  await db`update offering_sessions set place = ${hospital} where id = ${made.session}`;
  const others = [randomUUID(), randomUUID(), randomUUID()];
  for (const [at, id] of others.entries()) {
    await db`
      insert into offering_sessions (id, offering_id, title, starts_at, ends_at, place)
      values (${id}, ${made.id}, ${`第${at + 2}场`}, date_trunc('day', now()) + make_interval(days => ${40 + at}, hours => 1),
        date_trunc('day', now()) + make_interval(days => ${40 + at}, hours => 4), ${hospital})`;
    await db`insert into session_capacity (session_id, capacity) values (${id}, 5)`;
  }
  await db`
    insert into screening_hospitals (offering_id, place, hospital_id, set_at)
    select ${made.id}, ${hospital}, id, now() from organisations where name = ${hospital}`;
  return made;
}

test('a woman moves her half-day twice and no more; the hospital sees its own list of the day, and nobody else hears', async ({
  as,
  stranger,
  signIn,
}) => {
  const offering = await aScreening();
  const woman = await stranger();
  const name = await aMemberName('female');
  await signIn(woman, name);
  const booking = await given('a half-day that she booked', async () => {
    await woman.goto(`/services/${offering.id}/book?s=${offering.session}`);
    await tick(woman, /同意/);
    await woman.getByRole('button', { name: '提交预约' }).click();
    await woman.waitForURL(/\/me\/bookings\/[^/]+/);
    return /bookings\/([^/?]+)/.exec(woman.url())?.[1] ?? '';
  });
  await when('she moves it twice', async () => {
    for (const left of [2, 1]) {
      await woman.goto(`/me/bookings/${booking}`);
      await expect(woman.getByText(`还可以改期 ${left} 次`)).toBeVisible();
      await woman.getByRole('link', { name: '改期' }).click();
      await woman.waitForURL(/reschedule/);
      await woman.locator('input[type=radio]:not(:disabled)').nth(left).check({ force: true });
      await woman.getByRole('button', { name: '确定改期' }).click();
      await woman.waitForURL((url) => !url.pathname.endsWith('/reschedule'));
    }
  });
  await then('a third time is refused, with what to do instead', async () => {
    await woman.goto(`/me/bookings/${booking}`);
    await expect(woman.getByText('已改期 2 次，不能再改')).toBeVisible();
    await expect(woman.getByRole('link', { name: '改期' })).toHaveCount(0);
  });

  const desk = await as('hospitalDesk');
  const row = desk.getByRole('row').filter({ has: desk.locator(`input[value="${booking}"]`) });
  await then('before the day the hospital sees nobody', async () => {
    await desk.goto('/desk/hospital');
    await expect(row).toHaveCount(0);
  });
  await when('the day has come, the desk marks that she was there', async () => {
    await sql()`
      update offering_sessions set starts_at = now() - interval '1 minute', ends_at = now() + interval '3 hours'
      where id = (select session_id from bookings where id = ${booking})`;
    await desk.reload();
    await expect(row).toContainText(name);
    await desk.getByLabel(/扫码，或输入/).fill(name);
    await desk.getByRole('button', { name: '查找' }).click();
    await expect(desk.getByRole('list', { name: '找到' })).toContainText(name);
    await row.getByRole('button', { name: '标记已到检' }).click();
    await expect(row.getByText('已到检', { exact: true })).toBeVisible();
  });
  await then('that is all that is kept', async () => {
    const [stored] = await sql()`
      select status, health_sealed, answers_sealed, reason from bookings where id = ${booking}`;
    const nothing = { health_sealed: null, answers_sealed: null, reason: null };
    expect(stored).toEqual({ status: 'attended', ...nothing });
  });
  await then('her union finds nobody, and no notice names what it was', async () => {
    for (const who of ['unionAdmin', 'townAdmin', 'organisationOfficer'] as const) {
      const officer = await as(who);
      const answer = await officer.goto(`/desk/offerings/${offering.id}/roll`);
      expect([403, 404]).toContain(answer?.status());
    }
    const notified = await sql()`
      select n.title, n.body from notices n join bookings b on b.account_id = n.account_id where b.id = ${booking}`;
    expect(notified.length).toBeGreaterThan(0);
    expect(JSON.stringify(notified)).not.toMatch(/癌|宫颈|乳腺|筛查|医院|卫生/);
  });
});
