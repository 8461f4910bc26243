import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { bookingsClocks } from '@/features/bookings/jobs';
import { findAnswer } from '@/features/bookings/queries/find-answer';
import { recomputeClocks } from '@/features/clocks/commands/recompute-clocks';
import { claimOffer } from '@/features/places/commands/claim-offer';
import { addWorkdays } from '@/lib/calendar/workdays';
import { todayOn } from '@/lib/dates';
import { book, bookAll, clockwork, id, notified, scene, who } from '../offers.test-helpers';
import { cancelBooking } from './cancel-booking';
import { approveBooking, refuseBooking } from './decide-bookings';
import { undoBookingDecision } from './undo-decision';

const today = todayOn(new Date());
const none = new Map<string, 'off' | 'work'>();
const waiting = (capacity = 1) => scene(capacity, 2, { needsApproval: true });
const clocksOf = async (bookingId: string) =>
  (
    await sqlAsOwner()`select ended_how as how, due_on::text as due from clocks
      where subject_id = ${bookingId} order by started_at, id`
  ).map(({ how, due }) => [how, due]);
const dueOf = async (bookingId: string) =>
  (await sqlAsOwner()`select due_on::text as due from bookings where id = ${bookingId}`)[0]?.due;

beforeEach(resetDb);

describe('the time to answer a booking', () => {
  it('starts with a booking that waits for approval, and its sum is the member’s to open', async () => {
    const h = await waiting();
    const bookingId = await book(h, 0);
    const due = addWorkdays(today, 3, none);
    expect(await clocksOf(bookingId)).toEqual([[null, due]]);
    expect(await dueOf(bookingId)).toBe(due);
    expect((await findAnswer(who(h, 0), bookingId))?.dueOn).toBe(due);
    expect((await findAnswer(h.me, bookingId))?.sum.length).toBeGreaterThan(1);
    expect(await findAnswer(who(h, 1), bookingId)).toBeNull();
  });

  it('ends with the answer, starts anew when it is undone, and is withdrawn with the booking', async () => {
    const h = await waiting();
    const bookingId = await book(h, 0);
    const due = await dueOf(bookingId);
    expect((await approveBooking(h.me, { bookingId, version: 1 })).ok).toBe(true);
    expect(await clocksOf(bookingId)).toEqual([['met', due]]);
    expect((await undoBookingDecision(h.me, { bookingId, version: 2 })).ok).toBe(true);
    expect((await cancelBooking(who(h, 0), { bookingId })).ok).toBe(true);
    expect(await clocksOf(bookingId)).toEqual([
      ['met', due],
      ['withdrawn', due],
    ]);
  });

  it('starts when one who waited in the queue says yes to the place and waits for approval', async () => {
    const h = await waiting();
    const ids = await bookAll(h);
    expect(await clocksOf(id(ids, 1))).toEqual([]);
    const refused = { bookingId: id(ids, 0), version: 1, reason: '名额给没参加过的会员' };
    await refuseBooking(h.me, refused);
    expect(await clocksOf(id(ids, 1))).toEqual([]);
    expect((await claimOffer(who(h, 1), { bookingId: id(ids, 1) })).ok).toBe(true);
    expect(await clocksOf(id(ids, 1))).toEqual([[null, await dueOf(id(ids, 1))]]);
  });

  it('moves with the table of holidays, in the list and the history, and is told once', async () => {
    const h = await waiting();
    const bookingId = await book(h, 0);
    const before = await dueOf(bookingId);
    await sqlAsOwner()`insert into holidays ("on", kind, name) values (${before}, 'off', '假日')`;
    for (const _ of [1, 2]) await recomputeClocks(clockwork, bookingsClocks);
    const after = addWorkdays(before, 1, none);
    expect(await dueOf(bookingId)).toBe(after);
    expect(await clocksOf(bookingId)).toEqual([[null, after]]);
    const lines = await sqlAsOwner()`select 1 from booking_events where type = 'due_moved'`;
    expect(lines).toHaveLength(1);
    const told = await sqlAsOwner()`select link from notices where dedupe_key like 'clock:%'`;
    expect(told).toEqual([{ link: `/me/bookings/${bookingId}` }]);
    expect(await notified('offered')).toBe(0);
  });
});
