import { invented } from '@/db/seed/federation';
import { expect, given, test, then, when } from '../fixtures';
import { sql, tick } from '../story';

const { story } = invented;

/** A member of the platform workers' union whom no other story uses. */
async function aMover(): Promise<string> {
  const [row] = await sql()<{ id: string }[]>`
    select p.account_id as id from people p join organisations o on o.id = p.union_id
    join memberships m on m.person_id = p.id and m.status = 'regular'
    where o.name = ${story.platformUnion}
      and not exists (select 1 from bookings b where b.account_id = p.account_id)
      and not exists (select 1 from role_grants g where g.account_id = p.account_id)
      and not exists (select 1 from transfers t where t.account_id = p.account_id)
      and not exists (select 1 from transfer_requests t where t.account_id = p.account_id)
      and not exists (select 1 from identity_corrections t where t.account_id = p.account_id)
    order by random() limit 1`;
  if (!row) throw new Error('nobody left to move');
  return row.id;
}

async function newUnion() {
  const [row] = await sql()<{ employer: string; union: string }[]>`
    select e.name as employer, o.short_name as union from employers e join organisations o on o.id = e.union_id
    where o.name = ${story.millUnion} order by e.id limit 1`;
  if (!row) throw new Error('no employer of the mill union');
  return row;
}

test('a member moves to a new employer’s union after a refusal that the union above overrules @phone', async ({
  page,
  as,
  signIn,
}) => {
  const to = await newUnion();
  await given('a member who asks for it on the phone, in one step', async () => {
    await signIn(page, await aMover());
    await page.goto('/me/profile');
    await page.getByRole('link', { name: /换单位，办转会/ }).click();
    await page.getByRole('textbox', { name: '新单位叫什么？' }).fill(to.employer);
    await page.getByRole('button', { name: '查找' }).click();
    await page
      .getByRole('link', { name: new RegExp(to.employer) })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(new RegExp(to.union));
    await expect(page.getByText('到期不答复，按同意办')).toBeVisible();
    await page.getByRole('button', { name: '确认转会' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/等两边答复/);
  });
  const address = new URL(page.url()).pathname;
  const path = address.replace('/me/transfer/', '/desk/transfers/');
  await when('the new union agrees and the old one refuses from its list', async () => {
    const young = await as('otherUnionAdmin');
    await young.goto('/desk/transfers');
    await young.goto(path);
    await young.getByRole('button', { name: '同意接收' }).click();
    await expect(young.getByText('已办好')).toBeVisible();
    const old = await as('unionAdmin');
    await old.goto(path);
    await old.getByText('不同意', { exact: true }).first().click();
    await tick(old, '没有换单位');
    await old.getByLabel('理由').fill('考勤显示他还在本单位上班');
    await old.getByRole('button', { name: '不同意' }).click();
    await expect(old.getByText('已办好')).toBeVisible();
  });
  await when('the member appeals, and the union above agrees in its place', async () => {
    await page.goto(address);
    await page.getByLabel('为什么不服').fill('上周已经和新单位签了合同');
    await page.getByRole('button', { name: '请上级工会再看' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/就等/);
    const above = await as('townAdmin');
    await above.goto(path);
    await tick(above, '同意转出');
    await above.getByLabel('理由').fill('合同核对过，已经换单位');
    await above.getByRole('button', { name: '答复申诉' }).click();
    await expect(above.getByText('已办好')).toBeVisible();
  });
  await then('the 会籍 is at the new union, with number and card as they were', async () => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/起，您是.+的会员/);
    await page.goto('/me/profile');
    await expect(page.getByText(story.millUnion).first()).toBeVisible();
    await page.goto('/me/card');
    await expect(page.getByText(/会员号 \d{4} \d{4} \d{4}/).first()).toBeVisible();
  });
});

test('a member retires, keeps the 会籍, and comes back to work @phone', async ({
  page,
  as,
  signIn,
}) => {
  const account = await aMover();
  const answer = async (button: string) => {
    const [row] = await sql()`select id from transfer_requests
      where account_id = ${account} and status = 'requested'`;
    const officer = await as('unionAdmin');
    await officer.goto(`/desk/transfers?case=${row?.id}`);
    await officer.getByRole('button', { name: button }).click();
    await expect(officer.getByText('已答复，已通知本人')).toBeVisible();
  };
  await given('a member who enters 保留会籍 on the phone', async () => {
    await signIn(page, account);
    await page.goto('/me/profile');
    await page.getByRole('link', { name: /保留会籍/ }).click();
    await tick(page, '退休');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.getByText('已登记，工会答复会通知您')).toBeVisible();
  });
  await when('the union does as asked', () => answer('保留会籍并办结'));
  await then('card and record say it, and the way back', async () => {
    await page.goto('/me/card');
    await expect(page.getByText(/保留会籍（退休）/)).toBeVisible();
    await page.goto('/me/profile');
    await page.getByRole('link', { name: '恢复会籍' }).click();
    await page.getByLabel('现在的单位').fill('新单位');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.getByText('已登记，工会答复会通知您')).toBeVisible();
  });
  await then('the member is 正式 again', async () => {
    await answer('恢复会籍并办结');
    await page.goto('/me/profile');
    await expect(page.getByText('正式会员')).toBeVisible();
  });
});
