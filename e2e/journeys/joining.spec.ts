import { alertOn, expect, given, test, then, when } from '../fixtures';
import {
  answerByCode,
  applyByCode,
  aResidentId,
  joinCodeOf,
  newPhone,
  newWorker,
  pledgeAndSubmit,
  signInByCode,
  sql,
  tick,
} from '../story';

const newForms = '江南街道新就业形态联合工会';

test('a courier scans the union’s code, joins on three screens and carries a card', async ({
  page,
  as,
}) => {
  const code = await joinCodeOf(newForms);
  await when(
    'he scans the code, reads who asks him and how long it takes, and signs in there',
    async () => {
      await page.goto(`/join/${code}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${newForms}邀请您入会`);
      await expect(page.getByText(/3 页，约 2 分钟/)).toBeVisible();
      expect(new URL(page.url()).pathname).toBe(`/join/${code}`);
      await signInByCode(page, newPhone());
      await expect(page).toHaveURL(new RegExp(`/join/${code}`));
    },
  );
  const idNumber = aResidentId();
  const made = await when('he answers three screens', async () => {
    await answerByCode(page, code, { name: '买买提·艾力', idNumber });
    await expect(page.getByText('买买提·艾力')).toBeVisible();
    return pledgeAndSubmit(page);
  });
  await then('the number is stored sealed, masked and by index only', async () => {
    const [row] = await sql()`select * from membership_applications where id = ${made.id}`;
    expect(JSON.stringify(row)).not.toContain(idNumber);
    expect(row?.id_masked).toBe(`${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`);
  });
  await when('the union agrees and the town confirms', async () => {
    const union = await as('unionAdmin');
    await union.goto(`/desk?case=${made.id}`);
    await expect(union.getByRole('heading', { name: /买买提·艾力/ })).toBeVisible();
    await union.getByRole('button', { name: '同意并转上级' }).click();
    await union.waitForURL(/undo=/);
    const town = await as('townAdmin');
    await town.goto(`/desk?case=${made.id}`);
    await town.getByRole('button', { name: /^通过/ }).click();
    await town.waitForURL(/undo=/);
  });
  await then('he has a card, and a stranger can check its code', async () => {
    await page.goto('/me/card');
    await expect(page.getByText('买买提·艾力')).toBeVisible();
    await expect(page.getByRole('img', { name: /会员码/ })).toBeVisible();
  });
});

test('a worker finds the employer by pinyin and goes on, on another phone', async ({
  page,
  stranger,
}) => {
  const phone = await given('a worker who began to join', () => newWorker(page));
  const [employer] = await sql()`
    select name, initials from employers where union_id is not null and closed_at is null order by name limit 1`;
  await when('name and document are answered', async () => {
    await page.goto('/join/name');
    await page.getByLabel('您的姓名').fill('韦小满');
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await page.waitForURL(/\/join\/id/);
    await page.getByLabel(/身份证号/).fill(aResidentId());
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await page.waitForURL(/\/join\/occupation/);
  });
  const other = await stranger();
  await when('she goes on that evening on another phone', async () => {
    await sql()`update sms_codes set created_at = created_at - interval '5 minutes'`;
    await sql()`delete from rate_limits`;
    await other.goto('/login?next=/join');
    await signInByCode(other, phone);
    await expect(other.getByText(/已完成/).first()).toBeVisible();
    await other.goto('/join/occupation');
    await tick(other, '外卖配送员');
    await other.getByRole('button', { name: '继续', exact: true }).click();
    await other.goto('/join/workplace/employer');
    await other.getByLabel('查找您的单位').fill(String(employer?.initials).slice(0, 6));
    await other.getByRole('button', { name: '查找' }).click();
    await tick(other, String(employer?.name));
    await other.getByRole('button', { name: '继续', exact: true }).click();
    await other.waitForURL(/\/join\/check/);
  });
  await then('the employer’s union gets the application', async () => {
    const { id } = await pledgeAndSubmit(other);
    const [row] = await sql()`
      select e.name from membership_applications a join employers e on e.id = a.employer_id where a.id = ${id}`;
    expect(row?.name).toBe(employer?.name);
  });
});

test('a worker without a union joins the town’s 网上会员之家', async ({ page }) => {
  await newWorker(page);
  await page.goto('/join/workplace/town');
  await tick(page, /桥圩镇/);
  await page.getByRole('button', { name: '继续', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/town'));
  await page.goto('/join/workplace');
  await expect(page.getByText(/桥圩镇网上会员之家/)).toBeVisible();
});

test('one ID, two accounts: the second hears nothing of the first and may ask for 转会', async ({
  page,
  stranger,
}) => {
  const idNumber = aResidentId();
  await given('an application with this ID', async () => {
    await newWorker(page);
    await applyByCode(page, newForms, { name: '黄初晴', idNumber });
  });
  const other = await stranger();
  await newWorker(other);
  await when('another account enters the same ID', async () => {
    await other.goto(`/join/${await joinCodeOf(newForms)}`);
    await other.getByLabel('姓名').fill('黄某');
    await other.getByLabel('身份证号').fill(idNumber);
    await other.getByRole('button', { name: '继续', exact: true }).click();
    await other.waitForURL((url) => !/\/join\/[A-Z0-9]{6}$/.test(url.pathname));
  });
  await then('it is offered a transfer and the hotline, and no name', async () => {
    await other.goto('/join/transfer');
    await expect(other.getByRole('heading', { name: '登记转会' })).toBeVisible();
    await expect(other.getByText('黄初晴')).toHaveCount(0);
    await expect(other.getByText(/12351/).filter({ visible: true }).first()).toBeVisible();
  });
});

test('every wrong number has its own sentence, and nothing typed is lost', async ({ page }) => {
  await newWorker(page);
  const good = aResidentId();
  const wrong = [
    [`${good.slice(0, 17)}${good.endsWith('1') ? '2' : '1'}`, /有一位输错了/],
    [good.slice(0, 15), /15\s?位/],
    [good.slice(0, 17), /少了一位/],
    [`450803${'20991231'}0015`, /日期|出生/],
  ] as const;
  await page.goto('/join/id');
  for (const [number, words] of wrong) {
    await page.getByLabel(/身份证号/).fill(number);
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await expect(alertOn(page)).toContainText(words);
    // Shown in groups, so that eighteen digits can be read back.
    const shown = await page.getByLabel(/身份证号/).inputValue();
    expect(shown.replaceAll(' ', '')).toBe(number);
    await expect(page).toHaveTitle(/^错误：/);
  }
  await page.goto('/join/name');
  for (const name of ['😀😀', '<script>alert(1)</script>']) {
    await page.getByLabel('您的姓名').fill(name);
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await expect(alertOn(page)).toBeVisible();
    await expect(page.getByLabel('您的姓名')).toHaveValue(name);
  }
  for (const name of ['𬭊㛃', '欧阳𠮷']) {
    await page.goto('/join/name');
    await page.getByLabel('您的姓名').fill(name);
    await page.getByRole('button', { name: '继续', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/name'));
  }
});

test('two tabs: the finished application’s old page says so instead of sending twice', async ({
  page,
}) => {
  await newWorker(page);
  const made = await applyByCode(page, newForms, { name: '陆望舒' });
  await page.goto('/join/check');
  await expect(page.getByRole('heading', { name: '已提交' })).toBeVisible();
  await expect(page.getByText(made.number)).toBeVisible();
  const rows = await sql()`select 1 from membership_applications where id_index =
    (select id_index from membership_applications where id = ${made.id})`;
  expect(rows).toHaveLength(1);
});
