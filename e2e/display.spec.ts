import type { Page } from '@playwright/test';
import { expectNothingWrong } from './clean-page';
import { expect, test } from './fixtures';
import { sql } from './story';

// The figures of 工信部 2021 and WCAG 2.2 that a browser can measure (docs/accessibility.md).
test.describe.configure({ timeout: 180_000 });

const pages = [
  '/',
  '/services',
  '/login',
  '/help',
  '/me',
  '/me/bookings',
  '/me/display',
  '/affairs',
];

/** What on this page is smaller or tighter than promised. */
async function measure(page: Page, target: number) {
  return page.evaluate((least) => {
    const seen = (e: Element) =>
      e.getClientRects().length > 0 && !e.closest('.visually-hidden') && !e.closest('svg');
    const named = (e: Element) => `${e.tagName} ${(e.textContent ?? '').trim().slice(0, 20)}`;
    const texts = [...document.querySelectorAll('main *, nav *, header *')].filter(
      (e) => seen(e) && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim()),
    );
    const style = (e: Element) => getComputedStyle(e);
    const size = (e: Element) => Number.parseFloat(style(e).fontSize);
    const tight = (e: Element) => Number.parseFloat(style(e).lineHeight) / size(e) < 1.29;
    const wraps = (e: Element) => e.getBoundingClientRect().height > size(e) * 2;
    const targets = [...document.querySelectorAll('main a, main button, nav a, header a, summary')];
    const reachOf = (e: Element) => {
      const after = getComputedStyle(e, '::after');
      const more = after.position === 'absolute' ? Number.parseFloat(after.height) || 0 : 0;
      return Math.max(e.getBoundingClientRect().height, more);
    };
    return {
      small: texts.filter((e) => size(e) < 14 && !e.closest('.bg-brand-700')).map(named),
      tight: texts.filter((e) => tight(e) && wraps(e)).map(named),
      // A link inside a sentence is as tall as the sentence (WCAG 2.5.8, exception inline).
      short: targets
        .filter((e) => seen(e) && !e.closest('p, label') && reachOf(e) < least - 0.5)
        .map(named),
      cut: texts
        .filter((e) => style(e).overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1)
        .map(named),
    };
  }, target);
}

test('text of 14 px, lines of 1.3, targets of 44 px; 60 px in 大字 and 特大', async ({
  as,
  baseURL,
}) => {
  const page = await as('courier');
  for (const [size, target] of [
    ['standard', 44],
    ['large', 60],
    ['xlarge', 60],
  ] as const) {
    await page.context().addCookies([{ name: 'size', value: size, url: baseURL ?? '' }]);
    for (const path of pages) {
      await page.goto(path);
      expect(await measure(page, target), `${path} in ${size}`).toEqual({
        small: [],
        tight: [],
        short: [],
        cut: [],
      });
    }
  }
});

test('a card takes the width of a phone in every size, and never a column of a few characters', async ({
  as,
  baseURL,
}) => {
  const page = await as('courier');
  await page.setViewportSize({ width: 360, height: 780 });
  for (const size of ['standard', 'large', 'xlarge']) {
    await page.context().addCookies([{ name: 'size', value: size, url: baseURL ?? '' }]);
    for (const path of pages) {
      await page.goto(path);
      const narrow = await page.evaluate(() =>
        [...document.querySelectorAll('main li')]
          .filter((li) => (li.textContent ?? '').trim().length > 24)
          .filter((li) => {
            const { width } = li.getBoundingClientRect();
            return width > 0 && width < 260;
          })
          .map(
            (li) => `${(li.textContent ?? '').slice(0, 20)} ${li.getBoundingClientRect().width}`,
          ),
      );
      expect(narrow, `${path} in ${size}`).toEqual([]);
    }
  }
});

test('长辈版: the three main things come first and large', async ({ as, baseURL }) => {
  const page = await as('courier');
  await page.context().addCookies([{ name: 'size', value: 'large', url: baseURL ?? '' }]);
  await page.goto('/');
  for (const name of [/会员码/, '预约服务', /打电话 12351/]) {
    const box = await page.getByRole('link', { name }).first().boundingBox();
    expect(box?.height, String(name)).toBeGreaterThanOrEqual(59.5);
    expect(box?.width, `${name} takes the width`).toBeGreaterThan(300);
  }
  await expect(page.getByRole('navigation', { name: '主导航' }).getByRole('link')).toHaveCount(4);
});

test('高对比 keeps every rule, and black lines', async ({ as, baseURL }) => {
  const page = await as('courier');
  await page.context().addCookies([{ name: 'contrast', value: 'high', url: baseURL ?? '' }]);
  for (const path of ['/', '/services', '/me', '/me/display']) {
    await page.goto(path);
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink, path).toBe('rgb(0, 0, 0)');
    await expectNothingWrong(page, path);
  }
});

test('what the keyboard is on is never behind a sticky bar', async ({ as }) => {
  const page = await as('courier');
  const [offering] = await sql()`select id from offerings where title = '骑手安全课：雨天怎么骑'`;
  for (const path of ['/', `/services/${offering?.id}`, '/me']) {
    await page.goto(path);
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const on = document.activeElement;
        if (!on || on === document.body) return null;
        const box = (on.closest('.choice') ?? on).getBoundingClientRect();
        const bars = [...document.querySelectorAll('nav, div, header')].filter(
          (e) => /fixed|sticky/.test(getComputedStyle(e).position) && !e.contains(on),
        );
        const over = bars.some((bar) => {
          const b = bar.getBoundingClientRect();
          return b.height > 0 && b.top <= box.top && b.bottom >= box.bottom && b.width > 100;
        });
        return over ? (on.textContent ?? '').slice(0, 30) : null;
      });
      expect(hidden, `${path}, stop ${stop}`).toBeNull();
    }
  }
});

test('who asks for less motion gets none', async ({ as }) => {
  const page = await as('courier');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/services');
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((e) => getComputedStyle(e))
      .filter((s) => [s.transitionDuration, s.animationDuration].some((d) => /[1-9]/.test(d)))
      .map((s) => `${s.transitionDuration} ${s.animationDuration}`),
  );
  expect(moving).toEqual([]);
});

test('an app that enlarges text itself leaves 标准, so that nothing grows twice', async ({
  as,
  baseURL,
}) => {
  const page = await as('courier');
  await page.context().addCookies([{ name: 'size', value: 'xlarge', url: baseURL ?? '' }]);
  const root = page.locator('html');
  await page.goto('/me');
  await expect(root).toHaveAttribute('data-size', 'xlarge');
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-probe] { font-size: 20px !important }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.goto('/me');
  await expect(root).not.toHaveAttribute('data-size');
});
