import type { Page } from '@playwright/test';
import { PROOF_PHOTO } from '@/db/seed/data/proof-photo';
import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, aResidentId, newPhone, signInByCode, tick } from '../story';

async function fillChild(page: Page, name: string) {
  await page.getByLabel('孩子姓名').fill(name);
  await page.getByLabel(/身份证号/).fill(aResidentId({ birthOn: '2017-05-12', sex: 'female' }));
  await page.getByLabel('年级', { exact: true }).selectOption(String(new Date().getFullYear() - 2));
  await tick(page, '母亲');
  await tick(page, /同意/);
}

const aClass = (title: string) =>
  anOpenOffering({
    title,
    kind: 'childcare',
    capacity: 5,
    term: `${title}${Date.now()}`,
    rules: { gradeMin: 1, gradeMax: 6 },
  });

test('a parent who has no child in the portal yet adds one on the way, and comes back to the class', async ({
  stranger,
  signIn,
}) => {
  const offering = await aClass('走查：先加孩子');
  const page = await stranger();
  await signIn(page, await aMemberName());
  await when('she opens the class', () => page.goto(`/services/${offering.id}`));
  await then('the one next action is to add a child, not a booking that cannot be', async () => {
    await expect(page.getByRole('button', { name: '立即预约' })).toHaveCount(0);
    await page.getByRole('link', { name: '添加孩子' }).last().click();
    await page.waitForURL(/\/me\/family\/add\?next=/);
  });
  await when('she forgets to fill in anything, then fills in all', async () => {
    await page.getByRole('button', { name: '保存' }).click();
    for (const words of ['请填写孩子姓名', '请填写证件号码', '请选择年级', '请勾选监护人同意']) {
      await expect(page.getByText(words).first()).toBeVisible();
    }
    await fillChild(page, '小麦穗');
    await page.getByRole('button', { name: '保存' }).click();
  });
  await then('she is back at the class with the child chosen, and books', async () => {
    await page.waitForURL((url) => url.pathname === `/services/${offering.id}`);
    await expect(page.getByText(/小麦穗可以报名/)).toBeVisible();
    await page.getByRole('button', { name: '立即预约' }).click();
    await page.waitForURL(/\/book/);
    await page.getByRole('button', { name: '提交预约' }).click();
    await page.waitForURL(/\/me\/bookings\//);
    await expect(page.getByText('小麦穗').first()).toBeVisible();
  });
});

const household = {
  name: 'hukou.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(PROOF_PHOTO, 'base64'),
};

test('the second guardian is invited by phone, confirms with an own consent, has a wrong name put right, and cancels the place', async ({
  stranger,
  signIn,
  as,
}) => {
  const offering = await aClass('走查：两位监护人');
  const [mother, father] = [await stranger(), await stranger()];
  const phone = newPhone();
  await signIn(mother, await aMemberName());
  await given('a child with a place', async () => {
    await mother.goto(`/me/family/add?next=/services/${offering.id}`);
    await fillChild(mother, '小谷雨');
    await mother.getByRole('button', { name: '保存' }).click();
    await mother.waitForURL((url) => url.pathname === `/services/${offering.id}`);
    await mother.getByRole('button', { name: '立即预约' }).click();
    await mother.waitForURL(/\/book/);
    await mother.getByRole('button', { name: '提交预约' }).click();
    await mother.waitForURL(/\/me\/bookings\//);
  });
  await when('she invites the father by phone', async () => {
    await mother.goto('/me/family');
    await mother.getByRole('link', { name: /小谷雨/ }).click();
    await mother.getByText('邀请另一位监护人').click();
    await mother.getByLabel('对方手机号').fill(phone);
    await mother.getByRole('button', { name: '发送邀请' }).click();
    await expect(mother.getByText('等对方确认')).toBeVisible();
  });
  await when('he signs in with that phone and confirms', async () => {
    await father.goto('/login?next=/me/family');
    await signInByCode(father, phone);
    const invitation = father.getByRole('link', { name: /请您做/ });
    await expect(invitation).not.toContainText('小谷雨');
    await invitation.click();
    await father.getByRole('button', { name: '确认', exact: true }).click();
    await expect(father.getByText('请勾选监护人同意').first()).toBeVisible();
    await tick(father, '父亲');
    await tick(father, /同意/);
    await father.getByRole('button', { name: '确认', exact: true }).click();
    await father.waitForURL((url) => url.pathname === '/me/family');
    await expect(father.getByText('小谷雨')).toBeVisible();
  });
  await when(
    'he sees a wrong character in the name and asks for the right one, with a photo',
    async () => {
      await father.getByRole('link', { name: /小谷雨/ }).click();
      await father.getByRole('link', { name: /更正姓名/ }).click();
      await father.getByLabel('正确的姓名').fill('小谷羽');
      await father.getByRole('button', { name: /下一步/ }).click();
      await father.waitForURL(/\/me\/corrections\/[0-9a-f-]{36}$/);
      await father.getByLabel(/户口簿页/).setInputFiles(household);
      await father.getByRole('button', { name: '提交给工会核对' }).click();
      await expect(father.getByText(/正在核对/)).toBeVisible();
    },
  );
  await then(
    'an officer compares and puts it right; the mother reads the right name, the place is kept',
    async () => {
      const officer = await as('organisationOfficer');
      await officer.goto('/desk/corrections');
      await officer
        .getByRole('link', { name: /（孩子）/ })
        .first()
        .click();
      await expect(officer.getByRole('img', { name: '证明照片 1' })).toBeVisible();
      await officer.getByRole('button', { name: '照此更正' }).click();
      await officer.waitForURL(/done=corrected/);
      await mother.goto('/me/family');
      await expect(mother.getByText('小谷羽')).toBeVisible();
      await father.goto('/me/bookings');
      await expect(father.getByText('小谷羽').first()).toBeVisible();
    },
  );
  await then('he finds the place and may give it up, and she reads that it is off', async () => {
    await father.goto('/me/bookings');
    await father.getByRole('link', { name: /走查：两位监护人/ }).click();
    await father.getByRole('link', { name: '取消预约' }).click();
    await father.getByRole('button', { name: '退掉名额' }).click();
    await father.waitForURL(/done=cancelled/);
    await mother.reload();
    await mother.goto('/me/bookings?view=past');
    await expect(mother.getByText('走查：两位监护人').first()).toBeVisible();
  });
});
