import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, sql, tick } from '../story';

test('an officer tries new conditions, saves them with a reason, and a worker reads why not @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：改条件', capacity: 5 });
  const holder = await stranger();
  await signIn(holder, await aMemberName());
  await given('somebody has a place', async () => {
    await holder.goto(`/services/${offering.id}`);
    await holder.getByRole('button', { name: /立即预约/ }).click();
    await holder.getByRole('button', { name: '提交预约' }).click();
    await holder.waitForURL(/\/me\/bookings\//);
  });
  const officer = await as('economyOfficer');
  await when('she adds an age and makes a slip', async () => {
    await officer.goto(`/desk/offerings/${offering.id}/conditions`);
    await officer.getByRole('link', { name: '改条件' }).click();
    await officer.getByLabel('再加一条').selectOption({ label: '年龄' });
    await officer.getByRole('button', { name: '加上' }).click();
    await officer.getByLabel('满多少周岁').fill('40');
    await officer.getByLabel('不超过多少周岁').fill('20');
    await officer.getByRole('button', { name: '预览影响' }).last().click();
    await expect(officer.getByText('最大年龄不能小于最小年龄').first()).toBeVisible();
    await expect(officer.getByLabel('满多少周岁')).toHaveValue('40');
  });
  await when('she sets it right and looks at the effect', async () => {
    await officer.getByLabel('满多少周岁').fill('18');
    await officer.getByLabel('不超过多少周岁').fill('20');
    await expect(officer.getByText('18–20 周岁').first()).toBeVisible();
    await officer.getByRole('button', { name: '预览影响' }).last().click();
    await expect(officer.getByRole('heading', { name: '影响' })).toBeVisible();
    await expect(officer.getByText(/1 人不再符合/).first()).toBeVisible();
  });
  await then('it is not saved without a reason, and is with one', async () => {
    const evenSo = officer.getByLabel(/仍要保存/);
    if (await evenSo.count()) await evenSo.check({ force: true });
    await officer.getByRole('button', { name: '保存条件' }).click();
    await expect(officer.getByText('已有人报名，请写明为什么改').first()).toBeVisible();
    await officer.getByLabel(/为什么改/).fill('名额留给青年职工');
    await officer.getByRole('button', { name: '保存条件' }).click();
    await officer.waitForURL(/conditions\?saved=2/);
    await expect(officer.getByText(/条件已存为第 2 版/)).toBeVisible();
    await expect(officer.getByText(/名额留给青年职工/).first()).toBeVisible();
  });
  await then('who has a place keeps it; the next worker reads rule, fact and way out', async () => {
    const [stored] = await sql()`
      select status, rules_version from bookings where offering_id = ${offering.id}`;
    expect(stored).toMatchObject({ status: 'booked', rules_version: 1 });
    const worker = await stranger();
    await signIn(worker, await aMemberName());
    await worker.goto(`/services/${offering.id}`);
    await expect(worker.getByText('年龄 18–20 周岁').first()).toBeVisible();
    await expect(worker.getByText(/当天 \d+ 周岁/).first()).toBeVisible();
    await expect(worker.getByRole('link', { name: /看看其他服务/ }).first()).toBeVisible();
  });
});

test('a woman whom the hospital has asked back says so, 女职工部 verifies it, and she may book @both', async ({
  as,
  stranger,
  signIn,
}) => {
  const [her] = await sql()<{ id: string; name: string }[]>`
    select next.id, a.display_name as name from bookings b
    join offerings o on o.id = b.offering_id and o.title = '女职工两癌筛查（上一轮）'
    join accounts a on a.id = b.account_id
    join offerings next on next.title = '女职工两癌筛查'
    where b.status = 'attended' and a.display_name in (
        select display_name from accounts group by 1 having count(*) = 1)
      and not exists (select 1 from bookings x where x.offering_id = next.id and x.person_id = b.person_id)
      and not exists (select 1 from return_visits v where v.person_id = b.person_id)
    order by random() limit 1`;
  if (!her) throw new Error('nobody was screened in the demo');
  const page = await stranger();
  await signIn(page, her.name);
  await given('the interval bars her, and the way out is a link', async () => {
    await page.goto(`/services/${her.id}`);
    await expect(page.getByText('3 年内参加一次').first()).toBeVisible();
    await page.getByRole('link', { name: /去申请核实/ }).click();
    await page.waitForURL(/\/return$/);
  });
  await when('she says so, with her consent and no word about a finding', async () => {
    await page.getByRole('button', { name: '申请核实' }).click();
    await expect(page.getByText('请阅读后勾选同意，再提交').first()).toBeVisible();
    await tick(page, /我同意女职工部/);
    await page.getByRole('button', { name: '申请核实' }).click();
    await expect(page.getByText('女职工部正在核实')).toBeVisible();
  });
  const officer = await as('womenOfficer');
  await when('女职工部 verifies it', async () => {
    const [row] = await sql()<{ id: string }[]>`
      select v.id from return_visits v join accounts a on a.id = v.account_id where a.display_name = ${her.name}`;
    await officer.goto('/desk/returns');
    await officer.locator(`a[href*="${row?.id}"]`).click();
    await expect(officer.getByText(her.name).first()).toBeVisible();
    await officer.getByRole('button', { name: '属实，可以再来' }).click();
    await officer.waitForURL(/done=1/);
  });
  await then('she fits, and may take it back at any time', async () => {
    await page.reload();
    await expect(page.getByText('已核实，可以预约')).toBeVisible();
    await page.getByRole('link', { name: '去选时间' }).click();
    await expect(page.getByText('已核实，按通知再来一次').first()).toBeVisible();
    await page.goto(`/services/${her.id}/return`);
    await page.getByRole('button', { name: '撤回同意并删除' }).click();
    await expect(page.getByRole('button', { name: '申请核实' })).toBeVisible();
  });
});
