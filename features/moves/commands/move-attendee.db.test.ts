import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { raceAt, untilSomebodyWaits } from '@/db/testing/waits';
import { cancelBooking } from '@/features/enrolment/commands/cancel-booking';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { atPausePoint } from '@/lib/pause-point';
import {
  agreed,
  bookIn,
  bookingRowOf,
  classes,
  countersOf,
  memberOf,
  moveTo,
  noticesOf,
  sessionOf,
} from '../moves.test-helpers';
import { answerMoveRequestInput, moveAttendeeInput, recordMoveAnswerInput } from '../schema/move';
import { answerMoveRequest, recordMoveAnswer } from './answer-move-request';
import { endMoveRequests, withdrawMoveRequest } from './end-move-requests';

beforeEach(async () => {
  atPausePoint('both-sessions:locked', null);
  await resetDb();
});

const answer = (h: Parameters<typeof memberOf>[0], n: number, bookingId: string, said: string) =>
  answerMoveRequest(memberOf(h, n), answerMoveRequestInput.parse({ bookingId, answer: said }));
const clock = () => endMoveRequests(makeCtx(system()));
const timeIsUp = () =>
  sqlAsOwner()`update move_requests set answer_by = now() - interval '1 minute' where status = 'asked'`;
const requests = () => sqlAsOwner()`select status from move_requests order by asked_at`;

describe('somebody who is moved to other hours', () => {
  it('is asked first, with a place reserved, and goes over with their yes; the old place flows on', async () => {
    const h = await classes({ capacities: [1, 1], people: 3 });
    const mine = await bookIn(h, 0, 0);
    const next = await bookIn(h, 1, 0);
    expect(await moveTo(h, mine, 1)).toMatchObject({ value: { outcome: 'asked' } });
    expect(await bookingRowOf(mine)).toMatchObject({ session_id: sessionOf(h, 0) });
    expect(await countersOf(h)).toMatchObject([
      { taken: 1, waiting: 1 },
      { taken: 0, reserved: 1 },
    ]);
    const [asked] = await noticesOf('move_asked');
    expect(asked?.body).toMatch(
      /想请您换到2 班.*原因：上午班人数不够。.*前答复，到时没答复，就还在原来的场次/,
    );
    const late = await bookIn(h, 2, 1);
    expect(await bookingRowOf(late)).toMatchObject({ status: 'waitlisted' });
    expect(await answer(h, 0, mine, 'yes')).toMatchObject({ value: { status: 'done' } });
    expect(await bookingRowOf(mine)).toMatchObject({
      ...{ session_id: sessionOf(h, 1), status: 'booked', carve_out_id: null },
    });
    expect(['booked', 'offered']).toContain((await bookingRowOf(next)).status);
    expect(await requests()).toEqual([{ status: 'done' }]);
    const [audit] =
      await sqlAsOwner()`select after from audit_entries where action = 'answer_move_request'`;
    expect(audit?.after).toEqual({ answer: 'yes', outcome: 'done' });
    expect(await noticesOf('moved_by_desk')).toHaveLength(1);
    await cancelBooking(memberOf(h, 0), { bookingId: mine });
    expect((await bookingRowOf(late)).status).not.toBe('waitlisted');
  });

  it('stays with a no, and the reserved place goes to who waits there', async () => {
    const h = await classes({ capacities: [1, 1], people: 2 });
    const mine = await bookIn(h, 0, 0);
    await moveTo(h, mine, 1);
    const late = await bookIn(h, 1, 1);
    expect(await answer(h, 0, mine, 'no')).toMatchObject({ value: { status: 'declined' } });
    expect(await bookingRowOf(mine)).toMatchObject({ session_id: sessionOf(h, 0) });
    expect((await bookingRowOf(late)).status).not.toBe('waitlisted');
    await countersOf(h);
    expect(await answer(h, 0, mine, 'yes')).toMatchObject({ reason: 'nothing_asked' });
  });

  it.each([
    ['留在原场次', 0, 'lapsed'],
    ['换到新场次', 1, 'done'],
  ])('by silence does what the setting says: %s', async (silent, session, status) => {
    await sqlAsOwner()`insert into settings (key, value) values ('move_request_silence', to_jsonb(${silent}::text))`;
    const h = await classes();
    const mine = await bookIn(h, 0, 0);
    await moveTo(h, mine, 1);
    expect(await clock()).toEqual({ done: 0, failed: 0 });
    await timeIsUp();
    expect(await answer(h, 0, mine, 'yes')).toMatchObject({ reason: 'nothing_asked' });
    expect([await clock(), await clock()]).toMatchObject([{ done: 1 }, { done: 0 }]);
    expect(await bookingRowOf(mine)).toMatchObject({ session_id: sessionOf(h, session) });
    expect(await requests()).toEqual([{ status }]);
    await countersOf(h);
  });

  it('goes over at once where how they agreed is written down, which they read', async () => {
    const h = await classes();
    const mine = await bookIn(h, 0, 0);
    expect(
      moveAttendeeInput.safeParse({
        bookingId: mine,
        version: 1,
        sessionId: sessionOf(h, 1),
        reason: '换',
        consent: 'given',
      }).success,
    ).toBe(false);
    expect(await moveTo(h, mine, 1, agreed)).toMatchObject({ value: { outcome: 'moved' } });
    const [event] =
      await sqlAsOwner()`select note from booking_events where type = 'moved_by_desk'`;
    expect(event?.note).toMatch(/换到2 班，.*上午班人数不够。代办：12月1日电话，本人同意/);
    const [line] =
      await sqlAsOwner()`select after, reason from audit_entries where action = 'move_attendee'`;
    expect(line).toEqual({
      after: { session: sessionOf(h, 1), consent: 'given' },
      reason: '上午班人数不够。代办：12月1日电话，本人同意',
    });
    expect(await countersOf(h)).toMatchObject([{ taken: 0 }, { taken: 1 }]);
  });

  it('can answer by telephone, which the officer writes down; a second yes changes nothing', async () => {
    const h = await classes();
    const mine = await bookIn(h, 0, 0);
    await moveTo(h, mine, 1);
    const said = recordMoveAnswerInput.parse({ bookingId: mine, answer: 'yes', proof: '来电同意' });
    const both = [await recordMoveAnswer(h.me, said), await recordMoveAnswer(h.me, said)];
    expect(both).toMatchObject([{ value: { status: 'done' } }, { reason: 'nothing_asked' }]);
    const [event] =
      await sqlAsOwner()`select actor_label from booking_events where type = 'moved_by_desk'`;
    expect(event?.actor_label).toContain('代办');
  });

  it('is only told where the hours are the same', async () => {
    const h = await classes({ sameHours: true });
    const mine = await bookIn(h, 0, 0);
    expect(await moveTo(h, mine, 1)).toMatchObject({ value: { outcome: 'moved' } });
    expect(await requests()).toEqual([]);
    expect(await noticesOf('moved_by_desk')).toHaveLength(1);
  });

  it('hears once more when the question is taken back, or their booking is over', async () => {
    const h = await classes({ people: 2 });
    const [mine, other] = [await bookIn(h, 0, 0), await bookIn(h, 1, 0)];
    await moveTo(h, mine, 1);
    await moveTo(h, other, 1);
    expect(await withdrawMoveRequest(h.me, { bookingId: mine })).toMatchObject({ ok: true });
    expect(await withdrawMoveRequest(h.me, { bookingId: mine })).toMatchObject({ ok: false });
    expect(await noticesOf('move_off')).toHaveLength(1);
    await cancelBooking(memberOf(h, 1), { bookingId: other });
    expect(await clock()).toEqual({ done: 1, failed: 0 });
    expect(await requests()).toEqual([{ status: 'withdrawn' }, { status: 'lapsed' }]);
    expect(await countersOf(h)).toMatchObject([{ reserved: 0 }, { reserved: 0 }]);
  });
});

describe('a move is refused, and everyone keeps what they have,', () => {
  it('into a full class, beside the field, with the numbers', async () => {
    const h = await classes({ capacities: [2, 1], people: 3 });
    const mine = await bookIn(h, 0, 0);
    await bookIn(h, 1, 1);
    await bookIn(h, 2, 1);
    const text = '“2 班” 1 个名额已满，还有 1 人候补，移不过去。可以换一场，或先在设置里加名额';
    const full = { reason: 'session_full', fieldErrors: { sessionId: text }, detail: { text } };
    expect(await moveTo(h, mine, 1)).toMatchObject(full);
    expect(await moveTo(h, mine, 1, agreed)).toMatchObject(full);
    expect(await bookingRowOf(mine)).toMatchObject({ session_id: sessionOf(h, 0), version: 1 });
    expect(await requests()).toEqual([]);
  });

  it('where the new day does not fit, to the same session, to one that is off, or twice', async () => {
    const h = await classes({ offering: { rules: { ageMin: 17 } } });
    const mine = await bookIn(h, 0, 0);
    expect(await moveTo(h, mine, 0)).toMatchObject({ reason: 'same_session' });
    await moveTo(h, mine, 1);
    expect(await moveTo(h, mine, 1)).toMatchObject({ reason: 'asked_already' });
    await sqlAsOwner()`update people set birth_on = '2020-01-01' where name is not null`;
    expect(await answer(h, 0, mine, 'yes')).toMatchObject({ reason: 'ineligible' });
    expect(await requests()).toEqual([{ status: 'asked' }]);
    await sqlAsOwner()`update offering_sessions set cancelled_at = now() where id = ${sessionOf(h, 1)}`;
    expect(await answer(h, 0, mine, 'yes')).toMatchObject({ reason: 'session_gone' });
  });

  it('for who waits, once it has begun, and from a page that is old', async () => {
    const h = await classes({ capacities: [1, 5], people: 2 });
    const mine = await bookIn(h, 0, 0);
    const waits = await bookIn(h, 1, 0);
    expect(await moveTo(h, waits, 1)).toMatchObject({ reason: 'not_movable' });
    expect(await moveTo(h, mine, 1, { version: 9 })).toMatchObject({ reason: 'stale' });
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour',
      details = '{}' where id = ${sessionOf(h, 0)}`;
    expect(await moveTo(h, mine, 1)).toMatchObject({ reason: 'begun' });
  });

  it('by who does not decide about it, and for the officer’s own', async () => {
    const h = await classes();
    const mine = await bookIn(h, 0, 0);
    const { viewer, stranger, self } = await arrange(async (tx) => ({
      viewer: await anOfficer(tx, 'viewer', h.tree.union.id),
      stranger: await aMember(tx, { organisationId: h.tree.union.id }),
      self: actorOf(h.members[0] ?? (await aMember(tx, { organisationId: h.tree.union.id })), {
        role: 'economy_officer',
        organisationId: h.tree.union.id,
      }),
    }));
    await expect(moveTo({ ...h, me: as(viewer.actor) }, mine, 1)).rejects.toThrow(Forbidden);
    await expect(moveTo({ ...h, me: as(actorOf(stranger)) }, mine, 1)).rejects.toThrow(NotFound);
    expect(await moveTo({ ...h, me: as(self) }, mine, 1)).toMatchObject({ reason: 'own_case' });
    await moveTo(h, mine, 1);
    await expect(answer(h, 1, mine, 'yes')).rejects.toThrow(NotFound);
  });
});

describe('at the same instant', () => {
  it('two moves in opposite directions both go through, without a deadlock', async () => {
    const h = await classes();
    const [a, b] = [await bookIn(h, 0, 0), await bookIn(h, 1, 1)];
    let tries = 0;
    atPausePoint('both-sessions:locked', async () => {
      tries++;
      if (tries === 1) await untilSomebodyWaits();
    });
    const results = await Promise.all([moveTo(h, a, 1, agreed), moveTo(h, b, 0, agreed)]);
    expect(results.map((r) => r.ok)).toEqual([true, true]);
    // Two locks each and no third try: nobody was thrown out by the deadlock detector.
    expect(tries).toBe(4);
    expect(await countersOf(h)).toMatchObject([{ taken: 1 }, { taken: 1 }]);
  });

  const lastPlace = async () => {
    const h = await classes({ capacities: [2, 1], people: 2 });
    const mine = await bookIn(h, 0, 0);
    const [moved] = await raceAt(
      'move:locked',
      () => moveTo(h, mine, 1, agreed),
      () => bookIn(h, 1, 1),
    );
    return { h, moved };
  };

  it('a move and a booking of the last place: one has it, the other waits or stays', async () => {
    const { h } = await lastPlace();
    expect((await countersOf(h))[1]).toMatchObject({ taken: 1 });
  });

  it('the race for the last place is lost without the lock (control)', async () => {
    process.env.TEST_WITHOUT_LOCK = '1';
    try {
      const { h } = await lastPlace();
      const [rows] = await sqlAsOwner()`select count(*)::int as n from bookings
        where session_id = ${sessionOf(h, 1)} and status = 'booked'`;
      expect(rows?.n).toBe(2);
    } finally {
      delete process.env.TEST_WITHOUT_LOCK;
    }
  });

  it('a yes and the end of the question: one of them counts', async () => {
    const h = await classes();
    const mine = await bookIn(h, 0, 0);
    await moveTo(h, mine, 1);
    const [yes] = await raceAt(
      'both-sessions:locked',
      () => answer(h, 0, mine, 'yes'),
      () => withdrawMoveRequest(h.me, { bookingId: mine }),
    );
    expect(yes).toMatchObject({ value: { status: 'done' } });
    expect(await requests()).toEqual([{ status: 'done' }]);
    await countersOf(h);
  });
});
