import { people } from '../demo';
import { codeOn } from '../door';
import { alertOn, codeFor, expect, given, test, then, when } from '../fixtures';
import {
  applyByCode,
  aResidentId,
  newPhone,
  newWorker,
  pledgeAndSubmit,
  signInByCode,
  sql,
  tick,
} from '../story';

const newForms = '江南街道新就业形态联合工会';
const go = { name: '继续', exact: true } as const;

test('without JavaScript a driver joins through the industry, submits and withdraws', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: 'zh-CN' });
  const page = await context.newPage();
  await when('he answers every question', async () => {
    await page.goto('/login?next=/join');
    await signInByCode(page, newPhone());
    await page.getByRole('link', { name: '开始填姓名' }).click();
    await page.getByLabel('您的姓名').fill('买买提•艾力');
    await page.getByRole('button', go).click();
    // Typed by an input method in full width, the last letter small.
    const number = aResidentId();
    const wide = [...number].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    await page.getByLabel(/身份证号/).fill(wide);
    await page.getByRole('button', go).click();
    await tick(page, '货车司机');
    await page.getByRole('button', go).click();
    await page.getByRole('link', { name: /在平台接单/ }).click();
    await tick(page, '货运');
    await page.getByRole('button', go).click();
  });
  const made = await then('the check page shows the answers, tidied, and he submits', async () => {
    await expect(page.getByText('买买提·艾力')).toBeVisible();
    await expect(page.getByText('货运行业工会联合会')).toBeVisible();
    return pledgeAndSubmit(page);
  });
  await when('he thinks better of it', async () => {
    await page.goto(`/applications/${made.id}`);
    await page.getByText('撤回申请').click();
    await page.getByRole('button', { name: '确认撤回' }).click();
    await expect(page.getByText('已撤回').first()).toBeVisible();
  });
  await context.close();
});

test('ten thousand characters, half a form, a form of yesterday: words beside the field, nothing saved', async ({
  page,
}) => {
  await newWorker(page);
  await page.goto('/join/name');
  await page.getByLabel('您的姓名').evaluate((input: HTMLInputElement, text) => {
    input.removeAttribute('maxlength');
    input.value = text;
  }, '长'.repeat(10_000));
  await page.getByRole('button', go).click();
  await expect(alertOn(page)).toContainText('最多50个字');
  await page.goto('/join/workplace/town');
  await page.getByRole('button', go).click();
  await expect(alertOn(page)).toContainText('请选择镇或街道');
  await when('a choice of the old page is not offered any more', async () => {
    await page.goto('/join/occupation');
    await tick(page, '快递员');
    await page.getByLabel('快递员').evaluate((input: HTMLInputElement) => {
      input.value = 'lamp_lighter';
    });
    await page.getByRole('button', go).click();
    await expect(alertOn(page)).toContainText('请从列表里重新选择');
  });
  await then('there is no draft of it', async () => {
    const rows = await sql()`
      select 1 from membership_applications where occupation_code = 'lamp_lighter' or length(name) > 50`;
    expect(rows).toHaveLength(0);
  });
});

test('a double tap on 提交申请 is one application', async ({ page }) => {
  await newWorker(page);
  const idNumber = aResidentId();
  const made = await applyByCode(page, newForms, { name: '岑如意', idNumber });
  await page.goBack();
  const again = page.getByRole('button', { name: '提交申请' });
  if (await again.isVisible()) await again.dblclick();
  await page.goto('/affairs');
  await expect(page.getByText(made.number)).toHaveCount(1);
  const rows = await sql()`
    select 1 from membership_applications a join membership_applications b on b.account_id = a.account_id
    where b.id = ${made.id} and a.number is not null`;
  expect(rows).toHaveLength(1);
});

test('a 转会 request is answered by the desk, and the worker reads what to do', async ({
  page,
  stranger,
  as,
}) => {
  const idNumber = aResidentId();
  await given('an application with this ID', async () => {
    await newWorker(page);
    await applyByCode(page, newForms, { name: '韦一鸣', idNumber });
  });
  const worker = await stranger();
  await when('another account asks for 转会', async () => {
    await newWorker(worker);
    await worker.goto('/join/workplace/town');
    await tick(worker, '江南街道');
    await worker.getByRole('button', go).click();
    await worker.waitForURL(/\/join\/name/);
    await worker.getByLabel('您的姓名').fill('韦一鸣');
    await worker.getByRole('button', go).click();
    await worker.waitForURL(/\/join\/id/);
    await worker.getByLabel(/身份证号/).fill(idNumber);
    await worker.getByRole('button', go).click();
    await worker.waitForURL(/\/join\/occupation/);
    await tick(worker, '快递员');
    await worker.getByRole('button', go).click();
    await worker.waitForURL(/\/join\/check/);
    await worker.getByRole('link', { name: '登记转会' }).click();
    await worker.waitForURL(/\/join\/transfer/);
    await tick(worker, /单独同意/);
    await worker.getByRole('button', { name: '登记转会' }).click();
    await expect(worker.getByRole('heading', { name: '转会登记已收到' })).toBeVisible();
  });
  const number = /ZH\d\d-\d{4}-\d{4}/.exec((await worker.locator('main').textContent()) ?? '')?.[0];
  await when('the town’s officer looks into it and answers', async () => {
    const officer = await as('townAdmin');
    await officer.goto('/desk/transfers');
    await officer
      .getByRole('row', { name: new RegExp(String(number)) })
      .getByRole('link')
      .click();
    await expect(officer.getByText(/在办申请 RH/)).toBeVisible();
    await officer.getByRole('button', { name: /查看\s*手机号/ }).click();
    await expect(officer.getByText(/139 \d{4} \d{4}/)).toBeVisible();
    await officer.getByRole('button', { name: '答复并办结' }).click();
    await expect(alertOn(officer)).toContainText('请选择或写明怎么答复');
    await officer.getByLabel(/答复（选一条/).fill('这是另一份申请，请到窗口核对');
    await officer.getByRole('button', { name: '答复并办结' }).click();
    await officer.waitForURL(/done=1/);
  });
  await then('the worker reads the answer among the own cases', async () => {
    await worker.goto('/affairs');
    await expect(worker.getByText(/请到窗口核对/)).toBeVisible();
  });
});

test('a stranger’s camera reads the member’s code: valid, masked, and the number offline', async ({
  as,
  stranger,
}) => {
  const member = await as('courier');
  await member.goto('/me/card');
  const address = await codeOn(member, /^会员码/);
  const someone = await stranger();
  await then('the page says valid, the masked name and the union', async () => {
    expect(new URL(address).pathname).toMatch(/^\/v\//);
    await someone.goto(new URL(address).pathname);
    await expect(someone.getByRole('heading', { name: '有效会员' })).toBeVisible();
    await expect(someone.getByText('陈**')).toBeVisible();
    await expect(someone.getByText(newForms)).toBeVisible();
    await expect(someone.getByText(people.courier)).toHaveCount(0);
  });
  await when('the network is gone', async () => {
    await member.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await member.reload();
    await member.waitForLoadState('networkidle');
    await member.context().setOffline(true);
  });
  await then('the card is still there, with its number and without a code', async () => {
    await expect(member.getByText(/动态码暂停/)).toBeVisible();
    await expect(member.getByText(/0803 2400 \d{4}/)).toBeVisible();
    await member.context().setOffline(false);
  });
});

test('代办: the officer fills in, the worker’s own code proves it, a colleague decides @desktop', async ({
  as,
}) => {
  const officer = await as('townAdmin');
  const phone = newPhone();
  await when('the code is asked for, mistyped, then right', async () => {
    await officer.goto('/desk/counter');
    await officer.getByLabel(/手机号/).fill(phone);
    await officer.getByRole('button', { name: '发送验证码' }).click();
    await expect(alertOn(officer)).toContainText('本人在场');
    await tick(officer, /本人在场/);
    await officer.getByRole('button', { name: '发送验证码' }).click();
    await officer.waitForURL(/\/desk\/counter\/form/);
    const right = await codeFor(officer, phone);
    await officer
      .getByRole('textbox', { name: /验证码/ })
      .fill(right === '000000' ? '111111' : '000000');
    await officer.getByRole('main').getByLabel('姓名').fill('农阿婆');
    await officer.getByLabel('证件号码', { exact: true }).fill(aResidentId({ sex: 'female' }));
    await officer.getByLabel('职业').selectOption({ label: '环卫工人' });
    await officer.getByLabel('加入的工会').selectOption({ label: '江南街道网上会员之家' });
    await tick(officer, /自愿入会/);
    await tick(officer, /单独同意/);
    await officer.getByRole('button', { name: '提交申请' }).click();
    await expect(alertOn(officer)).toContainText('验证码不对');
    await expect(officer.getByRole('main').getByLabel('姓名')).toHaveValue('农阿婆');
    await officer.getByRole('textbox', { name: /验证码/ }).fill(right);
    await officer.getByRole('button', { name: '提交申请' }).click();
    await officer.waitForURL(/\/desk\/counter\/done/);
  });
  const number = /RH\d\d-\d{4}-\d{4}/.exec(
    (await officer.locator('main').textContent()) ?? '',
  )?.[0];
  const [made] =
    await sql()`select id, channel from membership_applications where number = ${number ?? ''}`;
  expect(made?.channel).toBe('counter');
  await then('whoever entered it may not decide it, a colleague may', async () => {
    await officer.goto(`/desk?case=${made?.id}`);
    await expect(officer.getByText('这份申请是您代办的').first()).toBeVisible();
    await expect(officer.getByRole('button', { name: /^通过/ })).toHaveCount(0);
    const colleague = await as('organisationOfficer');
    await colleague.goto(`/desk?case=${made?.id}`);
    await colleague.getByRole('button', { name: /^通过/ }).click();
    await colleague.waitForURL(/undo=/);
  });
});

test('a code that is no union’s any more leads on without it', async ({ page }) => {
  await newWorker(page);
  const answer = await page.goto('/join/ZZZZZZ');
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: '不用码，接着办' }).click();
  await expect(page.getByRole('heading', { name: '入会申请' })).toBeVisible();
});
