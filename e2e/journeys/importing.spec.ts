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
