import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { openSession, people, type Somebody, sessionOf } from './demo';

interface Actors {
  /** A page signed in as one of the demo federation's people. */
  as: (who: Somebody) => Promise<Page>;
  /** Signs this page in as somebody by name or account; returns the session's id. */
  signIn: (page: Page, who: string, mode?: 'member' | 'staff') => Promise<string>;
  /** A page of somebody new, who has not signed in. */
  stranger: () => Promise<Page>;
}

const isStaff = (who: Somebody) => who !== 'courier' && who !== 'classTeacher';

// Every person comes from an address of their own, or the limits per address would meet the whole suite.
const anAddress = () => ({
  'X-Forwarded-For': `${[10, 9, 8].map((n) => n + Math.floor(Math.random() * 200)).join('.')}.7`,
});

async function giveCookie(context: BrowserContext, baseURL: string, token: string) {
  await context.addCookies([{ name: 'lx', value: token, url: baseURL, httpOnly: true }]);
}

/** Errors in the console or in a request fail the story that caused them. */
function watch(page: Page, problems: string[]) {
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // A refusal is an answer, and a story may take the network away on purpose.
    const expected =
      /Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;
    if (message.type() === 'error' && !expected.test(message.text())) problems.push(message.text());
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`);
  });
}

export const test = base.extend<Actors & { problems: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: the test runner asks for an object pattern
  problems: async ({}, use) => {
    const problems: string[] = [];
    await use(problems);
    expect(problems, 'errors on the page').toEqual([]);
  },
  page: async ({ page, problems }, use) => {
    await page.setExtraHTTPHeaders(anAddress());
    watch(page, problems);
    await use(page);
  },
  stranger: async ({ browser, problems }, use, info) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({
        ...info.project.use,
        extraHTTPHeaders: anAddress(),
      });
      opened.push(context);
      const page = await context.newPage();
      watch(page, problems);
      return page;
    });
    for (const context of opened) await context.close();
  },
  signIn: async ({ baseURL }, use) => {
    await use(async (page, who, mode = 'member') => {
      const isAccount = /^[0-9a-f]{8}-/.test(who);
      const made = await (isAccount ? openSession : sessionOf)(who, mode);
      await giveCookie(page.context(), baseURL ?? '', made.token);
      return made.sessionId;
    });
  },
  as: async ({ stranger, signIn }, use) => {
    await use(async (who) => {
      const page = await stranger();
      // An officer sits at a desk, whatever phone the story is about.
      if (isStaff(who)) await page.setViewportSize({ width: 1280, height: 800 });
      await signIn(page, people[who], isStaff(who) ? 'staff' : 'member');
      return page;
    });
  },
});

export { expect } from '@playwright/test';

/** The newest code sent to a phone, as the demo's message page shows it. */
export async function codeFor(page: Page, phone: string): Promise<string> {
  const answer = await page.request.get('/dev/messages');
  const tail = phone.slice(-4);
  for (const row of (await answer.text()).split('<li').slice(1)) {
    const text = row.replaceAll(/<[^>]+>/g, ' ');
    const code = /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0];
    if (code && text.includes(`${tail} `)) return code;
  }
  throw new Error(`no code for ${tail} at /dev/messages`);
}

/** What the page reports as wrong, above the form or at its one field; the framework's announcer is an alert too. */
export const alertOn = (page: Page) =>
  page.locator('[role=alert]:not(#__next-route-announcer__), p[id$="-error"]').first();

/** Story words, so that a report reads as the story. */
export const given = <T>(what: string, body: () => Promise<T>): Promise<T> =>
  test.step(`Given ${what}`, body);
export const when = <T>(what: string, body: () => Promise<T>): Promise<T> =>
  test.step(`When ${what}`, body);
// biome-ignore lint/suspicious/noThenProperty: a plain export, not a promise
export const then = <T>(what: string, body: () => Promise<T>): Promise<T> =>
  test.step(`Then ${what}`, body);
