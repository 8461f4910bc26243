import { describe, expect, it } from 'vitest';
import { parse } from './sources.mjs';
import { checkWaiting } from './waiting.mjs';

const problemsOf = (file, text) => checkWaiting([parse(file, text)]);

describe('a test that waits for time', () => {
  it.each([
    ['features/a.db.test.ts', 'await new Promise((done) => setTimeout(done, 150));', 'a timer'],
    ['lib/a.test.ts', "import { setTimeout } from 'node:timers/promises';", 'a timer'],
    ['e2e/journeys/booking.spec.ts', 'await page.waitForTimeout(4200);', 'a wait of the browser'],
    ['db/a.db.test.ts', 'await sql`select pg_sleep(0.5)`;', 'a wait of the database'],
    ['db/testing/a.ts', 'await sleep(100);', 'a wait'],
  ])('is named: %s', (file, text, name) => {
    expect(problemsOf(file, text)).toEqual([expect.stringContaining(`waits for time (${name})`)]);
  });

  it('is on the list with its reason, and comes off it when it waits no more', () => {
    expect(problemsOf('e2e/http/burst.ts', 'setTimeout(done, 100);')).toEqual([]);
    expect(problemsOf('e2e/http/burst.ts', 'export {};')).toEqual([
      expect.stringContaining('take it off'),
    ]);
  });

  it('is not one that sets a limit, nor anything but a test', () => {
    expect(problemsOf('e2e/a.spec.ts', 'test.setTimeout(180_000);')).toEqual([]);
    expect(problemsOf('lib/a.ts', 'setTimeout(done, 100);')).toEqual([]);
  });
});
