import { describe, expect, it } from 'vitest';
import { cancelStatus, cancelWarning, oneMoreWords } from './cancel-limit';
import { facts, now } from './cases.test-data';
import { decideEligibility } from './decide';

const hoursAgo = (...hours: number[]) => hours.map((h) => new Date(now.getTime() - h * 3_600_000));
const said = (hours: number[], limit = 5) =>
  cancelWarning(cancelStatus(hoursAgo(...hours), limit, now), now);

describe('booking and cancelling over and over', () => {
  it('says nothing of what happens to anybody', () => {
    expect(said([])).toBeNull();
    expect(said([1, 2])).toBeNull();
    expect(said([25, 26, 27, 28, 29])).toBeNull();
  });

  it('warns before the limit and counts only the last 24 hours', () => {
    expect(said([1, 2, 3, 25])).toBe('已取消 3 次，满 5 次要等 24 小时才能再报');
    expect(said([1], 1)).toContain('可以再报');
  });

  it('ends when the oldest that counts is a day old', () => {
    const status = cancelStatus(hoursAgo(5, 1, 4, 2, 3, 6), 5, now);
    expect(status).toMatchObject({ count: 6, until: hoursAgo(-19)[0] });
    expect(said([1, 2, 3, 4, 5])).toBe('已取消 5 次，6月16日（周二）05:00后可以再报');
  });

  it('says on the page of cancelling what one more would mean', () => {
    expect(oneMoreWords({ count: 2, limit: 5 })).toBeNull();
    expect(oneMoreWords({ count: 3, limit: 5 })).toContain('第 4 次取消，满 5 次');
    expect(oneMoreWords({ count: 4, limit: 5 })).toContain('取消后要等 24 小时');
  });

  it('is a condition like the others: a warning, then a bar with the hour', () => {
    const verdictAfter = (...hours: number[]) =>
      decideEligibility(
        facts({ offering: { cancelLimit: 5 }, facts: { cancellations: hoursAgo(...hours) } }),
      );
    expect(verdictAfter(1, 2, 3).eligible).toBe(true);
    expect(verdictAfter(1, 2, 3).checks.find((c) => c.rule === 'cycling')?.outcome).toBe('warn');
    expect(verdictAfter(1, 2, 3, 4, 5).failed).toMatchObject({ rule: 'cycling', outcome: 'fail' });
    expect(decideEligibility(facts({})).checks.some((c) => c.rule === 'cycling')).toBe(false);
  });
});
