import { describe, expect, it } from 'vitest';
import { offeringStatuses } from '@/db/schema/enums';
import {
  bookableState,
  canMoveOffering,
  isLow,
  type OfferingStatus,
  offeringPhase,
  offeringTransitions,
} from '@/features/offerings/rules/offering';
import { grantPlace } from './places';

const opens = new Date('2026-11-25T02:00:00Z');
const closes = new Date('2026-11-30T02:00:00Z');
const ends = new Date('2026-12-10T02:00:00Z');
const ms = (d: Date, by: number) => new Date(d.getTime() + by);
const offering = (status: OfferingStatus) => ({
  status,
  bookingOpensAt: opens,
  bookingClosesAt: closes,
  lastEndsAt: ends,
  waitlistMax: undefined,
});

describe('an offering', () => {
  it('has a way on, or none, from each status', () => {
    expect(Object.keys(offeringTransitions).sort()).toEqual([...offeringStatuses].sort());
  });

  const allowed: Record<OfferingStatus, OfferingStatus[]> = {
    draft: ['published', 'cancelled'],
    published: ['open', 'closed', 'finished', 'cancelled'],
    open: ['closed', 'finished', 'cancelled'],
    closed: ['open', 'finished', 'cancelled'],
    finished: [],
    cancelled: [],
  };
  it.each(offeringStatuses.flatMap((from) => offeringStatuses.map((to) => [from, to] as const)))(
    'from %s to %s as the table says',
    (from, to) => {
      expect(canMoveOffering(from, to)).toBe(allowed[from].includes(to));
    },
  );

  it.each([
    ['published', ms(opens, -1), 'published'],
    ['published', opens, 'open'],
    ['published', ms(closes, -1), 'open'],
    ['published', closes, 'closed'],
    ['published', ends, 'finished'],
    ['open', ms(opens, -1), 'open'],
    ['open', closes, 'closed'],
    ['closed', opens, 'closed'],
    ['closed', ends, 'finished'],
    ['draft', opens, 'draft'],
    ['cancelled', opens, 'cancelled'],
    ['finished', opens, 'finished'],
  ] as const)('stored %s is at %s really %s', (status, now, phase) => {
    expect(offeringPhase(offering(status), now)).toBe(phase);
  });

  const now = ms(opens, 1);
  const seats = (taken: number, waiting = 0) => ({ capacity: 30, taken, waiting });
  it.each([
    ['立即预约', offering('published'), seats(24), now],
    ['候补', offering('published'), seats(30), now],
    ['候补 3 人', offering('published'), seats(30, 3), now],
    ['候补 3 人', offering('published'), seats(29, 3), now],
    ['已满', { ...offering('published'), waitlistMax: 3 }, seats(30, 3), now],
    ['11月25日（周三）10:00 开放', offering('published'), seats(0), ms(opens, -1)],
    ['报名已截止', offering('closed'), seats(0), now],
    ['已取消', offering('cancelled'), seats(0), now],
  ] as const)('says %s', (label, o, s, at) => {
    expect(bookableState(o, s, at).label).toBe(label);
  });

  it('is low at three seats or a tenth', () => {
    expect([3, 4].map((left) => isLow(seats(30 - left)))).toEqual([true, false]);
    expect(isLow({ capacity: 100, taken: 90, waiting: 0 })).toBe(true);
    expect(isLow(seats(30))).toBe(false);
  });
});

describe('the next place', () => {
  const places = { capacity: 2, taken: 1, waiting: 0, reserved: 0, overridden: 0, queueNext: 5 };
  const terms = { needsApproval: false, waitlistMax: undefined };
  it('is given, held, queued or refused', () => {
    expect(grantPlace(places, terms)).toMatchObject({ status: 'booked', places: { taken: 2 } });
    const pending = grantPlace(places, { ...terms, needsApproval: true });
    expect(pending).toMatchObject({ status: 'pending', places: { taken: 2 } });
    const queued = { status: 'waitlisted', queueNo: 5, places: { waiting: 1, queueNext: 6 } };
    expect(grantPlace({ ...places, taken: 2 }, terms)).toMatchObject(queued);
    expect(grantPlace({ ...places, taken: 2 }, { ...terms, waitlistMax: 0 })).toBe('full');
  });

  it('goes behind who already waits, even when one is free', () => {
    expect(grantPlace({ ...places, waiting: 1 }, terms)).toMatchObject({ status: 'waitlisted' });
  });
});
