import { expect, given, test, then, when } from '../fixtures';
import { sql } from '../story';

const course = '有限空间作业安全培训（单位统一报名）';
const union = '江南街道新就业形态联合工会';

/** Each story has a session of its own: looking through a new list replaces the draft before it. */
async function sessionAt(place: 0 | 1) {
  const rows = await sql()<{ offering: string; session: string }[]>`
    select o.id as offering, s.id as session from offerings o join offering_sessions s on s.offering_id = o.id
    where o.title = ${course} order by s.starts_at`;
  const row = rows[place];
  if (!row) throw new Error('the demo has no course for unions');
  return row;
}

const bookingsOf = (session: string) => sql()`select 1 from bookings where session_id = ${session}`;

/** Phones are sealed, so the story gives these members numbers that it knows. */
async function namesOf(size: number): Promise<string[]> {
  const people = await sql()<{ name: string; tail: string }[]>`
    select p.name, a.phone_tail as tail from people p join accounts a on a.id = p.account_id
    join organisations o on o.id = p.union_id where o.name = ${union} and a.display_name <> '陈一帆'
    order by p.id limit ${size}`;
  return people.map((p) => p.name);
}

test('a chair hands in 500 names: dry-run, three bad rows, one list, taken back as one @desktop', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const { offering, session } = await sessionAt(0);
  const before = (await bookingsOf(session)).length;
  const chair = await as('unionAdmin');
  const strangers = Array.from(
    { length: 497 },
    (_, n) => `张${'一二三四五六七八九'[n % 9]}\t1899${String(n).padStart(7, '0')}`,
  );
  const bad = ['李四\t1380000', '\t13800000001', '王五😀\t13800000002'];
  await when('500 lines are pasted', async () => {
    await chair.goto(`/desk/unit-lists/new?offering=${offering}&session=${session}`);
    await chair.getByLabel('粘贴名单').fill([...strangers, ...bad].join('\n'));
    await chair.getByRole('button', { name: /先核对/ }).click();
    await chair.waitForURL(/\/desk\/unit-lists\/[0-9a-f-]{36}/, { timeout: 60_000 });
  });
  await then('each line says what would become of it, and nothing has happened', async () => {
    await expect(chair.getByText(/497 人还不是本单位会员/)).toBeVisible();
    await expect(chair.getByText(/3 行不会报/)).toBeVisible();
    await chair.getByRole('link', { name: '填写有误 3' }).click();
    await expect(chair.getByText('手机号应为11位，请核对')).toBeVisible();
    await expect(chair.getByText('请填写姓名')).toBeVisible();
    expect(await bookingsOf(session)).toHaveLength(before);
  });
});

test('names ticked in the roster: the worker says yes herself, and the list goes back as one @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const { offering, session } = await sessionAt(1);
  const chair = await as('unionAdmin');
  const [first = '', second = ''] = await namesOf(2);
  await when('the chair ticks two members and hands the list in', async () => {
    await chair.goto(`/desk/unit-lists/new?offering=${offering}&session=${session}&by=roster`);
    await chair
      .getByLabel(new RegExp(`^${first}`))
      .first()
      .check();
    await chair
      .getByLabel(new RegExp(`^${second}`))
      .first()
      .check();
    await chair.getByRole('button', { name: /先核对/ }).click();
    await expect(chair.getByText(/交单后 2 人有名额/)).toBeVisible();
    await chair.getByRole('button', { name: /交单（2 人）/ }).click();
    await expect(chair.getByText(/已交/).first()).toBeVisible();
  });
  const listAddress = chair.url();
  await then('the worker confirms on her phone', async () => {
    const [named] = await sql()<{ id: string; name: string }[]>`
      select b.id, a.display_name as name from bookings b join accounts a on a.id = b.account_id
      where b.session_id = ${session} and b.status = 'offered' order by b.number limit 1`;
    const phone = await stranger();
    await signIn(phone, named?.name ?? '');
    await phone.goto(`/me/bookings/${named?.id}`);
    await phone.getByRole('button', { name: /确认/ }).first().click();
    await expect(phone.getByText('已预约').first()).toBeVisible();
  });
  await given('the chair sees who has said yes', async () => {
    await chair.goto(listAddress.split('?')[0] ?? listAddress);
    await expect(chair.getByText('等本人确认')).toBeVisible();
  });
  await then('taken back, nobody holds a place and both read why', async () => {
    await chair.getByText(/撤回整份名单（/).click();
    await chair.getByLabel('撤回的原因').fill('期次选错了');
    await chair.getByRole('button', { name: '撤回整份名单' }).click();
    await expect(chair.getByText(/已撤回，原因：期次选错了/)).toBeVisible();
    const held = await sql()`select 1 from bookings where session_id = ${session}
      and status in ('offered', 'booked', 'waitlisted')`;
    expect(held).toHaveLength(0);
  });
});
