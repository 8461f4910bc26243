import type { Page } from '@playwright/test';
import { alertOn, expect, given, test, then, when } from '../fixtures';
import { keysAlive } from '../keys';
import { aMemberName, anOpenOffering, applyByCode, newWorker, sql } from '../story';

/** What a button that is seen in the one red of the system says. */
const redButtons = (page: Page) =>
  page.locator('main button, main summary span').evaluateAll((all) =>
    all
      .filter((e) => e.getClientRects().length > 0)
      .filter((e) => getComputedStyle(e).backgroundColor === 'rgb(179, 38, 30)')
      .map((e) => (e.textContent ?? '').replace(/[A-Z]$/, '').trim()),
  );

const union = '江南街道保安环卫联合工会';

test('an officer works without a mouse: search, move, select, send back, refuse, approve, undo @desktop', async ({
  as,
  stranger,
}) => {
  const mark = `键${Date.now() % 100_000}`.replaceAll(
    /\d/g,
    (d) => '零一二三四五六七八九'[Number(d)] ?? '',
  );
  const ids: string[] = [];
  await given('two applications', async () => {
    for (const order of ['甲', '乙']) {
      const worker = await stranger();
      await newWorker(worker);
      ids.push((await applyByCode(worker, union, { name: `${mark}${order}` })).id);
      await worker.context().close();
    }
  });
  const page = await as('townAdmin');
  const press = (key: string) => page.keyboard.press(key);
  await when('a search finds one case alone, Enter opens it', async () => {
    await page.goto('/desk');
    await keysAlive(page);
    await press('/');
    await page.keyboard.type(`${mark}甲`);
    await press('Enter');
    await page.waitForURL(/q=/);
    await expect(page.locator('[data-case]')).toBeFocused();
    await press('Enter');
    await page.waitForURL(/case=/);
  });
  await when('she searches by / and opens the first by J', async () => {
    await page.goto('/desk');
    await keysAlive(page);
    await press('/');
    await expect(page.locator('#main input[name=q]')).toBeFocused();
    await page.keyboard.type(mark);
    await press('Enter');
    await page.waitForURL(/q=/);
    await page.goto(`${page.url()}&view=waiting`);
    await keysAlive(page);
    await press('j');
    await page.waitForURL(/case=/);
    await expect(page.locator('[data-case][aria-current=true]')).toHaveCount(1);
  });
  await then('X ticks it, R and E unfold their forms, Esc folds them, ? explains', async () => {
    await press('x');
    await expect(page.getByText('已选 1 件')).toBeVisible();
    await press('r');
    await expect(page.getByRole('button', { name: '退回给申请人' })).toBeVisible();
    await press('Escape');
    await expect(page.getByRole('button', { name: '退回给申请人' })).toBeHidden();
    await press('e');
    await expect(page.getByRole('form', { name: '不予通过' }).getByRole('button')).toBeVisible();
    await press('Escape');
    await press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
  await then(
    'while a form stands open A, E, J and X do nothing, and its button is the only red one',
    async () => {
      const at = page.url();
      await press('r');
      await expect(page.getByRole('checkbox', { name: '姓名', exact: true })).toBeFocused();
      for (const key of ['a', 'e', 'j', 'x']) await press(key);
      await expect(page.getByText('已选 1 件')).toBeVisible();
      expect(page.url()).toBe(at);
      expect(await redButtons(page)).toEqual(['退回给申请人']);
      for (const size of [
        { width: 1280, height: 800 },
        { width: 360, height: 740 },
      ]) {
        await page.setViewportSize(size);
        const form = page.getByRole('form', { name: '退回补正' });
        await form.getByRole('button', { name: '退回给申请人' }).click();
        await expect(alertOn(page)).toBeVisible();
        await expect(form.getByRole('button', { name: '退回给申请人' })).toBeInViewport();
        await page
          .getByRole('heading', { name: '系统核对' })
          .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
        const facts = await page.getByRole('heading', { name: '系统核对' }).boundingBox();
        const panel = await page.locator('details[data-decide=send-back]').boundingBox();
        expect(facts?.y, 'the facts stand above the form').toBeLessThan(panel?.y ?? 0);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
      await press('Escape');
      const waiting = await sql()`
      select 1 from membership_applications where id = any(${ids}) and status in ('submitted', 'in_review')`;
      expect(waiting).toHaveLength(2);
    },
  );
  await then('K goes back to where J came from', async () => {
    const first = page.url();
    await press('j');
    await page.waitForURL((url) => url.href !== first);
    await press('k');
    await page.waitForURL(first);
  });
  const badge = page.locator('nav[aria-label="主导航"] a[href="/desk"]');
  const counted = async () => /\d+/.exec((await badge.textContent()) ?? '')?.[0];
  const listed = async () =>
    /待办 (\d+)/.exec((await page.getByText(/^待办 \d+/).textContent()) ?? '')?.[1];
  await when('A approves, and the next case stands open', async () => {
    await press('a');
    await page.waitForURL(/undo=/);
    await expect(page.getByRole('button', { name: /撤销（/ })).toBeVisible();
    expect(new URL(page.url()).searchParams.get('case')).not.toBe(ids[0]);
  });
  await then(
    'one is approved, the other waits, and the menu counts what the list counts',
    async () => {
      expect(await counted()).toBe(await listed());
      const rows =
        await sql()`select status from membership_applications where id = any(${ids}) order by status`;
      expect(rows.map((row) => row.status)).toContain('approved');
      expect(rows).toHaveLength(2);
    },
  );
});

test('bookings approved together are taken back together, and nobody is told @desktop', async ({
  as,
  stranger,
  signIn,
}) => {
  const title = `走查：一起通过${Date.now() % 100_000}`;
  const offering = await anOpenOffering({ title, capacity: 5, needsApproval: true });
  for (const sex of ['male', 'female'] as const) {
    const page = await stranger();
    await signIn(page, await aMemberName(sex));
    await page.goto(`/services/${offering.id}`);
    await page.getByRole('button', { name: '立即预约' }).click();
    await page.getByRole('button', { name: '提交预约' }).click();
    await page.waitForURL(/\/me\/bookings\//);
  }
  const rows = await sql()`select id from bookings where offering_id = ${offering.id}`;
  const officer = await as('economyOfficer');
  await given('an officer who reads one of them with its conditions checked', async () => {
    await officer.goto(`/desk?case=b-${rows[0]?.id}`);
    await expect(officer.getByRole('heading', { name: '系统核对' })).toBeVisible();
    await expect(officer.getByText('本人是工会会员').first()).toBeVisible();
  });
  await when('she approves both in bulk', async () => {
    await sql()`update bookings set due_on = '2020-01-06' where offering_id = ${offering.id}`;
    await officer.goto('/desk?kind=training');
    for (const { id } of rows) await officer.locator(`input[name=item][value="b-${id}"]`).check();
    await officer.getByRole('button', { name: '批量办理…' }).click();
    await officer.waitForURL(/\/desk\/bulk\//);
    await officer.getByRole('button', { name: /通过这 2 件/ }).click();
    await expect(officer.getByText('办成 2 件，没有办 0 件。')).toBeVisible();
  });
  await when('and takes both back at once', async () => {
    await officer.getByRole('button', { name: /撤销这 2 件/ }).click();
    await officer.waitForURL(/undone=2-0/);
    await expect(officer.getByText('已撤销 2 件')).toBeVisible();
  });
  await then('both wait again and no notice is on its way', async () => {
    const now = await sql()`select status from bookings where offering_id = ${offering.id}`;
    expect(now.map((row) => row.status)).toEqual(['pending', 'pending']);
    const notified =
      await sql()`select 1 from outbox o join bookings b on o.dedupe_key like 'booking:' || b.id || ':2:%'
      where b.offering_id = ${offering.id} and o.status = 'waiting'`;
    expect(notified).toHaveLength(0);
  });
});
