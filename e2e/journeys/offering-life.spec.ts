import type { Page } from '@playwright/test';
import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, sql } from '../story';

/** `YYYY-MM-DD` in Shanghai, so many days from today. */
const dayIn = (days: number) =>
  new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10);

async function aFilledDraft(page: Page, title: string) {
  await page.goto('/desk/offerings/new?kind=training');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await expect(page.getByText('请填名称').first()).toBeVisible();
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('咨询电话').fill('0775-4200000');
  await page.getByLabel('开始报名').fill(`${dayIn(-1)}T09:00`);
  await page.getByLabel('截止报名').fill(`${dayIn(20)}T18:00`);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.waitForURL(/done=created/);
}

async function aSessionIn(page: Page) {
  await page.getByRole('link', { name: '加一场' }).click();
  await page.getByLabel('场次名称').fill('第一期');
  await page.getByLabel('具体位置').fill('职工之家二楼');
  await page.getByLabel('开始日期').fill(dayIn(30));
  await page.getByLabel('每次开始').fill('09:00');
  await page.getByLabel('每次结束').fill('11:00');
  await page.getByLabel('名额').fill('2');
  await page.getByRole('button', { name: '加上这一场' }).click();
  await page.waitForURL(/done=session_added/);
}

test('an officer makes, publishes, closes, opens, copies and cancels a course; members see each step @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const title = `走查：从头到尾${Date.now() % 100_000}`;
  const officer = await as('economyOfficer');
  await given('a draft that nobody sees', async () => {
    await aFilledDraft(officer, title);
    await expect(officer.getByText('加至少一个还没开始的场次')).toBeVisible();
    await aSessionIn(officer);
    const member = await stranger();
    await member.goto(`/services?q=${encodeURIComponent(title)}`);
    await expect(member.getByText('没有找到符合条件的服务')).toBeVisible();
  });
  await when('she publishes it', async () => {
    await officer.getByRole('button', { name: '发布' }).click();
    await officer.waitForURL(/done=published/);
  });
  const id = /offerings\/([^/]+)/.exec(officer.url())?.[1];
  const member = await stranger();
  await signIn(member, await aMemberName());
  await then('a member finds it and books', async () => {
    await member.goto(`/services?q=${encodeURIComponent(title)}`);
    await member.getByRole('link', { name: new RegExp(title) }).click();
    await member.getByRole('button', { name: '立即预约' }).click();
    await member.getByRole('button', { name: '提交预约' }).click();
    await member.waitForURL(/\/me\/bookings\//);
  });
  await when('she closes booking and opens it again', async () => {
    await officer.getByRole('button', { name: '现在截止报名' }).click();
    await officer.waitForURL(/done=closed/);
    const other = await stranger();
    await other.goto(`/services/${id}`);
    await expect(other.getByText('报名已截止').first()).toBeVisible();
    await officer.getByRole('button', { name: '现在开放报名' }).click();
    await officer.waitForURL(/done=opened/);
  });
  await when('she copies it', async () => {
    await officer.getByRole('button', { name: '复制' }).click();
    await officer.waitForURL(/done=copied/);
    await expect(officer.getByText('草稿').first()).toBeVisible();
    await expect(officer.getByText('第一期').first()).toBeVisible();
  });
  await when('she cancels the first with a reason', async () => {
    await officer.goto(`/desk/offerings/${id}/cancel`);
    await officer.getByRole('button', { name: '取消服务' }).click();
    await expect(officer.getByText(/请.*原因/).first()).toBeVisible();
    await officer.getByRole('textbox').first().fill('场地维修');
    await officer.getByRole('button', { name: '取消服务' }).click();
    await officer.waitForURL(/done=cancelled&told=1/);
  });
  await then('the member reads why, and the page says so', async () => {
    await member.reload();
    await expect(member.getByText('场地维修').first()).toBeVisible();
    await member.goto(`/services/${id}`);
    await expect(member.getByText('已取消：场地维修')).toBeVisible();
  });
});

test('a roll leaves masked without a reason, never whole without one, and prints as a sheet to sign @desktop', async ({
  as,
}) => {
  const [course] = await sql()`select o.id, s.id as session from offerings o
    join offering_sessions s on s.offering_id = o.id
    join bookings b on b.session_id = s.id and b.status = 'booked'
    where o.kind = 'training' and o.status = 'published' group by o.id, s.id order by count(*) desc limit 1`;
  const page = await as('economyOfficer');
  await page.goto(`/desk/offerings/${course?.id}/roll?session=${course?.session}`);
  await then('without a reason the file comes masked', async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出', exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  });
  await then('whole without a reason is refused beside the form', async () => {
    await page.getByLabel('要完整姓名、电话和证件号').check({ force: true });
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await expect(page.getByText('导出完整信息要写明用途')).toBeVisible();
  });
  await then('whole with one comes by a link that is good once', async () => {
    await page.getByLabel(/用途/).fill('现场核对身份');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const download = page.getByRole('button', { name: '下载完整名册' });
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    await download.click();
    await expect(page.getByText('这个下载链接已经用过')).toBeVisible();
    const looks = await sql()`select reason from audit_entries where reason = '现场核对身份'`;
    expect(looks.length).toBeGreaterThan(0);
  });
  await then('the sheet has a column to sign and says its page', async () => {
    await page.goto(`/desk/offerings/${course?.id}/roll/print?session=${course?.session}`);
    await expect(page.getByText('本人签名').first()).toBeVisible();
    await expect(page.getByText(/第 1 页，共 \d+ 页/).first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
  });
});
