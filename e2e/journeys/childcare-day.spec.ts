import { expect, given, test, then, when } from '../fixtures';
import { sql } from '../story';

const title = '江南街道放学后托管班（2026秋）';

/** The seeded class, on all day today, with the check of its volunteer taken away and not yet open. */
async function aClassToOpen() {
  const [found] = await sql()<{ offering: string; session: string; booking: string }[]>`
    select o.id as offering, s.id as session, b.id as booking
    from offerings o join offering_sessions s on s.offering_id = o.id
    join bookings b on b.session_id = s.id join accounts a on a.id = b.account_id
    where o.title = ${title} and a.display_name = '陈一帆'`;
  if (!found) throw new Error('no class in the demo');
  const { session } = found;
  await sql()`delete from class_openings where session_id = ${session}`;
  await sql()`
    update class_staff set check_passed_on = null, check_reference = null, check_valid_until = null
    where session_id = ${session} and role = 'volunteer'`;
  await sql()`
    update offering_sessions set starts_at = t.today - interval '3 days',
      ends_at = t.today + interval '4 days' - interval '1 minute',
      details = '{"weekdays": [0, 1, 2, 3, 4, 5, 6], "note": ""}'
    from (select date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as today) t
    where id = ${session}`;
  // Told as soon as may be, so that the story is the same shortly after midnight.
  await sql()`insert into settings (key, value) values ('childcare_absence_minutes', '5')
    on conflict (key) do update set value = excluded.value`;
  return found;
}

test('a class is blocked for a missing check, opens with it, and a child goes home with a one-day code', async ({
  as,
}) => {
  const made = await given('a class whose volunteer has no check', aClassToOpen);
  const [desk, parent] = [await as('townAdmin'), await as('courier')];
  const teacher = await as('classTeacher');
  const staffPage = `/desk/offerings/${made.offering}/staff`;
  const record = `/class/${made.session}/${made.booking}`;

  await then('it says why it cannot open, and takes nobody in', async () => {
    await desk.goto(staffPage);
    await expect(desk.getByText('缺 1 人犯罪记录查询，不能开班')).toBeVisible();
    await expect(desk.getByRole('button', { name: '开班' })).toHaveCount(0);
    await desk.goto(`/class/${made.session}`);
    await expect(desk.getByText(/不能让孩子入班/)).toBeVisible();
  });

  await when('the check is recorded and the class opened', async () => {
    await desk.goto(staffPage);
    await desk.getByRole('link', { name: '录入查询', exact: true }).click();
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await desk.getByLabel('查询通过日期').fill(yesterday);
    await desk.getByLabel('查询编号').fill('港南查〔2026〕208');
    await desk.getByRole('button', { name: '保存查询' }).click();
    await desk.getByRole('button', { name: '开班', exact: true }).click();
    await expect(desk.getByRole('link', { name: '打开签到' })).toBeVisible();
  });

  await when('the child has not come, its guardians are told', async () => {
    await sql()`select graphile_worker.add_job('watch_classes')`;
    await expect(async () => {
      const notified = await sql()`
        select 1 from notices where dedupe_key like ${`class_absence:${made.booking}:%`}`;
      expect(notified.length).toBeGreaterThan(0);
    }).toPass({ timeout: 20_000 });
    await parent.goto(`/me/bookings/${made.booking}/class`);
    await expect(parent.getByText(/今天：未到/)).toBeVisible();
  });

  await when('the teacher finds her class and signs the child in', async () => {
    await teacher.goto('/me');
    await teacher.getByRole('link').filter({ hasText: title }).click();
    await teacher.waitForURL(`**/class/${made.session}`);
    const row = teacher.getByRole('listitem').filter({
      has: teacher.locator(`a[href="${record}"]`),
    });
    await row.getByRole('button', { name: '签到' }).click();
    await expect(row.getByText(/已到/)).toBeVisible();
  });

  await then('an officer who is not assigned to the class opens no record of a child', async () => {
    const officer = await as('womenOfficer');
    await officer.goto(`/class/${made.session}`);
    await expect(officer.getByText(/只对本班看护人员开放/)).toBeVisible();
    await expect(officer.getByRole('button', { name: '签到' })).toHaveCount(0);
    expect((await officer.goto(record))?.status()).toBe(404);
  });

  const code = await when('the parent makes a code for today', async () => {
    await parent.goto(`/me/bookings/${made.booking}/class`);
    await expect(parent.getByText(/今天：已到/)).toBeVisible();
    await parent.getByLabel('谁来接').fill('张伟');
    await parent.getByRole('button', { name: '生成接送码' }).click();
    const shown = parent.locator('[data-code]');
    await expect(shown).toHaveText(/^\d{6}$/);
    return (await shown.textContent()) ?? '';
  });

  await when('a stranger is turned away, and the bearer of the code let go', async () => {
    await teacher.goto(record);
    await teacher
      .getByRole('textbox', { name: '接送码' })
      .fill(code === '000000' ? '000001' : '000000');
    await teacher.getByRole('button', { name: '核对并交接' }).click();
    await expect(teacher.getByText(/接送码不对/).first()).toBeVisible();
    await teacher.getByRole('textbox', { name: '接送码' }).fill(code);
    await teacher.getByRole('button', { name: '核对并交接' }).click();
    await teacher.waitForURL(`**/class/${made.session}`);
    await expect(teacher.getByText(/已接走 .*张伟/)).toBeVisible();
  });

  await when('something happened, the teacher writes it down', async () => {
    await teacher.goto(`/class/${made.session}/incidents`);
    await teacher.getByLabel('哪个孩子').selectOption(made.booking);
    await teacher.getByLabel('发生了什么').fill('手指蹭破皮');
    await teacher.getByLabel('怎样处理').fill('消毒，贴创可贴');
    await teacher.getByRole('button', { name: '记下，并告诉家长' }).click();
    await expect(teacher.getByText('手指蹭破皮').first()).toBeVisible();
  });

  await then('the parent sees who fetched the child, and who looked at its record', async () => {
    await parent.reload();
    await expect(parent.getByText(/今天：已接走 .*张伟/)).toBeVisible();
    await expect(parent.getByText('手指蹭破皮')).toBeVisible();
    await expect(parent.getByRole('heading', { name: '谁看过孩子的资料' })).toBeVisible();
    await expect(parent.getByText(/李素梅/).first()).toBeVisible();
  });
});
