import type { Page } from '@playwright/test';
import { people } from '../demo';
import { codeFor, expect, given, test, then, when } from '../fixtures';
import { keysAlive } from '../keys';
import { aMemberName, anOpenOffering, aResidentId, newPhone, sql, tick } from '../story';

declare global {
  interface Window {
    counted(what: 'taps' | 'keys', n: number): void;
    moved: number;
  }
}

interface Effort {
  loads: number;
  taps: number;
  keys: number;
}

/** Pages opened, taps and characters typed, as they happen on the page. */
async function effortOn(page: Page): Promise<Effort> {
  const done = { loads: 0, taps: 0, keys: 0 };
  let at = '';
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || frame.url() === at) return;
    at = frame.url();
    done.loads++;
  });
  await page.exposeFunction('counted', (what: 'taps' | 'keys', n: number) => {
    done[what] += n;
  });
  await page.addInitScript(() => {
    const { counted } = window;
    addEventListener('pointerdown', () => counted('taps', 1), true);
    addEventListener(
      'beforeinput',
      (event) => counted('keys', (event as InputEvent).data?.length ?? 0),
      true,
    );
  });
  return done;
}

const go = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** Types into the field that the page has put the caret into, or taps it first. */
async function type(page: Page, label: string | RegExp, text: string) {
  const field = page.getByRole('textbox', { name: label });
  if (!(await field.evaluate((e) => e === document.activeElement))) await field.click();
  await page.keyboard.insertText(text);
}

test('joining from the front page is at most 13 pages, 19 taps and 38 keys', async ({ page }) => {
  const done = await effortOn(page);
  const phone = newPhone();
  const next = async (path: RegExp) => {
    await go(page, '继续');
    await page.waitForURL(path);
  };
  await when('she goes from the front page to the form', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: '去入会' }).click();
    await page.getByRole('link', { name: '开始办理' }).filter({ visible: true }).first().click();
    await page.waitForURL(/login/);
  });
  await when('signs in by a code', async () => {
    await type(page, '手机号', phone);
    await tick(page, /我已读并同意/);
    await go(page, '获取验证码');
    await page.waitForURL(/login\/code/);
    await type(page, /验证码/, await codeFor(page, phone));
    await go(page, '登录');
    await page.waitForURL(/\/join/);
  });
  await when('answers', async () => {
    await page.getByRole('link', { name: '开始填姓名' }).click();
    await page.waitForURL(/join\/name/);
    await type(page, /姓名/, '韦小满');
    await next(/join\/id/);
    await type(page, /身份证号/, aResidentId());
    await next(/join\/occupation/);
    await tick(page, '快递员');
    await next(/join\/workplace/);
    await page.getByText('在平台接单').click();
    await page.waitForURL(/industry/);
    await next(/join\/check/);
  });
  await when('and sends it', async () => {
    await tick(page, /我自愿入会/);
    await tick(page, /单独同意/);
    await go(page, '提交申请');
    await page.waitForURL(/receipt/);
  });
  expect(done.loads, 'pages').toBeLessThanOrEqual(13);
  expect(done.taps, 'taps').toBeLessThanOrEqual(19);
  expect(done.keys, 'keys').toBeLessThanOrEqual(38);
});

test('booking for a child is at most 4 taps from the list', async ({ stranger, signIn }) => {
  const title = `走查：四下 ${Date.now() % 100_000}`;
  const offering = await anOpenOffering({ title, kind: 'childcare', capacity: 10 });
  const page = await stranger();
  await signIn(page, await aMemberName());
  await given('a parent whose child is known', async () => {
    await page.goto('/me/family/add');
    await page.getByLabel('孩子姓名').fill('小石榴');
    await page.getByLabel(/身份证号/).fill(aResidentId({ birthOn: '2017-05-12' }));
    await page
      .getByLabel('年级', { exact: true })
      .selectOption(String(new Date().getFullYear() - 2));
    await tick(page, '母亲');
    await tick(page, /同意/);
    await go(page, '保存');
    await page.waitForURL((url) => !url.pathname.endsWith('/add'));
  });
  const done = await effortOn(page);
  await page.goto('/services?kind=childcare');
  await page.locator(`a[href="/services/${offering.id}"]`).first().click();
  await page.waitForURL(new RegExp(offering.id));
  await go(page, '立即预约');
  await page.waitForURL(/\/book/);
  await go(page, '提交预约');
  await page.waitForURL(/\/me\/bookings\//);
  expect(done.taps).toBeGreaterThan(0);
  expect(done.taps).toBeLessThanOrEqual(4);
  expect(done.keys).toBe(0);
});

test('fifty approvals are at most 60 keys @desktop', async ({ as }) => {
  const title = `走查：五十件 ${Date.now() % 100_000}`;
  const offering = await anOpenOffering({ title, capacity: 60, needsApproval: true });
  await given(
    'fifty bookings, due before any other, forty of them taken on by the officer',
    async () => {
      await sql()`
      insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id, attendee_id,
        organisation_id, organiser_id, status, due_on, period, attendee_masked, phone_tail, created_at)
      select gen_random_uuid(), 'YY20-0101-' || lpad((floor(random() * 900000) + 100000 + n)::int::text, 7, '0'),
        s.id, s.offering_id, 'training', p.account_id, p.id, p.id, p.union_id, o.organisation_id, 'pending',
        '2020-01-06', tstzmultirange(tstzrange(s.starts_at, s.ends_at)), left(p.name, 1) || '**', a.phone_tail,
        now() - interval '9 days'
      from (select *, row_number() over (order by random()) as n from people p
          where name is not null and union_id is not null
          and not exists (select 1 from bookings b where b.person_id = p.id)
          and not exists (select 1 from role_grants g where g.account_id = p.account_id) limit 50) p
      join accounts a on a.id = p.account_id, offering_sessions s join offerings o on o.id = s.offering_id
      where s.id = ${offering.session}`;
      await sql()`update session_capacity set taken = 50 where session_id = ${offering.session}`;
      await sql()`
      insert into case_assignments (case_id, case_kind, organisation_id, officer_id, assigned_by, at)
      select b.id, 'bookings', b.organiser_id, g.id, g.id, now()
      from bookings b, (select account_id as id from role_grants where role = 'economy_officer' limit 1) g
      where b.offering_id = ${offering.id} order by b.id offset 10`;
    },
  );
  const page = await as('economyOfficer');
  await page.goto('/desk');
  await keysAlive(page);
  let keys = 0;
  const press = async (key: string) => {
    const before = page.url();
    await page.keyboard.press(key);
    keys++;
    await page.waitForURL((url) => url.href !== before);
  };
  await when('J opens the first and A approves one after the other', async () => {
    await press('j');
    for (let n = 0; n < 10; n++) {
      await expect(page.getByRole('heading', { name: '系统核对' })).toBeVisible();
      await press('a');
    }
    expect(keys).toBe(11);
  });
  await when('S takes all that is hers together, and A approves them', async () => {
    await page.goto('/desk?mine=1');
    await expect(page.getByRole('button', { name: '全选 40 件…' })).toBeVisible();
    await keysAlive(page);
    await press('s');
    await expect(page.getByRole('heading', { name: '批量办理：预约报名 40 件' })).toBeVisible();
    await keysAlive(page);
    await page.keyboard.press('a');
    keys++;
    await expect(page.getByText('办成 40 件，没有办 0 件。')).toBeVisible();
  });
  await then('all fifty are booked', async () => {
    const rows = await sql()`
      select status, count(*)::int as n from bookings where offering_id = ${offering.id} group by status`;
    expect(rows.map((row) => [row.status, row.n])).toEqual([['booked', 50]]);
    test.info().annotations.push({ type: 'keys', description: `50 approvals: ${keys} keys` });
    process.stdout.write(`通过 50 件：${keys} 次按键\n`);
    expect(keys).toBeLessThanOrEqual(60);
  });
});

test('a list of ten of one’s own people is at most 14 taps and no key @desktop', async ({ as }) => {
  const title = `走查：单位十人 ${Date.now() % 100_000}`;
  const { id, session } = await anOpenOffering({ title, capacity: 10 });
  await sql()`update offerings set allocation = 'unit' where id = ${id}`;
  const chair = await as('unionAdmin');
  const done = await effortOn(chair);
  await when('the chair opens the course on her first page and ticks ten', async () => {
    await chair.goto('/desk/unit');
    await chair.getByRole('link', { name: title }).click();
    await chair.getByRole('link', { name: '从名册勾选' }).click();
    await chair.waitForURL(/by=roster/);
    const boxes = chair.getByRole('group', { name: '勾选要报名的人' }).getByRole('checkbox');
    for (let n = 0; n < 10; n++) await boxes.nth(n).check();
  });
  await when('looks the list through and hands it in', async () => {
    await go(chair, '核对名单');
    await expect(chair.getByText(/交单后 10 人有名额/)).toBeVisible({ timeout: 60_000 });
    await go(chair, '交单（10 人）');
  });
  await then('all ten hold a place that they are asked about', async () => {
    await expect(chair.getByText(/已交/).first()).toBeVisible({ timeout: 60_000 });
    const rows = await sql()`select count(*)::int as n from bookings
      where session_id = ${session} and status = 'offered'`;
    expect(rows).toEqual([{ n: 10 }]);
    process.stdout.write(`名单 10 人：${done.taps} 次点击，${done.keys} 次按键\n`);
    expect(done.taps, 'taps').toBeGreaterThan(10);
    expect(done.taps, 'taps').toBeLessThanOrEqual(14);
    expect(done.keys, 'keys').toBe(0);
  });
});

test('a member’s pages come in at most 11 requests and 175 kB, and nothing on them moves', async ({
  signIn,
  browser,
  baseURL,
}) => {
  for (const path of ['/', '/services', '/me', '/me/card']) {
    // A context of its own: what the page before left in the cache would count as nothing.
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL });
    const page = await context.newPage();
    await signIn(page, people.courier);
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    let [requests, bytes] = [0, 0];
    wire.on('Network.loadingFinished', (event) => {
      requests++;
      bytes += event.encodedDataLength;
    });
    await page.addInitScript(() => {
      window.moved = 0;
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries() as (PerformanceEntry & { value: number })[])
          window.moved += shift.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(requests, `requests of ${path}`).toBeGreaterThan(3);
    expect(requests, `requests of ${path}`).toBeLessThanOrEqual(11);
    expect(bytes / 1024, `kB of ${path}`).toBeLessThanOrEqual(175);
    // 0 as it is commonly told, to three places.
    expect(await page.evaluate(() => window.moved), `movement of ${path}`).toBeLessThan(0.001);
    await context.close();
  }
});
