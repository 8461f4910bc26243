import { describe, expect, it } from 'vitest';
import { bookingStatuses } from '@/db/schema/enums';
import { refuseReschedule, rescheduleLimit } from './reschedule';

const now = new Date('2026-11-24T02:00:00Z');
const inHours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const booked = { status: 'booked' as const, startsAt: inHours(72), cancelHours: 48 };
const twice = { limit: 2, moved: 0 };

describe('moving a booking', () => {
  it.each([
    ['once', booked, twice, null],
    ['a second time', booked, { limit: 2, moved: 1 }, null],
    ['a third time', booked, { limit: 2, moved: 2 }, 'no_moves_left'],
    ['where the offering allows none', booked, { limit: 0, moved: 0 }, 'not_movable'],
    ['on the deadline itself', { ...booked, startsAt: inHours(48) }, twice, 'move_too_late'],
    ['a second before it', { ...booked, startsAt: inHours(48.001) }, twice, null],
  ] as const)('%s: %s', (_, booking, count, expected) => {
    expect(refuseReschedule(booking, count, now)).toBe(expected);
  });

  it.each(bookingStatuses)('of a booking that is %s', (status) => {
    const may = status === 'booked' || status === 'pending';
    expect(refuseReschedule({ ...booked, status }, twice, now)).toBe(may ? null : 'not_movable');
  });

  it('is a matter of screenings, twice unless the offering says otherwise', () => {
    expect(rescheduleLimit('screening', {})).toBe(2);
    expect(rescheduleLimit('screening', { rescheduleMax: 0 })).toBe(0);
    expect(rescheduleLimit('training', {})).toBe(0);
  });
});
