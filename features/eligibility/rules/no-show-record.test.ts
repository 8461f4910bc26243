import { describe, expect, it } from 'vitest';
import { noShowConsequence, noShowStatus, noShowTermsOf, noShowWords } from './no-show-record';

const terms = { limit: 3, withinDays: 90, barDays: 30 };
const today = '2026-11-24';

describe('the no-show rule', () => {
  it.each([
    ['none', [], { count: 0, barredUntil: null }],
    ['one', ['2026-11-20'], { count: 1, barredUntil: null }],
    ['two', ['2026-11-20', '2026-10-01'], { count: 2, barredUntil: null }],
    [
      'three in 90 days, the last four days ago',
      ['2026-11-20', '2026-10-01', '2026-09-01'],
      { count: 3, barredUntil: '2026-12-20' },
    ],
    [
      'three of which the first is 90 days before the last',
      ['2026-11-20', '2026-10-01', '2026-08-22'],
      { count: 2, barredUntil: null },
    ],
    [
      'three of which the first is 89 days before the last',
      ['2026-11-20', '2026-10-01', '2026-08-23'],
      { count: 2, barredUntil: '2026-12-20' },
    ],
    [
      'a bar that ends today',
      ['2026-10-25', '2026-10-01', '2026-09-01'],
      { count: 3, barredUntil: null },
    ],
    [
      'a fourth while barred moves the end',
      ['2026-11-22', '2026-11-20', '2026-10-01', '2026-09-01'],
      { count: 4, barredUntil: '2026-12-22' },
    ],
  ] as const)('%s', (_, days, expected) => {
    expect(noShowStatus(days, terms, today)).toEqual(expected);
  });

  it('bars on the first when the limit is one', () => {
    const strict = { ...terms, limit: 1 };
    expect(noShowStatus(['2026-11-24'], strict, today)).toEqual({
      count: 1,
      barredUntil: '2026-12-24',
    });
  });

  it('says how near the limit is, and when it ends', () => {
    const say = (count: number, barredUntil: string | null) =>
      noShowConsequence({ count, barredUntil }, terms, (on) => on);
    expect(say(2, null)).toBe('90 天内已 2 次，满 3 次 30 天不能再报同类服务。');
    expect(say(3, '2026-12-20')).toBe('90 天内已 3 次，2026-12-20起才能再报同类服务。');
  });

  it('goes by the offering before the settings, and may be off', () => {
    expect(noShowTermsOf({ noShow: 'on', noShowLimit: 1 }, terms)).toEqual({ ...terms, limit: 1 });
    expect(noShowTermsOf({ noShow: 'off', noShowLimit: 1 }, terms)).toBeNull();
  });

  it('is one sentence', () => {
    expect(noShowWords(terms)).toBe('90 天内 3 次预约了没来，30 天不能再报同类服务');
  });
});
