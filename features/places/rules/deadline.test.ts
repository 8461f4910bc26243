import { describe, expect, it } from 'vitest';
import { holidaySeedRows } from '@/lib/calendar/holidays-data';
import { workCalendarOf } from '@/lib/calendar/workdays';
import { afterQuiet } from '@/lib/messaging/sms/quiet-hours';
import { deadlineWords, extendedDeadline, type OfferHours, offerDeadline } from './deadline';

const rows = holidaySeedRows([2025, 2026]);
const calendar = workCalendarOf(rows);
const hours: OfferHours = {
  offerHours: 12,
  nearHours: 2,
  nearMinutes: 30,
  quietFrom: 22,
  quietUntil: 8,
  extendHours: 4,
  workFrom: 9,
  workUntil: 18,
};
const MINUTE = 60_000;
const DAY = 86_400_000;
/** 港南 has kept +08:00 all these years, so the oracle needs no calendar library. */
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const clock = (when: Date) =>
  new Date(when.getTime() + 8 * 60 * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
const deadline = (now: string, startsAt: string, given: Partial<OfferHours> = {}) => {
  const ends = offerDeadline({
    now: at(now),
    startsAt: at(startsAt),
    hours: { ...hours, ...given },
    calendar,
  });
  return ends && clock(ends);
};
const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'];

/** Counts minute by minute, by nothing but the published table. */
function slowly(now: string, wanted: number): string {
  let left = wanted;
  let t = at(now).getTime() + 8 * 60 * MINUTE;
  const off = new Map(rows.map((r) => [r.on, r.kind]));
  for (;;) {
    const day = new Date(t);
    const on = day.toISOString().slice(0, 10);
    const kind = off.get(on);
    const works = kind ? kind === 'work' : day.getUTCDay() % 6 !== 0;
    const hour = day.getUTCHours();
    if (works && hour >= 9 && hour < 18) {
      if (left === 0) break;
      left -= 1;
      if (left === 0) return clock(new Date(t + MINUTE - 8 * 60 * MINUTE));
    }
    t += MINUTE;
  }
  return clock(new Date(t - 8 * 60 * MINUTE));
}

describe('the deadline of an offer', () => {
  it.each([
    // An ordinary Wednesday morning: 7 h 40 today, 4 h 20 tomorrow.
    ['2026-06-17 10:20', '2026-07-06 08:30', '2026-06-18 13:20'],
    // 国庆 2025: one hour on the 30th, the holiday skipped, nine on the 9th, two on the 10th.
    ['2025-09-30 17:00', '2025-11-01 09:00', '2025-10-10 11:00'],
    // A Saturday; the Sunday after is worked in exchange.
    ['2025-09-27 10:00', '2025-11-01 09:00', '2025-09-29 12:00'],
    // 春节 2026: the Saturday before it is worked.
    ['2026-02-14 12:00', '2026-03-20 09:00', '2026-02-24 15:00'],
    // Made at night: the clock begins in the morning.
    ['2026-06-16 23:10', '2026-07-06 08:30', '2026-06-18 12:00'],
    // 端午 2026 on the Friday.
    ['2026-06-17 23:10', '2026-07-06 08:30', '2026-06-22 12:00'],
    ['2026-06-17 07:59', '2026-07-06 08:30', '2026-06-18 12:00'],
    // Five hours ahead: it ends when the last two hours begin.
    ['2026-06-17 10:00', '2026-06-17 15:00', '2026-06-17 13:00'],
    // That moment lies in the night: it runs on to the morning.
    ['2026-06-16 17:00', '2026-06-17 08:30', '2026-06-17 08:00'],
    // Two hours before, to the minute, and less.
    ['2026-06-17 13:00', '2026-06-17 15:00', '2026-06-17 13:30'],
    ['2026-06-17 13:01', '2026-06-17 15:00', '2026-06-17 13:31'],
    // Just before the near time it holds for no less than the short time.
    ['2026-06-17 12:59', '2026-06-17 15:00', '2026-06-17 13:29'],
    // Never later than the start.
    ['2026-06-17 14:45', '2026-06-17 15:00', '2026-06-17 15:00'],
    // Half an hour would end in the night: it runs on, but not past the start.
    ['2026-06-17 21:45', '2026-06-17 22:30', '2026-06-17 22:30'],
    ['2026-06-17 21:45', '2026-06-17 23:40', '2026-06-17 23:40'],
    // At six in the morning for half past eight: begins at eight.
    ['2026-06-17 06:40', '2026-06-17 08:30', '2026-06-17 08:30'],
    // On a day off near the start no working hour is waited for.
    ['2026-10-03 13:00', '2026-10-03 14:30', '2026-10-03 13:30'],
    // Begun, or beginning now: nothing is offered.
    ['2026-06-17 15:00', '2026-06-17 15:00', null],
    ['2026-06-17 15:01', '2026-06-17 15:00', null],
  ])('made at %s for a session at %s ends at %s', (now, startsAt, ends) => {
    expect(deadline(now, startsAt)).toBe(ends);
  });

  it('counts every working day of 2025 and 2026 as published, in any time zone of the machine', () => {
    const [first, days] = [at('2025-01-01 00:00').getTime(), 725];
    const before = process.env.TZ;
    const seen = zones.map((zone) => {
      process.env.TZ = zone;
      const found: string[] = [];
      for (let d = 0; d < days; d++) {
        for (const hour of ['12:34', '18:00']) {
          const now = `${clock(new Date(first + d * DAY)).slice(0, 10)} ${hour}`;
          found.push(`${now} → ${deadline(now, '2030-01-01 09:00')}`);
        }
      }
      return found;
    });
    process.env.TZ = before;
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    for (const line of seen[0] ?? []) {
      const [now = '', ends] = line.split(' → ');
      if (slowly(now, 720) !== ends) expect(line).toBe(`${now} → ${slowly(now, 720)}`);
    }
  }, 60_000);

  it('really runs under the other zones', () => {
    const before = process.env.TZ;
    const offsets = zones.map((zone) => {
      process.env.TZ = zone;
      return new Date('2026-01-01T00:00:00Z').getTimezoneOffset();
    });
    process.env.TZ = before;
    expect(offsets).toEqual([0, -480, 300]);
  });

  it('covers each published holiday and worked weekend, on the day and at its edges', () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const { on } of rows) {
      for (const hour of ['08:00', '09:00', '17:59', '18:00']) {
        const now = `${on} ${hour}`;
        expect(deadline(now, '2030-01-01 09:00'), now).toBe(slowly(now, 720));
      }
    }
  }, 60_000);

  it('takes its numbers from the offering', () => {
    const given = { offerHours: 2, nearHours: 1, nearMinutes: 10 };
    expect(deadline('2026-06-17 10:00', '2026-07-06 08:30', given)).toBe('2026-06-17 12:00');
    expect(deadline('2026-06-17 14:30', '2026-06-17 15:00', given)).toBe('2026-06-17 14:40');
    const noNight = { quietFrom: 0, quietUntil: 0 };
    expect(deadline('2026-06-17 23:00', '2026-06-18 00:30', noNight)).toBe('2026-06-17 23:30');
  });

  it('is held once more for its own span, and not past the start', () => {
    const now = at('2026-06-17 10:00');
    const more = (startsAt: string) => {
      const ends = extendedDeadline({ now, startsAt: at(startsAt), hours, calendar });
      return ends && clock(ends);
    };
    expect(more('2026-07-06 08:30')).toBe('2026-06-17 14:00');
    expect(more('2026-06-17 10:20')).toBe('2026-06-17 10:20');
    expect(more('2026-06-17 10:00')).toBeNull();
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-06-17 21:59', '2026-06-17 21:59'],
    ['2026-06-17 22:00', '2026-06-18 08:00'],
    ['2026-06-18 07:59', '2026-06-18 08:00'],
    ['2026-06-18 08:00', '2026-06-18 08:00'],
  ])('%s → %s', (now, then) => {
    expect(clock(afterQuiet(at(now), hours))).toBe(then);
  });

  it('may lie within one day', () => {
    const siesta = { ...hours, quietFrom: 12, quietUntil: 15 };
    expect(clock(afterQuiet(at('2026-06-17 13:00'), siesta))).toBe('2026-06-17 15:00');
    expect(clock(afterQuiet(at('2026-06-17 15:00'), siesta))).toBe('2026-06-17 15:00');
  });
});

it('a deadline is said shortly', () => {
  const now = at('2026-06-17 10:00');
  expect(deadlineWords(at('2026-06-17 17:00'), now)).toBe('今天 17:00');
  expect(deadlineWords(at('2026-06-18 09:05'), now)).toBe('明天 09:05');
  expect(deadlineWords(at('2026-06-20 08:00'), now)).toBe('6月20日 08:00');
});
