import type { Page } from '@playwright/test';
import { expect, test, then, when } from '../fixtures';
import { aResidentId, newPhone, sql } from '../story';

const headings = '姓名,证件号码,手机号,入会日期,职业,工作单位';
const wrong = '450803199003070020';

/** Rows of a chair's own table: three new workers, one of them twice, one document with a wrong digit. */
function aBook() {
  const id = aResidentId();
  const line = (name: string, document = aResidentId()) =>
    `${name},${document},${newPhone()},2019-05-01,快递员,走查物流`;
  const rows = [
    line('黄走甲', id),
    line('黄走乙'),
    line('黄走丙'),
    line('黄走甲', id),
    line('黄走丁', wrong),
  ];
  return Buffer.from(`2026年会员名册,,,,,\n${headings}\n${rows.join('\n')}\n`);
}

test('a chair brings a book in, puts a row right, writes what was shown and takes it back @desktop', async ({
  as,
}) => {
  test.setTimeout(180_000);
  const chair = await as('unionAdmin');
  const seen = (text: string | RegExp) =>
    expect(chair.getByText(text).first()).toBeVisible({ timeout: 60_000 });
  await when('the file is sent, it is asked which column is what', async () => {
    await chair.goto('/desk/imports');
    const name = `走查名册${Date.now()}.csv`;
    await chair
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: aBook() });
    await chair.getByRole('button', { name: '上传，先核对' }).click();
    await chair.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/);
    await expect(chair.getByLabel(/证件号码/)).toHaveValue('idNumber:1');
    await chair.getByRole('button', { name: '对好了，核对每一行' }).click();
  });
  await then('the review says of each row what it is, and nothing is written', async () => {
    await seen('身份证号有一位输错了，请对照证件逐位核对');
    await seen('和第 3 行是同一个证件号，只用第 3 行');
    await expect(chair.getByRole('button', { name: '写入 3 行' })).toBeVisible();
    expect(await sql()`select 1 from people where name = '黄走乙'`).toHaveLength(0);
  });
  await when('a row is put right beside the document, it is new', async () => {
    await chair
      .getByRole('row', { name: /黄走丁/ })
      .getByRole('link', { name: '在这里改' })
      .click();
    await chair.getByLabel('证件号码').fill(aResidentId());
    await chair.getByRole('button', { name: '改好了，再核对这一行' }).click();
    await seen('这一行已改，下面是再核对的结果。');
  });
  await when('it is written, the page says so', async () => {
    await chair.getByRole('button', { name: '写入 4 行' }).click();
    await seen(/写入 4 行。/);
    expect(await sql()`select 1 from people where name like '黄走_'`).toHaveLength(4);
  });
  await when('it is taken back, nobody is left', async () => {
    await chair.getByRole('button', { name: '撤销，收回 4 行' }).click();
    await seen('已收回 4 行，留下 0 行。');
    expect(await sql()`select 1 from people where name like '黄走_'`).toHaveLength(0);
  });
});

/** Sends a file as a book of the federation, and has every row looked through. */
async function lookThrough(page: Page, book: string, text: string) {
  await page.goto(`/desk/imports?book=${book}`);
  const buffer = Buffer.from(text);
  const file = { name: `走查${book}${Date.now()}.csv`, mimeType: 'text/csv', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '上传，先核对' }).click();
  await page.waitForURL(/\/desk\/imports\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: '对好了，核对每一行' }).click();
}

test('a federation brings employers and unions in from lists, and takes both back @desktop', async ({
  as,
}) => {
  test.setTimeout(240_000);
  const officer = await as('organisationOfficer');
  const seen = (text: string | RegExp) =>
    expect(officer.getByText(text).first()).toBeVisible({ timeout: 60_000 });
  const n = Date.now() % 100_000;
  await when('a list of the tax office is looked through from the register', async () => {
    await officer.goto('/desk/register');
    await officer.getByRole('link', { name: '导入名单' }).click();
    await expect(officer.getByRole('link', { name: '企业台账' }).last()).toBeVisible();
    const rows = [`走查${n}物流,,江南街道,62,2026-05-31`, `走查${n}别处厂,,丙街道,,`];
    const headings = '纳税人名称,纳税人识别号,街道,从业人数,统计日期';
    await lookThrough(officer, 'employers', `${headings}\n${rows.join('\n')}\n`);
  });
  await then(
    'the row of another district is refused, the other is written and taken back',
    async () => {
      await seen('没有找到镇街“丙街道”，请写本区镇、街道的名称');
      await officer.getByRole('button', { name: '写入 1 行' }).click();
      await seen(/写入 1 行。/);
      expect(
        await sql()`select 1 from register_entries r join employers e on e.id = r.employer_id
      where e.name = ${`走查${n}物流`} and r.staff_count = 62`,
      ).toHaveLength(1);
      await officer.getByRole('button', { name: '撤销，收回 1 行' }).click();
      await seen('已收回 1 行，留下 0 行。');
      expect(await sql()`select 1 from employers where name = ${`走查${n}物流`}`).toHaveLength(0);
    },
  );
  await when(
    'a list of unions names a parent in a later row, and two that go in a circle',
    async () => {
      const rows = [
        `走查${n}分会,走查${n}工会`,
        `走查${n}工会,江南街道总工会`,
        `一圈${n}工会,二圈${n}工会`,
        `二圈${n}工会,一圈${n}工会`,
      ];
      await lookThrough(officer, 'unions', `工会名称,上级工会\n${rows.join('\n')}\n`);
    },
  );
  await then(
    'the circle is said, the others stand in the tree until they are taken back',
    async () => {
      await seen('上级绕成了一圈：第 4 → 5 → 4 行');
      await officer.getByRole('button', { name: '写入 2 行' }).click();
      await seen(/写入 2 行。/);
      expect(
        await sql()`select 1 from organisations o join organisations p on p.id = o.parent_id
      where o.name = ${`走查${n}分会`} and p.name = ${`走查${n}工会`}`,
      ).toHaveLength(1);
      await officer.getByRole('button', { name: '撤销，收回 2 行' }).click();
      await seen('已收回 2 行，留下 0 行。');
      expect(await sql()`select 1 from organisations where name like ${`走查${n}%`}`).toHaveLength(
        0,
      );
    },
  );
});
