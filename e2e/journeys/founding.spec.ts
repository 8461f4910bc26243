import type { Page } from '@playwright/test';
import { aUscc } from '@/db/factories/uscc';
import { invented } from '@/db/seed/federation';
import { todayOn } from '@/lib/dates';
import { expect, given, test, then, when } from '../fixtures';
import { newWorker, sql, tick } from '../story';

const { story } = invented;
const today = todayOn(new Date());

let entered = 0;

/** An employer that the town found and enters into the register: the lead. */
async function aFirm(town: Page): Promise<{ id: string; name: string }> {
  const name = `旅途${Date.now() % 1_000_000}${++entered}物流有限公司`;
  await town.goto('/desk/register/new');
  await fill(town, { 单位全称: name });
  await tick(town, /台账外/);
  await town.getByLabel('来源').selectOption({ label: '巡查发现' });
  await town.getByRole('button', { name: '登记企业' }).click();
  await expect(town.getByRole('heading', { level: 1 })).toHaveText(name);
  return { id: new URL(town.url()).pathname.split('/').at(-1) ?? '', name };
}

/** Fills what is labelled so, in the part of the page that is the next step. */
async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).first().fill(value);
}

async function step(page: Page, fields: Record<string, string>, button: string) {
  await fill(page, fields);
  await page.getByRole('button', { name: button, exact: true }).click();
}

const now = (page: Page, title: string) =>
  expect(page.locator('[aria-current="step"]')).toContainText(title);

async function nominate(page: Page, name: string, post: string) {
  const field = page.getByLabel('姓名', { exact: true });
  if (!(await field.isVisible())) await page.getByText('提名候选人', { exact: true }).click();
  await field.fill(name);
  await page.getByLabel('职务', { exact: true }).selectOption({ label: post });
  await page.getByRole('button', { name: '提名', exact: true }).click();
  await expect(page.getByRole('cell', { name })).toBeVisible();
}

async function begin(page: Page, employer: string, form: string, name: string) {
  await page.goto(`/desk/foundings/new?employer=${employer}`);
  await tick(page, form);
  await fill(page, { 工会全称: name });
  await page.getByLabel('上级工会').selectOption({ label: `${story.town}总工会` });
  await page.getByRole('button', { name: '开始建会' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

/** From the request to the counted members: the town types, 组织部 answers. */
async function prepare(town: Page, officer: Page, path: string) {
  await step(town, { 请示文号: '旅工筹〔2026〕1号', 请示日期: today }, '登记申请');
  await now(town, '申请');
  await officer.goto(path);
  await step(officer, { 批复文号: '旅工批〔2026〕1号', 批复日期: today }, '登记筹备批复');
  await now(officer, '筹备批复');
  await town.goto(path);
}

/** Four candidates for three seats; the assembly of thirty elects three of them. */
async function elect(town: Page) {
  await now(town, '发展会员');
  await nominate(town, '梁守正', '主席');
  for (const who of ['覃立夏', '韦冬至', '李晚晴']) await nominate(town, who, '委员');
  await step(
    town,
    { 委员会选几人: '3', 候选人批复文号: '旅工批〔2026〕2号', 批复日期: today },
    '候选人报审',
  );
  await now(town, '候选人报审');
  await fill(town, { 开会日期: today, 应到: '30', 实到: '19', 发出选票: '19', 收回选票: '19' });
  await fill(town, { 有效票: '19', '梁守正（主席）得票': '19', '覃立夏（委员）得票': '16' });
  await step(town, { '韦冬至（委员）得票': '16', '李晚晴（委员）得票': '6' }, '登记大会');
  await expect(town.getByText(/至少 20 人/).first()).toBeVisible();
  await fill(town, { 实到: '20', 发出选票: '20', 收回选票: '20', 有效票: '20' });
  await step(town, { '李晚晴（委员）得票': '8' }, '登记大会');
  await now(town, '会员大会');
  await step(town, { 报告文号: '旅工〔2026〕3号', 报告日期: today }, '登记结果报批');
  await now(town, '结果报批');
}

async function establish(officer: Page, path: string) {
  await officer.goto(path);
  await tick(officer, '3 年');
  const paper = { 批复文号: '旅工批〔2026〕31号', 批复日期: today };
  await step(officer, paper, '登记批复，工会成立');
  await expect(officer.getByText(/工会已成立，任期 3 年/)).toBeVisible();
}

const unionOf = async (name: string) => {
  const [row] = await sql()<{ id: string; code: string }[]>`
    select id, join_code as code from organisations where name = ${name}`;
  if (!row) throw new Error(`no ${name}`);
  return row;
};

test('a union is founded from lead to certificate by its town and the federation, and its first worker finds it @desktop', async ({
  as,
  page,
}) => {
  const town = await as('townAdmin');
  const firm = await aFirm(town);
  const name = `${firm.name}工会`;
  const officer = await as('organisationOfficer');
  const path = await begin(town, firm.id, '单独建基层工会委员会', name);
  await given('a request that the federation has answered', () => prepare(town, officer, path));
  await when('its members are counted and elect a committee', async () => {
    await step(town, { 会员人数: '30', 其中女会员: '5', 截至哪天: today }, '登记会员人数');
    await elect(town);
  });
  await then('the report is printed with the votes', async () => {
    await town.getByRole('link', { name: '选举结果的报告' }).click();
    await expect(town.getByText(/应到30人，实到20人/)).toBeVisible();
    await expect(town.getByText(/梁守正（主席，19票）/)).toBeVisible();
  });
  await when('the federation approves, and the registrar gives the certificate', async () => {
    await establish(officer, path);
    await step(officer, { 登记编号: '登 1', 登记日期: today }, '登记法人登记');
    await now(officer, '法人登记');
    const uscc = aUscc('81', (Date.now() % 9_000_000) + 900_000);
    const number = `旅证 ${uscc.slice(8, 16)}`;
    const certificate = { 工会统一社会信用代码: uscc, 证书编号: number, 发证日期: today };
    await step(officer, certificate, '登记证书');
    await now(officer, '领证');
  });
  const union = await unionOf(name);
  await then('the union has its committee, its term and its certificate', async () => {
    await officer.goto(`/desk/organisations/${union.id}/offices`);
    await expect(officer.getByRole('cell', { name: '梁守正' })).toBeVisible();
    await expect(officer.getByText('第 1 届')).toBeVisible();
    await expect(officer.getByText(/旅证/).first()).toBeVisible();
  });
  await then('a worker finds it by its code', async () => {
    await newWorker(page);
    await page.goto(`/join/${union.code}`);
    await expect(page.getByText(name).first()).toBeVisible();
  });
});

test('a joint union is founded by two employers, and both belong to it @desktop', async ({
  as,
}) => {
  const name = `旅途联合工会${Date.now() % 100_000}`;
  const town = await as('townAdmin');
  const officer = await as('organisationOfficer');
  const first = await aFirm(town);
  const second = await aFirm(town);
  const path = await begin(town, first.id, '几家联合建基层工会', name);
  await given('two employers of one founding', async () => {
    await fill(town, { 信用代码或单位全称: second.name });
    await town.getByRole('button', { name: '加进来' }).click();
    await expect(town.getByRole('link', { name: second.name })).toBeVisible();
    await prepare(town, officer, path);
  });
  await when('neither has 25 members, and together they elect', async () => {
    const members = (n: string) => ({
      [`${first.name}的会员`]: n,
      [`${second.name}的会员`]: '15',
    });
    await step(town, { ...members('25'), 其中女会员: '5', 截至哪天: today }, '登记会员人数');
    await expect(town.getByText(/必须单独建委员会/).first()).toBeVisible();
    await step(town, members('15'), '登记会员人数');
    await elect(town);
    await establish(officer, path);
  });
  await then('both employers belong to the joint union', async () => {
    const union = await unionOf(name);
    await officer.goto(`/desk/organisations?id=${union.id}`);
    await expect(officer.getByText(first.name).first()).toBeVisible();
    await expect(officer.getByText(second.name).first()).toBeVisible();
  });
});
