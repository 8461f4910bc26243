import { describe, expect, it } from 'vitest';
import { type Afterwards, type Call, faultsOf, type Kept } from './booking-history';

const booked = (person: string, more: Partial<Call> = {}): Call => ({
  person,
  do: 'book',
  key: `key of ${person}`,
  said: 'ok',
  bookingId: `b-${person}`,
  ...more,
});
const keptBooking = (person: string, more: Partial<Kept> = {}): Kept => ({
  id: `b-${person}`,
  person,
  status: 'booked',
  events: 1,
  notices: 1,
  queueNo: null,
  ...more,
});
const afterwards = (bookings: Kept[], more: Partial<Afterwards> = {}): Afterwards => {
  const count = (status: string) => bookings.filter((b) => b.status === status).length;
  const counters = { taken: count('booked'), waiting: count('waitlisted') };
  return { capacity: 2, counters, bookings, ...more };
};

describe('the checker of histories', () => {
  it('finds nothing in a good one, unknown answers included', () => {
    const calls = [booked('a'), booked('b', { said: 'unknown' }), booked('c', { said: 'refused' })];
    expect(faultsOf(calls, afterwards([keptBooking('a'), keptBooking('b')]))).toEqual([]);
    expect(faultsOf(calls, afterwards([keptBooking('a')]))).toEqual([]);
  });

  it.each<[string, Call[], Afterwards]>([
    [
      'OVERBOOKED 3>2',
      ['a', 'b', 'c'].map((p) => booked(p)),
      afterwards(['a', 'b', 'c'].map((p) => keptBooking(p))),
    ],
    ['LOST a', [booked('a')], afterwards([])],
    [
      'UNASKED b',
      [booked('a'), booked('b', { said: 'refused' })],
      afterwards([keptBooking('a'), keptBooking('b')]),
    ],
    ['TAKEN from a', [booked('a')], afterwards([keptBooking('a', { status: 'cancelled' })])],
    ['UNDONE a', [booked('a'), booked('a', { do: 'cancel' })], afterwards([keptBooking('a')])],
    [
      'TWICE a',
      [booked('a', { said: 'unknown' })],
      afterwards([keptBooking('a'), keptBooking('a', { id: 'other' })]),
    ],
    [
      'TWO RECEIPTS',
      [booked('a'), booked('a', { bookingId: 'other' })],
      afterwards([keptBooking('a')]),
    ],
    ['1 events, 2 notices', [booked('a')], afterwards([keptBooking('a', { notices: 2 })])],
    [
      'counters say 2+0',
      [booked('a')],
      afterwards([keptBooking('a')], { counters: { taken: 2, waiting: 0 } }),
    ],
    [
      '1 free while 1 wait',
      [booked('a'), booked('b')],
      afterwards([keptBooking('a'), keptBooking('b', { status: 'waitlisted', queueNo: 1 })]),
    ],
    [
      'number 1 waits behind',
      ['a', 'b', 'c'].map((p) => booked(p)),
      afterwards([
        keptBooking('a'),
        keptBooking('b', { queueNo: 2 }),
        keptBooking('c', { status: 'waitlisted', queueNo: 1 }),
      ]),
    ],
  ])('says %s', (fault, calls, stored) => {
    expect(faultsOf(calls, stored).join('; ')).toContain(fault);
  });
});
