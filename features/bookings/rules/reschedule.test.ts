import { describe, expect, it } from 'vitest';
import { bookingStatuses } from '@/db/schema/enums';
import { movedEvent, moveStatus, refuseReschedule, rescheduleLimit } from './reschedule';

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
    expect(rescheduleLimit('training', { rescheduleMax: 2 })).toBe(0);
    expect(rescheduleLimit('screening', { rescheduleMax: 'often' })).toBe(0);
  });

  it('waits for no deadline once the session was moved under its holder, but ends as it begins', () => {
    const moved = { ...booked, mayLeave: true };
    expect(refuseReschedule({ ...moved, startsAt: inHours(1) }, twice, now)).toBeNull();
    expect(refuseReschedule({ ...moved, startsAt: now }, twice, now)).toBe('move_too_late');
  });
});

describe('what its owner reads about moving it', () => {
  const events = (...types: string[]) => types.map((type) => ({ type }));
  const status = (history: { type: string }[], more = {}) =>
    moveStatus(
      { ...booked, kind: 'screening', details: { rescheduleMax: 2 }, history, ...more },
      now,
    );

  it('is how often is left, counting moves of its own alone', () => {
    expect(status(events('made'))).toEqual({
      refused: null,
      limit: 2,
      left: 2,
      words: '还可以改期 2 次。',
    });
    const once = status(events('made', movedEvent, 'session_moved'));
    expect([once.left, once.words]).toEqual([1, '还可以改期 1 次。']);
  });

  it('is that no move is left, and what to do instead', () => {
    expect(status(events(movedEvent, movedEvent))).toEqual({
      refused: 'no_moves_left',
      limit: 2,
      left: 0,
      words: '已改期 2 次，不能再改。不能去请提前取消。',
    });
    // The offering was changed to fewer after they had moved.
    expect(status(events(movedEvent, movedEvent), { details: { rescheduleMax: 1 } }).left).toBe(0);
  });

  it('is nothing where moving is no matter of counting', () => {
    expect(status([], { startsAt: inHours(1) })).toMatchObject({
      refused: 'move_too_late',
      words: null,
    });
    expect(status([], { kind: 'training' })).toMatchObject({
      refused: 'not_movable',
      limit: 0,
      left: 0,
      words: null,
    });
  });
});
