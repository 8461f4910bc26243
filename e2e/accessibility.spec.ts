import { writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { sql } from './story';

const open = [
  '/',
  '/guide/join',
  '/services',
  '/login',
  '/staff/login',
  '/help',
  '/privacy',
  '/v/x',
];
const member = [
  '/',
  '/affairs',
  '/me',
  '/me/card',
  '/me/bookings',
  '/me/family',
  '/me/devices',
  '/me/notices',
  '/me/display',
];
const desk = ['/desk', '/desk/dashboard', '/desk/members', '/desk/organisations', '/desk/audit'];

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('no violation on the pages that everyone reads @both', async ({ page }) => {
  for (const path of open) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(
      violations.map((v) => [path, v.id, v.nodes[0]?.html]),
      path,
    ).toEqual([]);
  }
});

test('no violation on a member’s pages @both', async ({ as }) => {
  const page = await as('courier');
  const [offering] =
    await sql()`select id from offerings where status in ('published', 'open') order by created_at limit 1`;
  for (const path of [...member, `/services/${offering?.id}`]) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(
      violations.map((v) => [path, v.id, v.nodes[0]?.html]),
      path,
    ).toEqual([]);
  }
});

test('no violation at the desk @both', async ({ as }) => {
  const page = await as('organisationOfficer');
  for (const path of desk) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(
      violations.map((v) => [path, v.id, v.nodes[0]?.html]),
      path,
    ).toEqual([]);
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
