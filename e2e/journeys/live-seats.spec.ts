import { expect, given, test, then, when } from '../fixtures';
import { aMemberName, anOpenOffering, sql } from '../story';

test('the page of a service keeps its counts fresh while somebody looks', async ({
  stranger,
  signIn,
}) => {
  const offering = await anOpenOffering({ title: '走查：还剩几个名额', capacity: 30 });
  const page = await stranger();
  await signIn(page, await aMemberName());
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/places')) asked.push(request.url());
  });
  await given('somebody looks at a course', async () => {
    await page.clock.install();
    await page.goto(`/services/${offering.id}`);
    await expect(page.getByText('剩 30').first()).toBeVisible();
    expect(asked).toHaveLength(0);
  });
  await when('another takes a place and a quarter of a minute passes', async () => {
    await sql()`update session_capacity set taken = taken + 1
      where session_id in (select id from offering_sessions where offering_id = ${offering.id})`;
    await page.clock.runFor(16_000);
  });
  await then('one place less is shown and read out, asked for once', async () => {
    await expect(page.getByText('剩 29').first()).toBeVisible();
    await expect(page.locator('[aria-live=polite]', { hasText: '剩 29' })).toBeVisible();
    expect(asked).toHaveLength(1);
  });
  await then('a page nobody sees asks for nothing', async () => {
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    });
    await page.clock.runFor(60_000);
    expect(asked).toHaveLength(1);
  });
});
