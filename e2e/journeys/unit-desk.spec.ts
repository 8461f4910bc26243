import { expect, given, test, then, when } from '../fixtures';
import { anOpenOffering, sql } from '../story';

const course = '有限空间作业安全培训（单位统一报名）';
const union = '江南街道新就业形态联合工会';

/** The course of the demo that takes names from unions; its first session is full. */
async function secondSession() {
  const rows = await sql()<{ offering: string; session: string }[]>`
    select o.id as offering, s.id as session from offerings o join offering_sessions s on s.offering_id = o.id
    where o.title = ${course} order by s.starts_at`;
  const row = rows[1];
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

test('a chair hands in 500 names: dry-run, bad rows, the same list twice, taken back as one @desktop', async ({
  as,
}) => {
  test.setTimeout(180_000);
  const { id: offering, session } = await anOpenOffering({ title: '走查：单位名单', capacity: 5 });
  await sql()`update offerings set allocation = 'unit' where id = ${offering}`;
  const before = (await bookingsOf(session)).length;
  const chair = await as('unionAdmin');
  // Her own phone is the one of this union that the demo tells; the others are strangers to it.
  const known = '梁海燕\t13900000031';
  const strangers = Array.from(
    { length: 495 },
    (_, n) => `张${'一二三四五六七八九'[n % 9]}\t1899${String(n).padStart(7, '0')}`,
  );
  const bad = ['李四\t1380000', '\t13800000001', '王五😀\t13800000002'];
  const list = [known, ...strangers, known, ...bad].join('\n');
  const look = async (text: string) => {
    await chair.goto(`/desk/unit-lists/new?offering=${offering}&session=${session}`);
    await chair.getByLabel('粘贴名单').fill(text);
    await chair.getByRole('button', { name: '核对名单' }).click();
    await chair.waitForURL(/\/desk\/unit-lists\/[0-9a-f-]{36}/, { timeout: 60_000 });
  };
  await given('a file of 50 MB, which is stopped beside its field', async () => {
    await chair.goto(`/desk/unit-lists/new?offering=${offering}&session=${session}&by=file`);
    const buffer = Buffer.alloc(50_000_000, 80);
    const file = chair.locator('input[type=file]');
    await file.setInputFiles({ name: '名单.xlsx', mimeType: 'application/zip', buffer });
    await chair.getByRole('button', { name: '核对名单' }).click();
    await expect(
      chair.getByText('文件 47.7 MB，一次最多 1 MB，请换一个小的').first(),
    ).toBeVisible();
    await expect(chair.getByText('名单.xlsx')).toBeVisible();
    await file.setInputFiles({
      name: '照片.xlsx',
      mimeType: 'application/zip',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
    });
    await chair.getByRole('button', { name: '核对名单' }).click();
    await expect(chair.getByText(/认不出这个文件/).first()).toBeVisible();
  });
  await when('500 lines are pasted', () => look(list));
  await then('each line says what would become of it, and nothing has happened', async () => {
    await expect(chair.getByText(/交单后 1 人有名额/)).toBeVisible();
    await expect(chair.getByText(/495 人还不是本单位会员/)).toBeVisible();
    await expect(chair.getByText(/4 行不会报/)).toBeVisible();
    await chair.getByRole('link', { name: '填写有误 3' }).click();
    await expect(
      chair.getByRole('cell', { name: '手机号应为11位，请核对', exact: true }),
    ).toBeVisible();
    await expect(chair.getByRole('cell', { name: '请填写姓名', exact: true })).toBeVisible();
    await chair.getByRole('link', { name: '重复 1' }).click();
    await expect(chair.getByRole('cell', { name: '和第 1 行重复', exact: true })).toBeVisible();
    expect(await bookingsOf(session)).toHaveLength(before);
  });
  await when('a bad line is put right in its own row, it is gone from the bad ones', async () => {
    await chair.getByRole('link', { name: '填写有误 3' }).click();
    const line = chair.getByLabel('第 498 行');
    await expect(line).toHaveValue('李四，1380000');
    await line.fill('李四，1380000000');
    await chair.getByRole('button', { name: '重新核对' }).click();
    await expect(chair.getByText('还有行要改')).toBeVisible({ timeout: 60_000 });
    await chair.getByRole('link', { name: '填写有误 3' }).click();
    await expect(line).toHaveValue('李四，1380000000');
    await line.fill('李四，13800000009');
    await chair.getByRole('button', { name: '重新核对' }).click();
    await expect(chair.getByRole('link', { name: '填写有误 2' })).toBeVisible({ timeout: 60_000 });
    await expect(chair.getByRole('link', { name: '还不是本单位会员 496' })).toBeVisible();
  });
  await then('what is typed on one page is kept when the next one is turned to', async () => {
    await chair.getByRole('link', { name: /^全部/ }).click();
    const line = chair.getByLabel('第 2 行');
    await line.fill('张一改，18990000000');
    await chair.getByRole('button', { name: '核对，看下一页' }).click();
    await expect(chair.getByLabel('第 101 行')).toBeVisible({ timeout: 60_000 });
    await chair.goBack();
    await chair.reload();
    await expect(line).toHaveValue('张一改，18990000000');
  });
  await when('it is handed in', async () => {
    await chair.getByRole('button', { name: '交单（1 人）' }).click();
    await expect(chair.getByText(/已交/).first()).toBeVisible({ timeout: 60_000 });
    expect(await bookingsOf(session)).toHaveLength(before + 1);
  });
  const address = chair.url().split('?')[0] ?? '';
  await then('the same names in another order are not taken twice', async () => {
    const sent = list
      .replace('李四\t1380000\n', '李四\t13800000009\n')
      .replace('张一\t18990000000\n', '张一改\t18990000000\n');
    await look(sent.split('\n').reverse().join('\n'));
    const send = chair.getByRole('button', { name: /交单|只发入会短信/ });
    await send.click();
    await expect(chair.getByText(/交过/).first()).toBeVisible({ timeout: 60_000 });
    expect(await bookingsOf(session)).toHaveLength(before + 1);
  });
  await then('taken back as one, nobody of it holds a place', async () => {
    await chair.goto(address);
    await chair.getByText(/撤回整份名单（/).click();
    await chair.getByLabel('撤回的原因').fill('期次选错了');
    await chair.getByRole('button', { name: '撤回整份名单' }).click();
    await expect(chair.getByText(/已撤回，原因：期次选错了/)).toBeVisible();
    const active = await sql()`select 1 from bookings b join unit_list_rows r on r.booking_id = b.id
      where r.list_id = ${address.split('/').at(-1) ?? ''} and b.status in ('offered', 'booked', 'waitlisted')`;
    expect(active).toHaveLength(0);
  });
});

test('names ticked in the roster: the worker says yes herself, and the list goes back as one @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const { offering, session } = await secondSession();
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
    await chair.getByRole('button', { name: '核对名单' }).click();
    await expect(chair.getByText(/交单后 2 人有名额/)).toBeVisible();
    await chair.getByRole('button', { name: /交单（2 人）/ }).click();
    await expect(chair.getByText(/已交/).first()).toBeVisible();
  });
  const listAddress = chair.url();
  await when('she reminds one of them, once a day', async () => {
    const row = chair.getByRole('row').filter({ hasText: first });
    await row.getByRole('button', { name: '提醒' }).click();
    await expect(chair.getByText(`已提醒${first}`)).toBeVisible();
    await expect(row.getByText(/提醒过$/)).toBeVisible();
    await row.getByRole('button', { name: '提醒' }).click();
    await expect(row.getByText(/刚提醒过/)).toBeVisible();
  });
  await then(
    'who may not go instead is refused beside the field, with what was typed',
    async () => {
      await chair
        .getByRole('row')
        .filter({ hasText: second })
        .getByRole('link', { name: /^换人/ })
        .click();
      const form = chair.getByRole('form', { name: '换人' });
      await form.getByLabel('换上的人：姓名').fill('梁海燕');
      await form.getByLabel('手机号').fill('13900000031');
      await form.getByLabel('原因').fill('家里有事');
      await form.getByRole('button', { name: '换人' }).click();
      await expect(form.getByText(/^错误：/).first()).toBeVisible();
      await expect(form.getByLabel('原因')).toHaveValue('家里有事');
    },
  );
  await then('the worker confirms on her phone', async () => {
    const [named] = await sql()<{ id: string; name: string }[]>`
      select b.id, a.display_name as name from bookings b join accounts a on a.id = b.account_id
      where b.session_id = ${session} and b.status = 'offered' order by b.number limit 1`;
    const phone = await stranger();
    await signIn(phone, named?.name ?? '');
    await phone.goto(`/me/bookings/${named?.id}`);
    await phone.getByRole('button', { name: '去', exact: true }).click();
    await expect(phone.getByText('已预约').first()).toBeVisible();
  });
  await given('the chair sees who has said yes', async () => {
    await chair.goto(listAddress.split('?')[0] ?? listAddress);
    await expect(chair.getByText('等本人确认').first()).toBeVisible();
  });
  await then('taken back, nobody holds a place and both read why', async () => {
    await chair.getByText(/撤回整份名单（/).click();
    await chair.getByLabel('撤回的原因').fill('期次选错了');
    await chair.getByRole('button', { name: '撤回整份名单' }).click();
    await expect(chair.getByText(/已撤回，原因：期次选错了/)).toBeVisible();
    const active = await sql()`select 1 from bookings where session_id = ${session}
      and status in ('offered', 'booked', 'waitlisted')`;
    expect(active).toHaveLength(0);
  });
});
