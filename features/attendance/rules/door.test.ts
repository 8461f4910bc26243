import { describe, expect, it, test } from 'vitest';
import { parseLocalDateTime } from '@/lib/dates';
import { groupBy } from './group-by';
import { cameBeforeCancelling, isRepeat, refuseArrival } from './judge';
import { isLeftToClassStaff, refuseRoll } from './mark';
import { rateWords } from './rate';
import { notTodayWords, otherSessionWords, scanWords } from './result';
import { parseSeen, posterUntil, seenUntil } from './room-code';
import { refuseSelf } from './self-check-in';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const ms = (date: Date, by: number) => new Date(date.getTime() + by);
const now = at('2026-06-02T19:00');
const door = {
  id: 's1',
  startsAt: at('2026-06-02T19:00'),
  endsAt: at('2026-06-02T21:00'),
  details: {},
  cancelledAt: null,
};
const booked = { sessionId: 's1', status: 'booked' as const };

describe('a scan at the door', () => {
  it('counts when its clock is ten minutes ahead, and not a second more', () => {
    expect(refuseArrival(door, booked, ms(now, 600_000), now)).toBeNull();
    expect(refuseArrival(door, booked, ms(now, 600_001), now)).toBe('clock');
  });

  it('is refused at a session that was cancelled, whatever the booking says', () => {
    expect(refuseArrival({ ...door, cancelledAt: now }, booked, now, now)).toBe(
      'session_cancelled',
    );
  });

  test.each([
    ['booked', null, false],
    ['cancelled', null, false],
    ['cancelled', ms(now, 1), true],
    ['cancelled', now, false],
    ['refused', ms(now, 1), false],
  ] as const)('of a booking %s since %s came before that: %s', (status, cancelledAt, came) => {
    expect(cameBeforeCancelling({ status, cancelledAt }, now)).toBe(came);
  });

  it('is one more of the same only where the person stands as present', () => {
    const of = (state: 'present' | 'absent' | 'excused' | 'none') =>
      isRepeat({ state } as Parameters<typeof isRepeat>[0]);
    expect([of('present'), of('absent'), of('excused'), of('none')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('that counted before a cancellation is amber and gives no place back', () => {
    const passed = { id: '1', result: 'passed' } as const;
    expect(scanWords(passed).tone).toBe('green');
    expect(scanWords({ ...passed, cancelledSince: true })).toMatchObject({
      tone: 'amber',
      title: '已记到场，后来取消了',
    });
    const again = { id: '1', result: 'repeat' } as const;
    expect(scanWords({ ...again, cancelledSince: true }).title).toBe('已签到');
    expect(scanWords({ ...again, at: now.toISOString() }).title).toBe('已签到 19:00');
    const refused = { id: '1', result: 'refused' } as const;
    expect(scanWords(refused).title).toBe('没读出来');
    expect(scanWords({ ...refused, reason: 'foreign', detail: '微信付款码' }).next).toMatch(
      /^微信付款码。请对方打开/,
    );
    expect(scanWords({ ...refused, reason: 'foreign' }).next).toMatch(/^请对方打开/);
  });

  it('of another session says which, and one on a day off when the next is', () => {
    expect(otherSessionWords('晚班', now, now)).toBe('对方的场次是“晚班”，6月2日（周二）19:00');
    expect(notTodayWords({ from: now }, now)).toContain('下一次是6月2日（周二）19:00');
    expect(notTodayWords(null, now)).toContain('都上完了');
  });
});

describe('who checks in alone', () => {
  const arrival = (more: object = {}) => ({
    door: { kind: 'training', cancelledAt: null },
    window: {},
    places: [{ attendance: { state: 'none' as const } }],
    ...more,
  });
  const present = { attendance: { state: 'present' as const } };
  const early = { refusal: 'too_early' as const, opensAt: at('2026-06-02T18:30') };

  it('may inside the window, with a place, at a session that takes place', () => {
    expect(refuseSelf(arrival())).toBeNull();
    expect(refuseSelf(null)?.reason).toBe('no_place');
    expect(refuseSelf(arrival({ places: [] }))?.reason).toBe('no_place');
    const cancelled = { kind: 'training', cancelledAt: now };
    expect(refuseSelf(arrival({ door: cancelled }))?.reason).toBe('session_cancelled');
    const childcare = { kind: 'childcare', cancelledAt: null };
    expect(refuseSelf(arrival({ door: childcare }))?.reason).toBe('staff_only');
  });

  it('is told the hour at which the window opens, if there is one', () => {
    expect(refuseSelf(arrival({ window: early }))).toEqual({
      reason: 'too_early',
      detail: { at: '18:30' },
    });
    expect(refuseSelf(arrival({ window: { ...early, opensAt: null } }))?.detail).toEqual({});
  });

  it('has nothing to do once all of them are there, and still once one is not', () => {
    expect(refuseSelf(arrival({ window: early, places: [present, present] }))).toBeNull();
    const [none] = arrival().places;
    expect(refuseSelf(arrival({ window: early, places: [present, none] }))?.reason).toBe(
      'too_early',
    );
  });
});

describe('the roll', () => {
  it('is kept from the minute the meeting starts, unless it was cancelled or is none', () => {
    const meeting = { from: now };
    const open = { cancelledAt: null };
    expect(refuseRoll(open, meeting, now)).toBeNull();
    expect(refuseRoll(open, meeting, ms(now, -1))).toBe('not_started');
    expect(refuseRoll(open, null, now)).toBe('no_meeting');
    expect(refuseRoll({ cancelledAt: now }, meeting, now)).toBe('session_cancelled');
  });

  it('of 托管班 says nothing of today and later: that is its staff’s', () => {
    const left = (kind: string, on: string) => isLeftToClassStaff({ kind }, on, '2026-06-02');
    expect(left('childcare', '2026-06-02')).toBe(true);
    expect(left('childcare', '2026-06-03')).toBe(true);
    expect(left('childcare', '2026-06-01')).toBe(false);
    expect(left('training', '2026-06-02')).toBe(false);
  });

  it('has no share before a meeting was held', () => {
    expect(rateWords({ attended: 0, held: 0 })).toBe('还没有上课');
    expect(rateWords({ attended: 2, held: 3 })).toBe('2/3（66%）');
  });
});

describe('a room’s code', () => {
  it('on the wall holds a day longer than its session, a scan a quarter of an hour', () => {
    expect(posterUntil({ endsAt: now })).toEqual(ms(now, 86_400_000));
    expect(seenUntil(now)).toEqual(ms(now, 900_000));
  });

  test.each(['', 's1', 's1|x|b', '|r|b', 's1|r'])('is not read from %j', (text) => {
    expect(parseSeen(text)).toBeNull();
  });
});

it('rows are put under their key, each group in the order it came', () => {
  const rows = ['a1', 'b1', 'a2', 'a3', 'b2'];
  expect([...groupBy(rows, (row) => row.slice(0, 1))]).toEqual([
    ['a', ['a1', 'a2', 'a3']],
    ['b', ['b1', 'b2']],
  ]);
});
