import { invented } from '@/db/seed/federation';
import { expect, given, test, then, when } from '../fixtures';
import { sql } from '../story';

const { people } = invented;

test('an officer makes a segment, writes to it, and sees that the worker read it @phone', async ({
  page,
  as,
  signIn,
}) => {
  const name = `写给一个人 ${Date.now() % 1_000_000}`;
  const words = `工会年底回访，请看看 ${Date.now() % 1_000_000}`;
  const desk = await as('unionAdmin');
  await given('conditions that are counted and kept', async () => {
    const [courier] = await sql()<{ born: string; joined: string }[]>`
      select p.birth_on::text as born, m.joined_on::text as joined from people p
      join memberships m on m.person_id = p.id and m.status <> 'left'
      where p.name = ${people.courier} order by m.joined_on limit 1`;
    await desk.goto('/desk/segments');
    await desk.getByRole('link', { name: '建人群' }).click();
    await desk.getByLabel('再加一条').selectOption({ label: '入会时间' });
    await desk.getByRole('button', { name: '加上' }).click();
    await desk.getByLabel('最早入会日（含当天）').fill(courier?.joined ?? '');
    await desk.getByLabel('最晚入会日（含当天）').fill(courier?.joined ?? '');
    await desk.getByRole('button', { name: '看人数' }).last().click();
    await expect(desk.getByText(/^\d+ 人$/)).toBeVisible();
    await desk.getByLabel('名称').fill(name);
    await desk.getByRole('button', { name: '保存人群' }).click();
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(name);
  });
  await when('the officer writes to it and looks at it before it leaves', async () => {
    await desk.getByRole('link', { name: '发消息' }).click();
    await desk.getByLabel('要说的话').fill(words);
    await desk.getByRole('button', { name: '看一遍再发' }).click();
    await expect(desk.getByText('收到的样子')).toBeVisible();
    await desk.getByRole('button', { name: /^发给 \d+ 人$/ }).click();
    await expect(desk.getByText('已交发，每人一条')).toBeVisible();
    // Time in which it may still be taken back.
    await sql()`update notices set visible_at = now() where body = ${words}`;
  });
  await then('the worker reads it on the phone, and its receipt counts one', async () => {
    await signIn(page, people.courier);
    await page.goto('/me/notices');
    await page.getByRole('button', { name: new RegExp(words) }).click();
    await page.waitForURL(/\/me\/notices/);
    await expect
      .poll(async () => {
        const [row] = await sql()<{ n: number }[]>`
          select count(read_at)::int as n from notices where body = ${words}`;
        return row?.n;
      })
      .toBe(1);
    await desk.reload();
    await expect(desk.getByText(/^1 \/ \d+$/)).toBeVisible();
  });
});
