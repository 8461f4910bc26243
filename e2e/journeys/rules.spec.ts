import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, sql } from '../story';

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
    const [kept] = await sql()`
      select status, rules_version from bookings where offering_id = ${offering.id}`;
    expect(kept).toMatchObject({ status: 'booked', rules_version: 1 });
    const worker = await stranger();
    await signIn(worker, await aMemberName());
    await worker.goto(`/services/${offering.id}`);
    await expect(worker.getByText('年龄 18–20 周岁').first()).toBeVisible();
    await expect(worker.getByText(/当天 \d+ 周岁/).first()).toBeVisible();
    await expect(worker.getByRole('link', { name: /看看其他服务/ }).first()).toBeVisible();
  });
});
