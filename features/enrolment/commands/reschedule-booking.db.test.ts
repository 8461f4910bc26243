import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, aResidentId, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession, countedPlaces } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { untilSomebodyWaits } from '@/db/testing/waits';
import { NotFound } from '@/lib/errors';
import { atPausePoint } from '@/lib/pause-point';
import { bookPlaceInput } from '../schema/booking';
import { bookPlace } from './book-place';
import { rescheduleBooking } from './reschedule-booking';

/** A screening of two half-days, and so many women. */
async function aScreening(capacities: readonly number[], people: number, max = 2) {
  return arrange(async (tx) => {
    const union = await anOrganisation(tx);
    const women: MadeAccount[] = [];
    for (let i = 0; i < people; i++) {
      const idNumber = aResidentId({ birthOn: '1984-03-07', sex: 'female' });
      women.push(await aMember(tx, { organisationId: union.id, name: '黄丽', idNumber }));
    }
    const offering = await anOffering(tx, {
      kind: 'screening',
      organisationId: union.id,
      rules: { repeatMonths: 36, repeatOf: 'kind' },
      details: { rescheduleMax: max },
    });
    const sessions: string[] = [];
    for (const capacity of capacities) {
      sessions.push((await aSession(tx, { offeringId: offering.id, capacity })).id);
    }
    return { offering, sessions, women };
  });
}
type Screening = Awaited<ReturnType<typeof aScreening>>;

const woman = (s: Screening, n: number) => {
  const found = s.women[n];
  if (!found) throw new Error('no such woman');
  return found;
};
async function book(s: Screening, n: number, session: number): Promise<string> {
  const input = {
    offeringId: s.offering.id,
    sessionId: s.sessions[session],
    who: 'self',
    screeningConsent: 'yes',
  };
  const made = await bookPlace(as(actorOf(woman(s, n))), bookPlaceInput.parse(input));
  if (!made.ok) throw new Error(made.reason);
  return made.value.bookingId;
}
const move = (s: Screening, n: number, bookingId: string, session: number) =>
  rescheduleBooking(as(actorOf(woman(s, n))), { bookingId, sessionId: s.sessions[session] ?? '' });
const statusOf = async (id: string) => {
  const [row] = await sqlAsOwner()`select status, session_id from bookings where id = ${id}`;
  return row;
};
/** The counters say what the rows say, and nobody sits above capacity. */
async function counted(s: Screening) {
  const all: { taken: number; waiting: number }[] = [];
  for (const id of s.sessions) {
    const [row] = await sqlAsOwner()`
      select taken, waiting, capacity from session_capacity where session_id = ${id}`;
    const rows = await arrange((tx) => countedPlaces(tx, id));
    expect(row).toMatchObject(rows);
    expect(rows.taken).toBeLessThanOrEqual(row?.capacity);
    all.push(rows);
  }
  return all;
}

beforeEach(async () => {
  atPausePoint('both-sessions:locked', null);
  await resetDb();
});

describe('moving a screening to another half-day', () => {
  it('takes the new place, gives the old one to the next, and is counted', async () => {
    const s = await aScreening([1, 2], 2);
    const mine = await book(s, 0, 0);
    const next = await book(s, 1, 0);
    expect((await statusOf(next))?.status).toBe('waitlisted');
    expect(await move(s, 0, mine, 1)).toMatchObject({ ok: true });
    expect(await statusOf(mine)).toEqual({ status: 'booked', session_id: s.sessions[1] });
    expect(['booked', 'offered']).toContain((await statusOf(next))?.status);
    expect(await counted(s)).toMatchObject([{ waiting: 0 }, { taken: 1, waiting: 0 }]);
    const [audit] = await sqlAsOwner()`
      select after from audit_entries where action = 'reschedule_booking'`;
    expect(audit?.after).toMatchObject({ session: s.sessions[1], moved: 1 });
    const notices = await sqlAsOwner()`
      select title from notices where account_id = ${woman(s, 0).accountId} order by created_at`;
    expect(new Set(notices.map((n) => n.title))).toEqual(new Set(['请查看健康服务通知']));
  });

  it('is refused a third time, and where the offering allows none', async () => {
    const s = await aScreening([5, 5], 1);
    const mine = await book(s, 0, 0);
    expect(await move(s, 0, mine, 1)).toMatchObject({ ok: true });
    expect(await move(s, 0, mine, 0)).toMatchObject({ ok: true });
    expect(await move(s, 0, mine, 1)).toMatchObject({
      reason: 'no_moves_left',
      detail: { most: 2 },
    });
    const none = await aScreening([5, 5], 1, 0);
    expect(await move(none, 0, await book(none, 0, 0), 1)).toMatchObject({ reason: 'not_movable' });
  });

  it('is refused where it is full or others wait, and the old place stays', async () => {
    const s = await aScreening([2, 1], 2);
    const mine = await book(s, 0, 0);
    await book(s, 1, 1);
    expect(await move(s, 0, mine, 1)).toMatchObject({ ok: false, reason: 'slot_full' });
    expect(await statusOf(mine)).toEqual({ status: 'booked', session_id: s.sessions[0] });
    expect(await counted(s)).toMatchObject([{ taken: 1 }, { taken: 1 }]);
  });

  it('is refused after the deadline, to the same half-day, and to one that is off or another’s', async () => {
    const s = await aScreening([5, 5], 1);
    const other = await aScreening([5], 0);
    const mine = await book(s, 0, 0);
    expect(await move(s, 0, mine, 0)).toMatchObject({ reason: 'same_slot' });
    const elsewhere = { bookingId: mine, sessionId: other.sessions[0] ?? '' };
    const me = as(actorOf(woman(s, 0)));
    expect(await rescheduleBooking(me, elsewhere)).toMatchObject({ reason: 'slot_gone' });
    await sqlAsOwner()`update offering_sessions set cancelled_at = now() where id = ${s.sessions[1] ?? ''}`;
    expect(await move(s, 0, mine, 1)).toMatchObject({ reason: 'slot_gone' });
    await sqlAsOwner()`update offering_sessions set cancelled_at = null where id = ${s.sessions[1] ?? ''}`;
    await sqlAsOwner()`update offering_sessions set starts_at = now() + interval '1 hour',
      ends_at = now() + interval '3 hours' where id = ${s.sessions[0] ?? ''}`;
    expect(await move(s, 0, mine, 1)).toMatchObject({ reason: 'move_too_late' });
  });

  it('does not find another woman’s booking', async () => {
    const s = await aScreening([5, 5], 2);
    const mine = await book(s, 0, 0);
    await expect(move(s, 1, mine, 1)).rejects.toThrow(NotFound);
  });
});

describe('two women who swap at the same instant', () => {
  it('both move when there is room, without a deadlock', async () => {
    const s = await aScreening([2, 2], 2);
    const [a, b] = [await book(s, 0, 0), await book(s, 1, 1)];
    let tries = 0;
    atPausePoint('both-sessions:locked', async () => {
      tries++;
      if (tries === 1) await untilSomebodyWaits();
    });
    const results = await Promise.all([move(s, 0, a, 1), move(s, 1, b, 0)]);
    expect(results.map((r) => r.ok)).toEqual([true, true]);
    // Two locks each and no third try: nobody was thrown out by the deadlock detector.
    expect(tries).toBe(4);
    expect((await statusOf(a))?.session_id).toBe(s.sessions[1]);
    expect((await statusOf(b))?.session_id).toBe(s.sessions[0]);
    expect(await counted(s)).toMatchObject([{ taken: 1 }, { taken: 1 }]);
  });

  it('both keep what they have when both half-days are full', async () => {
    const s = await aScreening([1, 1], 2);
    const [a, b] = [await book(s, 0, 0), await book(s, 1, 1)];
    const results = await Promise.all([move(s, 0, a, 1), move(s, 1, b, 0)]);
    expect(results).toMatchObject([{ reason: 'slot_full' }, { reason: 'slot_full' }]);
    expect(await counted(s)).toMatchObject([{ taken: 1 }, { taken: 1 }]);
  });

  it('never go above capacity when ten want the last place', async () => {
    const s = await aScreening([10, 1], 10);
    const ids = await Promise.all(s.women.map((_, n) => book(s, n, 0)));
    const results = await Promise.all(ids.map((id, n) => move(s, n, id, 1)));
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(await counted(s)).toMatchObject([{ taken: 9 }, { taken: 1 }]);
  });

  it('moves once when the form is sent twice', async () => {
    const s = await aScreening([5, 5], 1);
    const mine = await book(s, 0, 0);
    const results = await Promise.all([move(s, 0, mine, 1), move(s, 0, mine, 1)]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(await counted(s)).toMatchObject([{ taken: 0 }, { taken: 1 }]);
  });
});
