import { beforeEach, describe, expect, it } from 'vitest';
import { as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { anonymous } from '@/lib/actor';
import { countAttempt, declaredLimits, secondsLocked } from '@/lib/limits/rate-limit';
import { declaredSettings } from '@/lib/settings';
import './queries/list-settings';

const ctx = () => as(anonymous);
const set = (scope: string, most: number) =>
  sqlAsOwner()`insert into settings (key, value) values (${`limit_${scope}`}, ${String(most)}::jsonb)`;
/** As another process counts: a connection of its own, no memory in common. */
const elsewhere = (scope: string, subject: string) =>
  sqlAsOwner()`update rate_limits set count = count + 1 where scope = ${scope}
    and subject = encode(sha256(convert_to(${subject}, 'UTF8')), 'hex')`;

const limits = declaredLimits().map((limit) => [limit.scope, limit] as const);

beforeEach(resetDb);

it('one list holds the limits of signing in, of texts and of families', () => {
  expect(limits.length).toBeGreaterThan(15);
});

describe.each(limits)('the limit %s', (scope, limit) => {
  it('is a setting, wide for an address and narrow for a phone', () => {
    const setting = declaredSettings().find(({ key }) => key === `limit_${scope}`);
    expect(setting?.fallback).toBe(limit.most);
    expect(setting?.check(0)).toHaveProperty('refused');
    if (limit.per === 'address') expect(limit.most).toBeGreaterThanOrEqual(100);
    if (limit.per === 'phone') expect(limit.most).toBeLessThanOrEqual(10);
  });

  it('lets as many through as the setting says, and tells the next how long to wait', async () => {
    await set(scope, 3);
    for (let n = 0; n < 3; n++) expect(await countAttempt(ctx(), limit, 'a')).toBe(0);
    const wait = await countAttempt(ctx(), limit, 'a');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(limit.seconds);
    expect(await secondsLocked(ctx(), limit, 'a')).toBeGreaterThan(0);
  });

  it('counts each subject for itself', async () => {
    await set(scope, 1);
    await countAttempt(ctx(), limit, 'a');
    expect(await countAttempt(ctx(), limit, 'a')).toBeGreaterThan(0);
    expect(await countAttempt(ctx(), limit, 'b')).toBe(0);
  });

  it('counts over all processes', async () => {
    await set(scope, 2);
    await countAttempt(ctx(), limit, 'a');
    await elsewhere(scope, 'a');
    expect(await countAttempt(ctx(), limit, 'a')).toBeGreaterThan(0);
  });

  it('counts every one of twenty at once', async () => {
    await set(scope, 5);
    const waits = await Promise.all(
      Array.from({ length: 20 }, () => countAttempt(ctx(), limit, 'a')),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('begins anew when its time is over', async () => {
    await set(scope, 1);
    await countAttempt(ctx(), limit, 'a');
    await sqlAsOwner()`update rate_limits set window_start = now() - make_interval(secs => ${limit.seconds})`;
    expect(await countAttempt(ctx(), limit, 'a')).toBe(0);
  });

  it('keeps nobody waiting for a day when the clock is put back by one', async () => {
    await set(scope, 1);
    await countAttempt(ctx(), limit, 'a');
    await countAttempt(ctx(), limit, 'a');
    await sqlAsOwner()`update rate_limits set window_start = now() + interval '1 day'`;
    expect(await secondsLocked(ctx(), limit, 'a')).toBe(0);
    expect(await countAttempt(ctx(), limit, 'a')).toBe(0);
  });
});
