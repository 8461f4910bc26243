import { describe, expect, it } from 'vitest';
import { bookingStatuses } from '@/db/schema/enums';
import {
  type BookingStatus,
  bookingTransitions,
  canMoveBooking,
  holdsPlace,
  isActive,
  refuseCancel,
  waitsForPlace,
} from './booking';

const allowed: Record<BookingStatus, BookingStatus[]> = {
  entered: ['booked', 'pending', 'offered', 'waitlisted', 'not_drawn', 'refused', 'cancelled'],
  pending: ['booked', 'sent_back', 'refused', 'cancelled'],
  sent_back: ['pending', 'refused', 'cancelled'],
  booked: ['attended', 'absent', 'cancelled'],
  offered: ['booked', 'pending', 'lapsed', 'refused', 'cancelled'],
  waitlisted: ['booked', 'pending', 'offered', 'refused', 'cancelled'],
  lapsed: [],
  not_drawn: [],
  refused: [],
  cancelled: [],
  attended: ['booked', 'absent'],
  absent: ['booked', 'attended'],
};

describe('a booking', () => {
  it('has a way on, or none, from each status', () => {
    expect(Object.keys(bookingTransitions).sort()).toEqual([...bookingStatuses].sort());
  });

  it.each(bookingStatuses.flatMap((from) => bookingStatuses.map((to) => [from, to] as const)))(
    'from %s to %s as the table says',
    (from, to) => {
      expect(canMoveBooking(from, to)).toBe(allowed[from].includes(to));
    },
  );

  it('holds a place from the first to the last, and waits for one only in the queue', () => {
    expect(bookingStatuses.filter(holdsPlace)).toEqual([
      'pending',
      'sent_back',
      'booked',
      'offered',
      'attended',
      'absent',
    ]);
    const waits = bookingStatuses.filter((s) => isActive(s) && !holdsPlace(s));
    expect(waits).toEqual(['entered', 'waitlisted']);
    expect(bookingStatuses.filter(waitsForPlace)).toEqual(waits);
  });

  const startsAt = new Date('2026-07-06T00:30:00Z');
  const deadline = new Date('2026-07-05T00:30:00Z').getTime();
  it.each([
    ['booked', deadline - 1, null],
    ['booked', deadline, 'too_late'],
    ['pending', deadline, 'too_late'],
    ['waitlisted', deadline, null],
    ['waitlisted', startsAt.getTime(), 'too_late'],
    ['cancelled', deadline - 1, 'already_ended'],
    ['attended', deadline - 1, 'already_ended'],
  ] as const)('when %s at %i, cancelling is %s', (status, now, refused) => {
    const booking = { status, startsAt, cancelHours: 24 };
    expect(refuseCancel(booking, new Date(now))).toBe(refused);
  });
});
