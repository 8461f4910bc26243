import type { Page } from '@playwright/test';
import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, sql, tick } from '../story';

/** An officer writes one question of a kind, and is back on the form. */
async function ask(officer: Page, offering: string, kind: string, fill: () => Promise<void>) {
  await officer.goto(`/desk/offerings/${offering}/questions`);
  await officer.getByRole('link', { name: kind, exact: true }).click();
  await officer.waitForURL(/\/questions\/new/);
  await fill();
  await officer.getByRole('button', { name: '加上这一题' }).click();
  await officer.waitForURL(/\/questions\?done=added/);
}

async function writeForm(officer: Page, offering: string) {
  await ask(officer, offering, '单选', async () => {
    await officer.getByLabel('问题', { exact: true }).fill('是否住校');
    await officer.getByLabel('选项').fill('走读\n住校');
    await tick(officer, '必填');
  });
  await ask(officer, offering, '一行文字', async () => {
    await officer.getByLabel('问题', { exact: true }).fill('住哪栋宿舍');
    await officer.getByLabel('什么时候显示').selectOption({ label: '答“住校”才显示' });
  });
  await ask(officer, offering, '一段文字', async () => {
    await officer.getByLabel('问题', { exact: true }).fill('身体上要留意什么');
    await tick(officer, '敏感');
  });
}

const toQuestions = async (page: Page, offering: string) => {
  await page.goto(`/services/${offering}`);
  await page.getByRole('button', { name: /立即预约/ }).click();
  await page.waitForURL(/\/questions/);
};

test('an officer asks, a worker answers, and a sensitive answer is opened on record', async ({
  as,
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：报名问题', capacity: 5 });
  const officer = await as('economyOfficer');
  await given('three questions, one that waits for an answer, one sensitive', () =>
    writeForm(officer, offering.id),
  );
  const page = await stranger();
  await signIn(page, await aMemberName());
  await when('she books, and is asked first', async () => {
    await toQuestions(page, offering.id);
    await expect(page.getByLabel(/住哪栋宿舍/)).toBeHidden();
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.getByText('请选择').first()).toBeVisible();
    await tick(page, '住校');
    await page.getByLabel(/住哪栋宿舍/).fill('三号楼');
    await page.getByLabel(/身体上要留意什么/).fill('花生过敏');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.waitForURL(/\/book/);
    await expect(page.getByText('三号楼')).toBeVisible();
    await page.getByRole('button', { name: '提交预约' }).click();
    await page.waitForURL(/\/me\/bookings\//);
    await expect(page.getByText('花生过敏')).toBeVisible();
  });
  await then(
    'her answers are the officer’s to read, the sensitive one only by a look',
    async () => {
      await officer.goto(`/desk/offerings/${offering.id}/questions`);
      await officer.getByRole('main').locator('a[href*="/questions/answers/"]').first().click();
      await expect(officer.getByText('三号楼')).toBeVisible();
      await expect(officer.getByText('花生过敏')).toHaveCount(0);
      await officer.getByRole('button', { name: /查看敏感回答/ }).click();
      await expect(officer.getByText('花生过敏')).toBeVisible();
      const looks =
        await sql()`select 1 from audit_entries e join bookings b on b.id::text = e.entity_id
      where e.action = 'reveal_answers' and b.offering_id = ${offering.id}`;
      expect(looks).toHaveLength(1);
      const sealed = await sql()`select 1 from answers a join answer_sheets s on s.id = a.sheet_id
      where s.offering_id = ${offering.id} and a::text like '%花生%'`;
      expect(sealed).toHaveLength(0);
    },
  );
  await when('the officer asks one thing more', () =>
    ask(officer, offering.id, '手机号', async () => {
      await officer.getByLabel('问题', { exact: true }).fill('紧急联系人手机');
      await tick(officer, '必填');
    }),
  );
  await then('only that is asked of her', async () => {
    await page.reload();
    await page.getByRole('link', { name: '去补充' }).click();
    await page.waitForURL(/\/questions/);
    await expect(page.getByLabel(/是否住校/)).toHaveCount(0);
    await page.getByLabel(/紧急联系人手机/).fill('139 0000 0002');
    await page.getByRole('button', { name: '提交补充' }).click();
    await page.waitForURL(/answered=yes/);
    await expect(page.getByText('需补充')).toHaveCount(0);
    await expect(page.getByText('139 0000 0002')).toBeVisible();
  });
});

test('without JavaScript a conditional question comes up after the first try', async ({
  as,
  browser,
  baseURL,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：无脚本答题', capacity: 5 });
  await writeForm(await as('economyOfficer'), offering.id);
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, await aMemberName());
  await page.goto(`/services/${offering.id}/questions?who=self&s=${offering.session}`);
  await tick(page, '住校');
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText(/多了这一题/).first()).toBeVisible();
  await expect(page.getByLabel('住校', { exact: true })).toBeChecked();
  await page.getByLabel(/住哪栋宿舍/).fill('五号楼');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.waitForURL(/\/book/);
  await expect(page.getByText('五号楼')).toBeVisible();
  await context.close();
});

const picture = {
  name: '就读证明.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]),
};

test('a file may be left out, and one that was sent counts after an error elsewhere and a reload', async ({
  as,
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：选填文件', capacity: 5 });
  const officer = await as('economyOfficer');
  await given('a file that may be left out, and a number of at least 1', async () => {
    await ask(officer, offering.id, '图片或 PDF', () =>
      officer.getByLabel('问题', { exact: true }).fill('就读证明'),
    );
    await ask(officer, offering.id, '数字', async () => {
      await officer.getByLabel('问题', { exact: true }).fill('几个人');
      await officer.getByLabel(/最小/).fill('1');
      await tick(officer, '必填');
    });
  });
  const page = await stranger();
  await signIn(page, await aMemberName());
  const next = page.getByRole('button', { name: '下一步' });
  await toQuestions(page, offering.id);
  await then('left empty it is no error', async () => {
    await page.getByLabel(/几个人/).fill('2');
    await next.click();
    await page.waitForURL(/\/book/);
  });
  await when('she comes back with a picture and a wrong number', async () => {
    await page.goBack();
    await page.getByLabel(/就读证明/).setInputFiles(picture);
    await page.getByLabel(/几个人/).fill('0');
    await next.click();
  });
  await then('the one error stands at its field, which has the cursor', async () => {
    await expect(page.getByText('不能小于 1')).toHaveCount(1);
    await expect(page.getByLabel(/几个人/)).toBeFocused();
    await expect(page.getByText('已收到文件')).toBeVisible();
  });
  await then('the picture counts after a reload, and only the number is put right', async () => {
    await page.reload();
    await expect(page.getByText('已收到文件')).toBeVisible();
    await page.getByLabel(/几个人/).fill('3');
    await next.click();
    await page.waitForURL(/\/book/);
  });
});
