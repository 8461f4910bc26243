import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { atDesk, expectClean, expectCleanAnswer, expectNothingWrong, idOf } from './clean-page';
import { expect, test } from './fixtures';
import { newPhone, sql } from './story';

const open = [
  '/',
  '/guide/join',
  '/services',
  '/login',
  '/staff/login',
  '/help',
  '/privacy',
  '/v/x',
  '/c/made-up-token-of-some-length',
  '/offline',
  '/nothing-here',
  '/dev/ui',
];
const member = [
  '/',
  '/affairs',
  '/me',
  '/me/card',
  '/me/bookings',
  '/me/family',
  '/me/corrections',
  '/me/corrections/new',
  '/me/record',
  '/me/record/print',
  '/me/devices',
  '/me/sign-ins',
  '/me/notices',
  '/me/display',
];
// A page with a thousand elements takes axe its time, on a machine that does other things too.
test.describe.configure({ timeout: 180_000 });

test('no violation on the pages that everyone reads @both', async ({ page }) => {
  for (const path of open) await expectClean(page, path);
});

test('no violation on a member’s pages @both', async ({ as }) => {
  const page = await as('courier');
  const offering = await idOf(
    sql()`select id from offerings where status in ('published', 'open') order by created_at limit 1`,
  );
  for (const path of [...member, `/services/${offering}`]) await expectClean(page, path);
});

test('no violation at the desk of members and organisations @both', async ({ as }) => {
  const page = await atDesk(as, 'organisationOfficer');
  const person = await idOf(
    sql()`select person_id as id from memberships where status = 'regular' limit 1`,
  );
  const union = await idOf(
    sql()`select id from organisations where kind = 'grassroots_union' and closed_at is null limit 1`,
  );
  const employer = await idOf(sql()`select id from employers order by length(name) desc limit 1`);
  const decided = await idOf(
    sql()`select id from membership_applications where status = 'approved' limit 1`,
  );
  for (const path of [
    '/desk',
    '/desk/dashboard',
    '/desk/figures?by=month&from=2026-01-01&to=2026-12-31',
    '/desk/union-figures?from=2024-01-01&to=2024-12-31',
    '/desk/union-figures/rows?figure=founded_employers&from=2024-01-01&to=2024-12-31',
    '/desk/figures/print?by=place&from=2026-01-01&to=2026-12-31',
    '/desk/organisations/paste',
    '/desk/organisations/employers/paste',
    '/desk/members',
    '/desk/members?from=2026-01-01&to=2026-12-31&newForm=0&town=none',
    '/desk?view=done&kind=membership&from=2026-01-01&to=2026-12-31',
    `/desk/members/${person}`,
    '/desk/organisations',
    `/desk/organisations?id=${union}`,
    '/desk/organisations/new',
    `/desk/organisations/${union}/edit`,
    `/desk/organisations/${union}/move`,
    `/desk/organisations/${union}/close`,
    `/desk/organisations/${union}/poster`,
    '/desk/organisations/employers',
    `/desk/organisations/employers/${employer}`,
    '/desk/organisations/employers/new',
    `/desk/applications/${decided}/print`,
    '/desk/audit',
    '/desk/account',
  ]) {
    await expectClean(page, path);
  }
  await expectCleanAnswer(page, '/desk/members', 'q', '没有这个人');
});

test('no violation on the pages of unions, employers and the life of a 会籍 @both', async ({
  as,
}) => {
  const page = await atDesk(as, 'organisationOfficer');
  const union = await idOf(
    sql()`select organisation_id as id from foundings where organisation_id is not null limit 1`,
  );
  const founding = await idOf(
    sql()`select id from foundings where organisation_id is null order by created_at limit 1`,
  );
  const founded = await idOf(
    sql()`select id from foundings where organisation_id is not null limit 1`,
  );
  const entry = await idOf(
    sql()`select employer_id as id from register_entries order by next_visit_on limit 1`,
  );
  const transfer = await idOf(sql()`select id from transfers order by created_at limit 1`);
  const caseId = await idOf(sql()`select id from membership_cases limit 1`);
  const pair = await idOf(
    sql()`select id from duplicate_pairs where kind = 'person' and status = 'open' limit 1`,
  );
  const merge = await idOf(sql()`select id from record_merges where undone_at is null limit 1`);
  const segment = await idOf(sql()`select id from segments order by created_at limit 1`);
  const conditions =
    'draft=1&join=all&k-0=age&from-0=30&k-1=group&join-1=none&k-1-0=sex&sex-1-0=male&count=yes';
  for (const path of [
    '/desk/register?view=all',
    '/desk/register/due',
    '/desk/register/new',
    '/desk/register/clusters',
    `/desk/register/${entry}`,
    `/desk/register/${entry}/visit`,
    '/desk/foundings',
    '/desk/foundings/new',
    `/desk/foundings/${founding}`,
    `/desk/foundings/${founded}`,
    '/desk/terms',
    '/desk/terms/missing',
    `/desk/organisations/${union}/offices`,
    '/desk/transfers',
    '/desk/transfers/new',
    '/desk/secondments',
    `/desk/transfers/${transfer}`,
    `/desk/transfers/cases/${caseId}`,
    '/desk/imports',
    '/desk/imports?book=employers',
    '/desk/imports?book=unions',
    '/desk/duplicates',
    `/desk/duplicates/${pair}`,
    `/desk/duplicates/merges/${merge}`,
    '/desk/segments',
    `/desk/segments/new?${conditions}`,
    `/desk/segments/${segment}?count=yes`,
    `/desk/segments/${segment}/messages/new`,
    '/desk/members?export=step_up',
  ]) {
    await expectClean(page, path);
  }
});

test('no violation at the counter and in bulk work @both', async ({ as }) => {
  const page = await atDesk(as, 'unionAdmin');
  await expectClean(page, '/desk/counter');
  await page.getByRole('button', { name: '发送验证码' }).click();
  await expect(page.getByText('请填写手机号').first()).toBeVisible();
  await expectNothingWrong(page, '/desk/counter with errors');
  await page.getByLabel('职工本人的手机号').fill(newPhone());
  await page.locator('label', { hasText: '本人在场，同意工会代办' }).click();
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.waitForURL('**/counter/form**');
  await expectNothingWrong(page, '/desk/counter/form');
  await expectClean(page, '/desk/counter/done?number=RH26-0605-0018&due=2026-06-12');
  await page.goto('/desk');
  await expectClean(page, '/desk/bulk');
  await page.goto('/desk');
  await page.getByRole('button', { name: /^全选/ }).click();
  await page.waitForURL(/\/desk\/bulk\//);
  await expectNothingWrong(page, 'a selection before it is decided');
});

test('no violation at the desk of services @both', async ({ as }) => {
  const page = await atDesk(as, 'economyOfficer');
  const offering = await idOf(
    sql()`select offering_id as id from bookings where kind = 'training' and status = 'booked'
      group by 1 order by count(*) desc limit 1`,
  );
  const session = await idOf(
    sql()`select id from offering_sessions where offering_id = ${offering} limit 1`,
  );
  const base = `/desk/offerings/${offering}`;
  const parts = ['', '/roll', '/roll/print', '/waitlist', '/settings', '/edit', '/cancel'];
  for (const path of [
    '/desk/offerings',
    '/desk/offerings/new',
    '/desk/offerings/new/plan?kind=training',
    '/desk/venues',
    '/desk/venues/new',
    ...parts.map((part) => base + part),
    `${base}/sessions/new`,
    `${base}/sessions/${session}`,
  ]) {
    await expectClean(page, path);
  }
});

test('no violation at the desk of roles and settings @both', async ({ as }) => {
  const page = await atDesk(as, 'systemAdmin');
  const account = await idOf(
    sql()`select account_id as id from role_grants where role = 'viewer' limit 1`,
  );
  for (const path of [
    '/desk/roles',
    `/desk/roles?account=${account}`,
    '/desk/settings',
    '/desk/settings/holidays',
    '/desk/first-steps',
    '/desk/first-steps/sms',
  ]) {
    await expectClean(page, path);
  }
  await expectCleanAnswer(page, '/desk/roles', 'phone', '139');
});

test('特大 at 360 px: the desk does not scroll sideways either', async ({ as, baseURL }) => {
  for (const [who, paths] of [
    [
      'organisationOfficer',
      [
        ...['/desk', '/desk/dashboard', '/desk/members', '/desk/organisations', '/desk/figures'],
        '/desk/union-figures?from=2024-01-01&to=2024-12-31',
        '/desk/union-figures/rows?figure=new_members&from=2024-01-01&to=2024-12-31',
      ],
    ],
    [
      'economyOfficer',
      [
        '/desk/offerings',
        '/desk/offerings/new',
        '/desk/offerings/new/plan?kind=training',
        '/desk/venues',
      ],
    ],
    ['systemAdmin', ['/desk/roles', '/desk/settings', '/desk/settings/holidays']],
  ] as const) {
    const page = await atDesk(as, who);
    await page.context().addCookies([{ name: 'size', value: 'xlarge', url: baseURL ?? '' }]);
    for (const path of paths) {
      await page.goto(path);
      const seen = await page.evaluate(() => ({
        size: document.documentElement.dataset.size,
        sideways: document.documentElement.scrollWidth - window.innerWidth,
      }));
      expect(seen, path).toMatchObject({ size: 'xlarge', sideways: 0 });
    }
  }
});

test('大字 and 特大 at 360 px: nothing sideways, targets of 60 px', async ({ as, baseURL }) => {
  const page = await as('courier');
  for (const size of ['large', 'xlarge']) {
    await page.context().addCookies([{ name: 'size', value: size, url: baseURL ?? '' }]);
    for (const path of [...open, ...member]) {
      await page.goto(path);
      const seen = await page.evaluate(() => ({
        size: document.documentElement.dataset.size,
        sideways: document.documentElement.scrollWidth - window.innerWidth,
        body: Number.parseFloat(getComputedStyle(document.body).fontSize),
        small: [...document.querySelectorAll('main button, nav[aria-label="主导航"] a')]
          .filter((e) => e.getClientRects().length > 0 && !e.closest('p'))
          .map((e) => e.getBoundingClientRect().height)
          .filter((height) => height < 59.5).length,
      }));
      expect(seen.sideways, `${path} at ${size}`).toBeLessThanOrEqual(0);
      expect(seen.body, `${path} at ${size}`).toBeGreaterThanOrEqual(size === 'large' ? 21 : 29.5);
      expect(seen.small, `${path} at ${size}: small targets`).toBe(0);
    }
  }
});

test('the picture of the README @desktop', async ({ as, stranger }) => {
  const shot = async (page: Page, path: string) => {
    await page.goto(path);
    return (await page.screenshot()).toString('base64');
  };
  const member = await as('courier');
  await member.setViewportSize({ width: 360, height: 740 });
  const officer = await as('organisationOfficer');
  const [home, desk] = [await shot(member, '/'), await shot(officer, '/desk')];
  const frame = await stranger();
  await frame.setViewportSize({ width: 1640, height: 800 });
  const picture = (image: string, width: number) =>
    `<img style="width:${width}px;border:1px solid #e4e0da" src="data:image/png;base64,${image}">`;
  await frame.setContent(
    `<body style="margin:16px;display:flex;gap:16px;background:#fff">${picture(home, 360)}${picture(desk, 1200)}</body>`,
  );
  writeFileSync('docs/screenshot.png', await frame.screenshot());
});
