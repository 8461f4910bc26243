import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { raceAt } from '@/db/testing/waits';
import { acceptMove } from '@/features/enrolment/commands/answer-move';
import { cancelBooking } from '@/features/enrolment/commands/cancel-booking';
import { endMoveRequests } from '@/features/moves/commands/end-move-requests';
import {
  bookIn,
  bookingRowOf,
  type Classes,
  classes,
  countersOf,
  memberOf,
  moveTo,
  noticesOf,
  sessionOf,
} from '@/features/moves/moves.test-helpers';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { reservePlace } from '@/features/places/commands/reserve-place';
import { reservePlaceInput } from '@/features/places/schema/reservations';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { listMerges, previewMerge } from '../queries/merge-preview';
import { mergeSessionsInput } from '../schema/merge';
import { cancelSession } from './cancel-session';
import { mergeSessions } from './merge-sessions';
import { undoMerge } from './undo-merge';

beforeEach(resetDb);

const merge = (h: Classes, expected: number, more: Record<string, unknown> = {}) =>
  mergeSessions(
    h.me,
    mergeSessionsInput.parse({
      ...{ fromId: sessionOf(h, 0), intoId: sessionOf(h, 1), reason: '两个班都没满' },
      ...{ expected, ...more },
    }),
  );
async function preview(h: Classes) {
  const offering = await getDeskOffering(h.me, h.offering.id);
  const [from, into] = h.sessions.map((id) => offering.live.find((s) => s.id === id));
  if (!from || !into) throw new Error('a class is gone');
  return previewMerge(h.me, offering, from, into);
}
const undo = async (h: Classes) => {
  const [last] = await listMerges(h.me, h.offering.id);
  return undoMerge(h.me, { mergeId: last?.id ?? '' });
};
const cancelled = async (id: string) => {
  const [row] =
    await sqlAsOwner()`select cancelled_at is not null as off from offering_sessions where id = ${id}`;
  return row?.off as boolean;
};
const born = (h: Classes, member: number, on: string) =>
  sqlAsOwner()`update people set birth_on = ${on} where id = ${h.members[member]?.personId ?? ''}`;

describe('two classes merged', () => {
  it('bring everyone over with their standing, each told and asked once; the empty class is off', async () => {
    const h = await classes({ capacities: [1, 3], people: 3 });
    const [a, waits] = [await bookIn(h, 0, 0), await bookIn(h, 1, 0)];
    await bookIn(h, 2, 1);
    expect(await preview(h)).toMatchObject({
      ...{ refused: null, placed: 1, waiting: 1, missing: 0, misfits: [], sameHours: false },
    });
    expect(await merge(h, 2)).toMatchObject({ value: { moved: 2, stayed: 0 } });
    expect(await bookingRowOf(a)).toMatchObject({ session_id: sessionOf(h, 1), status: 'booked' });
    // There was room for one more: who waited is offered it by the other class's own queue.
    expect((await bookingRowOf(waits)).status).not.toBe('cancelled');
    expect(await cancelled(sessionOf(h, 0))).toBe(true);
    expect(await noticesOf('merged')).toHaveLength(2);
    const [asked] = await noticesOf('merged');
    expect(asked?.body).toMatch(/并到2 班.*前答复能不能来/);
    const [row] = await sqlAsOwner()`select may_leave, answer_by from bookings where id = ${a}`;
    expect(row).toMatchObject({ may_leave: true, answer_by: expect.any(Date) });
    expect(await acceptMove(memberOf(h, 0), { bookingId: a })).toMatchObject({ ok: true });
    const audits =
      await sqlAsOwner()`select after from audit_entries where action = 'merge_sessions'`;
    expect(audits).toMatchObject([{ after: { moved: 2, stayed: 0 } }]);
    await countersOf(h);
  });

  it('at the same hours are only told', async () => {
    const h = await classes({ sameHours: true, people: 1 });
    const a = await bookIn(h, 0, 0);
    expect(await merge(h, 1)).toMatchObject({ ok: true });
    const [row] = await sqlAsOwner()`select may_leave, answer_by from bookings where id = ${a}`;
    expect(row).toEqual({ may_leave: false, answer_by: null });
  });

  it('leave who does not fit in their class, which goes on, with why in the preview', async () => {
    const h = await classes({ capacities: [3, 3], people: 2, offering: { rules: { ageMin: 17 } } });
    const [a, b] = [await bookIn(h, 0, 0), await bookIn(h, 1, 0)];
    await born(h, 1, '2020-01-01');
    const seen = await preview(h);
    expect(seen).toMatchObject({
      placed: 1,
      misfits: [{ attendee: expect.stringContaining('*') }],
    });
    expect(seen.misfits[0]?.words).not.toBe('');
    expect(await merge(h, 2)).toMatchObject({ value: { moved: 1, stayed: 1 } });
    expect(await bookingRowOf(a)).toMatchObject({ session_id: sessionOf(h, 1) });
    expect(await bookingRowOf(b)).toMatchObject({ session_id: sessionOf(h, 0), version: 1 });
    expect(await cancelled(sessionOf(h, 0))).toBe(false);
    await countersOf(h);
  });

  it('count the places of a unit one after the other, as the preview does', async () => {
    const h = await classes({
      capacities: [3, 3],
      people: 3,
      offering: { rules: { quotaUnit: 2 } },
    });
    await bookIn(h, 2, 1);
    const [a, b] = [await bookIn(h, 0, 0), await bookIn(h, 1, 0)];
    expect(await preview(h)).toMatchObject({ placed: 1, misfits: [{}] });
    expect(await merge(h, 2)).toMatchObject({ value: { moved: 1, stayed: 1 } });
    const where = [(await bookingRowOf(a)).session_id, (await bookingRowOf(b)).session_id];
    expect(where.toSorted()).toEqual([sessionOf(h, 0), sessionOf(h, 1)].toSorted());
    await countersOf(h);
  });

  it('are refused without room, with the number, and everyone stays', async () => {
    const h = await classes({ capacities: [2, 1], people: 2 });
    const a = await bookIn(h, 0, 0);
    await bookIn(h, 1, 0);
    expect(await preview(h)).toMatchObject({ missing: 1 });
    expect(await merge(h, 2)).toMatchObject({
      reason: 'no_room',
      detail: { missing: 1, title: '2 班' },
    });
    expect(await bookingRowOf(a)).toMatchObject({ session_id: sessionOf(h, 0), version: 1 });
    expect(await noticesOf('merged')).toHaveLength(0);
    await countersOf(h);
  });

  it('are refused from an old preview, with themselves, once begun, before a draw, and when empty', async () => {
    const h = await classes({ people: 1 });
    expect(await merge(h, 1)).toMatchObject({ reason: 'nobody' });
    const a = await bookIn(h, 0, 0);
    expect(await merge(h, 2)).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await merge(h, 1, { intoId: sessionOf(h, 0) })).toMatchObject({
      reason: 'same_session',
    });
    await sqlAsOwner()`update bookings set status = 'entered' where id = ${a}`;
    expect(await merge(h, 1)).toMatchObject({ reason: 'draw_open' });
    await sqlAsOwner()`update bookings set status = 'booked' where id = ${a}`;
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour',
      details = '{}' where id = ${sessionOf(h, 1)}`;
    expect(await merge(h, 1)).toMatchObject({ reason: 'begun' });
    const other = await arrange((tx) => anOfficer(tx, 'economy_officer', h.tree.otherUnion.id));
    await expect(merge({ ...h, me: as(other.actor) }, 1)).rejects.toThrow(NotFound);
  });

  it('go apart again while nothing has changed, each told once, with their spot in the queue', async () => {
    const h = await classes({ capacities: [1, 1], people: 3 });
    const [a, w, x] = [await bookIn(h, 0, 0), await bookIn(h, 1, 0), await bookIn(h, 2, 0)];
    const order = () =>
      sqlAsOwner()`select id from bookings where status = 'waitlisted' order by queue_no`;
    const before = await order();
    expect(await merge(h, 3)).toMatchObject({ ok: true });
    expect(await order()).toEqual(before);
    expect(await undo(h)).toMatchObject({ ok: true });
    expect(await undo(h)).toMatchObject({ reason: 'undone_already' });
    for (const id of [a, w, x]) {
      expect(await bookingRowOf(id)).toMatchObject({ session_id: sessionOf(h, 0) });
    }
    expect(await order()).toEqual(before);
    expect(await cancelled(sessionOf(h, 0))).toBe(false);
    expect(await noticesOf('merge_undone')).toHaveLength(3);
    expect(await countersOf(h)).toMatchObject([{ taken: 1, waiting: 2 }, { taken: 0 }]);
  });

  it('stay merged once somebody has answered or left', async () => {
    const h = await classes({ people: 2 });
    const [a] = [await bookIn(h, 0, 0), await bookIn(h, 1, 0)];
    await merge(h, 2);
    await cancelBooking(memberOf(h, 0), { bookingId: a });
    expect(await undo(h)).toMatchObject({ reason: 'moved_on', detail: { changed: 1 } });
    await countersOf(h);
  });

  it('never go above what the other class has with a booking of the same instant', async () => {
    const h = await classes({ capacities: [1, 1], people: 2 });
    await bookIn(h, 0, 0);
    const [merged, booked] = await raceAt(
      'merge:locked',
      () => merge(h, 1),
      () => bookIn(h, 1, 1),
    );
    expect(merged).toMatchObject({ ok: true });
    expect((await bookingRowOf(booked)).status).toBe('waitlisted');
    await countersOf(h);
  });

  it('would both have the last place without the lock (control)', async () => {
    process.env.TEST_WITHOUT_LOCK = '1';
    try {
      const h = await classes({ capacities: [1, 1], people: 2 });
      await bookIn(h, 0, 0);
      const [, booked] = await raceAt(
        'merge:locked',
        () => merge(h, 1),
        () => bookIn(h, 1, 1),
      );
      expect((await bookingRowOf(booked)).status).toBe('booked');
    } finally {
      delete process.env.TEST_WITHOUT_LOCK;
    }
  });
});

describe('a class that is merged away', () => {
  it.each(['留在原场次', '换到新场次'])(
    'ends the question of who was asked to go to the other, whatever silence means: %s',
    async (silent) => {
      await sqlAsOwner()`insert into settings (key, value)
        values ('move_request_silence', to_jsonb(${silent}::text))`;
      const h = await classes({ people: 1 });
      const mine = await bookIn(h, 0, 0);
      expect(await moveTo(h, mine, 1)).toMatchObject({ value: { outcome: 'asked' } });
      expect(await merge(h, 1)).toMatchObject({ value: { moved: 1 } });
      await sqlAsOwner()`update move_requests set answer_by = now() - interval '1 minute'`;
      expect(await endMoveRequests(makeCtx(system()))).toEqual({ done: 1, failed: 0 });
      const requests = await sqlAsOwner()`select status from move_requests`;
      expect(requests).toEqual([{ status: 'lapsed' }]);
      expect(await countersOf(h)).toMatchObject([
        { taken: 0, reserved: 0 },
        { taken: 1, reserved: 0 },
      ]);
    },
  );

  it('ends it before its time, and so does one that is cancelled', async () => {
    const h = await classes({ people: 2, capacities: [2, 2, 2] });
    const [mine, other] = [await bookIn(h, 0, 0), await bookIn(h, 1, 2)];
    await moveTo(h, mine, 1);
    await moveTo(h, other, 0);
    await merge(h, 1);
    expect(await endMoveRequests(makeCtx(system()))).toEqual({ done: 2, failed: 0 });
    expect(await countersOf(h)).toMatchObject([{}, { taken: 1, reserved: 0 }, { taken: 1 }]);
  });

  it('tells who has a place reserved in it by name, and takes that back with the merge', async () => {
    const h = await classes();
    await bookIn(h, 0, 0);
    const until = `${addDays(todayOn(new Date()), 5)}T12:00`;
    const given = { sessionId: sessionOf(h, 0), purpose: '困难职工', places: '1', until };
    const phone = h.members[1]?.phone;
    expect(await reservePlace(h.me, reservePlaceInput.parse({ ...given, phone }))).toMatchObject({
      ok: true,
    });
    const off = () => sqlAsOwner()`select account_id, title, body from notices
      where dedupe_key like 'reserved-off:%' and cancelled_at is null`;
    await merge(h, 1);
    expect(await off()).toEqual([
      {
        ...{
          account_id: h.members[1]?.accountId,
          title: expect.stringMatching(/^留的名额没有了：/),
        },
        body: '1 班不办了，为您留的名额不用再报。原因：并到“2 班”。可以看看其他场次。',
      },
    ]);
    expect(await undo(h)).toMatchObject({ ok: true });
    expect(await off()).toEqual([]);
    await cancelSession(h.me, { sessionId: sessionOf(h, 0), reason: '老师生病' });
    expect(await off()).toHaveLength(1);
  });
});
