import { people } from '../demo';
import { expect, given, test, then, when } from '../fixtures';
import { sql } from '../story';

const idle = (sessionId: string, minutes: number) =>
  sql()`update sessions set last_seen_at = now() - make_interval(secs => ${minutes * 60})
    where id = ${sessionId}`;

test('an officer is warned a minute before the desk closes, and told at the door why it did (D17)', async ({
  page,
  signIn,
}) => {
  const session = await signIn(page, people.systemAdmin, 'staff');
  await page.clock.install();
  const warning = page.getByRole('alertdialog');
  await given('a page with half a reason on it', async () => {
    await page.goto('/desk/settings?edit=session_staff_hours');
    await page.getByRole('main').getByRole('textbox').first().fill('9');
  });
  await when('nothing was pressed for almost fifteen minutes', async () => {
    await idle(session, 14.3);
    await page.clock.fastForward('14:05');
  });
  await then('the page warns, and 继续 keeps the session', async () => {
    await expect(warning).toContainText('自动退出');
    await warning.getByRole('button', { name: '继续' }).click();
    await expect(warning).toHaveCount(0);
    const [row] = await sql()`select last_seen_at > now() - interval '1 minute' as used
      from sessions where id = ${session}`;
    expect(row?.used).toBe(true);
  });
  await when('the fifteen minutes are over', async () => {
    await idle(session, 16);
    await page.clock.fastForward('15:00');
  });
  await then('the door says why, and the text waits behind it', async () => {
    await expect(page).toHaveURL(/staff\/login/);
    await expect(page.getByRole('status')).toContainText('15 分钟没有操作，已自动退出');
    await signIn(page, people.systemAdmin, 'staff');
    await page.goto('/desk/settings?edit=session_staff_hours');
    await expect(page.getByRole('main').getByRole('textbox').first()).toHaveValue('9');
  });
});

test('without the page’s program the next click says why one stands at the door', async ({
  page,
  signIn,
}) => {
  const session = await signIn(page, people.systemAdmin, 'staff');
  await page.goto('/desk/roles');
  await idle(session, 16);
  await page.goto('/desk/settings');
  await expect(page).toHaveURL(/staff\/login/);
  await expect(page.getByRole('status')).toContainText('15 分钟没有操作，已自动退出');
});
