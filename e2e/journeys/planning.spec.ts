import type { Page } from '@playwright/test';
import { expect, given, test, then, when } from '../fixtures';
import { sql } from '../story';

interface Effort {
  clicks: number;
  keys: number;
}

/**
 * A hand on the mouse and one on the keys: what is clicked and pressed is counted where it happens. A list
 * that the system opens is two clicks, a text of the input method one key a character.
 */
function handOn(page: Page) {
  const done: Effort = { clicks: 0, keys: 0 };
  return {
    done,
    async click(role: 'link' | 'button', name: string | RegExp) {
      done.clicks++;
      await page.getByRole(role, { name }).first().click();
    },
    async into(name: string) {
      done.clicks++;
      await page.locator(`[name="${name}"]`).click();
    },
    async choose(name: string, label: string | RegExp) {
      done.clicks += 2;
      const list = page.locator(`[name="${name}"]`);
      const text = await list.locator('option').filter({ hasText: label }).first().textContent();
      await list.selectOption({ label: text ?? '' });
    },
    async write(text: string) {
      done.keys += [...text].length;
      await page.keyboard.insertText(text);
    },
    async press(...keys: string[]) {
      done.keys += keys.length;
      for (const key of keys) await page.keyboard.press(key);
    },
  };
}

/** So many days from today in Shanghai, `YYYY-MM-DD`. */
const dayIn = (days: number) =>
  new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10);

/** A July of its own, from its first Monday, long ahead: no other story meets in the rooms then. */
function summer() {
  const year = Number(dayIn(366).slice(0, 4)) + Math.floor(Math.random() * 30);
  const first = ((8 - new Date(Date.UTC(year, 6, 1)).getUTCDay()) % 7) + 1;
  return { from: `${year}-07-0${first}`, to: `${year}-07-28` };
}

/** A day field of the browser takes its digits part by part. */
const digits = (on: string) => {
  const [year = '', month = '', day = ''] = on.split('-');
  return [...year, 'ArrowRight', ...month, ...day];
};

test('two classes with a condition, a question and a carer are made and published in three screens, 12 clicks and 60 keys @desktop', async ({
  as,
}) => {
  const page = await as('townAdmin');
  const { from, to } = summer();
  const mark = `走查${Date.now() % 10_000}`;
  await given('the list of what the town offers', async () => {
    await page.goto('/desk/offerings');
    await expect(page.getByRole('heading', { name: '服务与活动' })).toBeVisible();
  });
  const screens = new Set<string>();
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame === page.mainFrame() && pathname !== '/desk/offerings') screens.add(pathname);
  });
  const hand = handOn(page);
  await when('she takes a template', async () => {
    await hand.click('link', '新建服务');
    await page.waitForURL(/offerings\/new$/);
    await hand.click('link', /2–6 年级，每家最多 2 个/);
    await page.waitForURL(/new\/plan/);
    await expect(page.getByRole('button', { name: '复制这一场' })).toBeVisible();
  });
  await when('fills one table', async () => {
    await expect(page.locator('[name="title"]')).toBeFocused();
    await hand.press('End');
    await hand.write(mark);
    await hand.choose('venueId_1', /职工之家/);
    await page.locator('[name="venueId_1"]').focus();
    await hand.press('Tab');
    await hand.write('一楼');
    await hand.press('Tab', 'Tab');
    await page.locator('[name="startsOn_1"]').fill(from);
    await page.locator('[name="endsOn_1"]').fill(to);
    hand.done.keys += digits(from).length + 1 + digits(to).length;
    await hand.click('button', '复制这一场');
    await expect(page.locator('[name="place_2"]')).toBeFocused();
    await hand.press('Control+A');
    await hand.write('二楼');
    await hand.choose('gradeMin', '三年级');
    await hand.into('questionLabel');
    await hand.write('在班里午睡吗');
    await hand.into('staffName');
    await hand.write('覃石榴');
    await hand.press('Tab', 'Tab');
    await hand.write(`139${String(Date.now()).slice(-8)}`);
  });
  await when('saves, looks it over and publishes', async () => {
    await hand.click('button', '保存，去核对');
    await page.waitForURL(/settings\?done=planned/);
    await expect(page.getByText(/二班/).first()).toBeVisible();
  });
  const id = /offerings\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await when('finds nothing missing', async () => {
    await expect(page.getByRole('heading', { name: '可以发布了' })).toBeVisible();
    await hand.click('button', '发布');
    await page.waitForURL(/done=published/);
  });
  await then('it is there with all of it, by few clicks and keys', async () => {
    const rows = await sql()`
      select o.status, count(distinct s.id)::int as sessions, count(distinct q.id)::int as questions,
        count(distinct c.id)::int as carers, o.rules->>'gradeMin' as grade, o.rules->>'familyLimit' as family
      from offerings o join offering_sessions s on s.offering_id = o.id
      join questions q on q.offering_id = o.id join class_staff c on c.session_id = s.id
      where o.id = ${id} group by o.id`;
    expect(rows).toMatchObject([
      { status: 'published', sessions: 2, questions: 1, carers: 2, grade: '3', family: '2' },
    ]);
    const { clicks, keys } = hand.done;
    process.stdout.write(`新建两个班：${clicks} 次点击，${keys} 次按键，${screens.size} 屏\n`);
    expect(screens.size).toBe(3);
    expect(clicks).toBeLessThanOrEqual(12);
    expect(keys).toBeLessThanOrEqual(60);
  });
});

test('two classes in one room at one time are asked about once, and nothing typed is lost @desktop', async ({
  as,
}) => {
  const page = await as('townAdmin');
  const { from, to } = summer();
  await given('a table whose second line is in the room of the first', async () => {
    await page.goto('/desk/offerings/new/plan?kind=childcare');
    await handOn(page).choose('venueId_1', /职工之家/);
    await page.locator('[name="place_1"]').fill('走廊尽头');
    await page.locator('[name="startsOn_1"]').fill(from);
    await page.locator('[name="endsOn_1"]').fill(to);
    await page.getByRole('button', { name: '复制这一场' }).click();
    await page.locator('[name="questionLabel"]').fill('在班里午睡吗');
  });
  const save = page.getByRole('button', { name: '保存，去核对' });
  await when('she saves it', async () => save.click());
  await then('the second line says which room is taken, and all is still there', async () => {
    await expect(page.getByText(/第 2 场：.*这段时间已有/).first()).toBeVisible();
    await expect(page.locator('[name="title_2"]')).toHaveValue('二班');
    await expect(page.locator('[name="questionLabel"]')).toHaveValue('在班里午睡吗');
  });
  await when('she means it so', async () => {
    await page.getByText('仍用这个地点', { exact: true }).click();
    await save.click();
  });
  await then('it is a draft, whose check says it once more', async () => {
    await page.waitForURL(/settings\?done=planned/);
    await expect(page.getByText(/这段时间已有/)).toHaveCount(1);
  });
});
