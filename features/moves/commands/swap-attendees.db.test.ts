import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { atPausePoint } from '@/lib/pause-point';
import {
  agreed,
  bookIn,
  bookingRowOf,
  type Classes,
  classes,
  countersOf,
  memberOf,
  noticesOf,
  sessionOf,
} from '../moves.test-helpers';
import { answerMoveRequestInput, recordMoveAnswerInput, swapAttendeesInput } from '../schema/move';
import { answerMoveRequest, recordMoveAnswer } from './answer-move-request';
import { withdrawMoveRequest } from './end-move-requests';
import { swapAttendees } from './swap-attendees';

beforeEach(async () => {
  atPausePoint('both-sessions:locked', null);
  await resetDb();
});

async function swap(h: Classes, bookingId: string, other: string, more = {}) {
  const { version } = await bookingRowOf(bookingId);
  const given = { bookingId, version, number: other, reason: '接送方便', consent: 'ask' };
  return swapAttendees(h.me, swapAttendeesInput.parse({ ...given, ...more }));
}
const answer = (h: Classes, n: number, bookingId: string, said: string) =>
  answerMoveRequest(memberOf(h, n), answerMoveRequestInput.parse({ bookingId, answer: said }));

/** Two full sessions with somebody waiting in each: nobody may slip into the places exchanged. */
async function twoFull(given: Parameters<typeof classes>[0] = {}) {
  const h = await classes({ capacities: [1, 1], people: 4, ...given });
  const [a, b] = [await bookIn(h, 0, 0), await bookIn(h, 1, 1)];
  const waiting = [await bookIn(h, 2, 0), await bookIn(h, 3, 1)];
  return { h, a, b, waiting, number: (await bookingRowOf(b)).number as string };
}

describe('two who swap', () => {
  it('go over once both have said yes, and nobody who waits gets in between', async () => {
    const { h, a, b, waiting, number } = await twoFull();
    expect(await swap(h, a, number)).toMatchObject({ value: { outcome: 'asked' } });
    expect(await noticesOf('move_asked')).toHaveLength(2);
    expect(await answer(h, 0, a, 'yes')).toMatchObject({ value: { status: 'asked' } });
    expect(await answer(h, 0, a, 'yes')).toMatchObject({ reason: 'answered' });
    expect(await bookingRowOf(a)).toMatchObject({ session_id: sessionOf(h, 0) });
    expect(await answer(h, 1, b, 'yes')).toMatchObject({ value: { status: 'done' } });
    expect(await bookingRowOf(a)).toMatchObject({ session_id: sessionOf(h, 1), status: 'booked' });
    expect(await bookingRowOf(b)).toMatchObject({ session_id: sessionOf(h, 0), status: 'booked' });
    for (const id of waiting) expect((await bookingRowOf(id)).status).toBe('waitlisted');
    expect(await countersOf(h)).toMatchObject([
      { taken: 1, waiting: 1 },
      { taken: 1, waiting: 1 },
    ]);
    expect(await noticesOf('moved_by_desk')).toHaveLength(2);
  });

  it('stay both when one says no, which the other is told', async () => {
    const { h, a, b, number } = await twoFull();
    await swap(h, a, number);
    await answer(h, 0, a, 'yes');
    expect(await answer(h, 1, b, 'no')).toMatchObject({ value: { status: 'declined' } });
    expect(await bookingRowOf(a)).toMatchObject({ session_id: sessionOf(h, 0) });
    const told = await noticesOf('move_off');
    expect(told.map((row) => row.account_id)).toEqual([h.members[0]?.accountId]);
  });

  it('go over at once by what they said at the counter, with a line in the ledger for each', async () => {
    const { h, a, number } = await twoFull();
    expect(await swap(h, a, number, agreed)).toMatchObject({ value: { outcome: 'moved' } });
    const audits = await sqlAsOwner()`select after->>'consent' as consent from audit_entries
      where action = 'swap_attendees'`;
    expect(audits).toEqual([{ consent: 'given' }, { consent: 'given' }]);
    await countersOf(h);
  });

  it('are refused beside the number, and where one of them does not fit', async () => {
    const { h, a, b, waiting, number } = await twoFull({ offering: { rules: { ageMin: 17 } } });
    expect(await swap(h, a, 'YY00-0000-000000')).toMatchObject({
      ...{ reason: 'not_found_number', fieldErrors: { number: expect.stringContaining('没有') } },
    });
    const same = (await bookingRowOf(waiting[0] ?? '')).number as string;
    expect(await swap(h, a, same)).toMatchObject({ reason: 'same_session' });
    const waits = (await bookingRowOf(waiting[1] ?? '')).number as string;
    expect(await swap(h, a, waits)).toMatchObject({ reason: 'not_movable' });
    await sqlAsOwner()`update people set birth_on = '2020-01-01' where id = (select person_id from bookings where id = ${b})`;
    expect(await swap(h, a, number, agreed)).toMatchObject({
      ...{ reason: 'ineligible', detail: { text: expect.stringContaining(number) } },
    });
    expect(await bookingRowOf(a)).toMatchObject({ session_id: sessionOf(h, 0), version: 1 });
    await sqlAsOwner()`update bookings set is_override = true where id = ${b}`;
    expect(await swap(h, a, number, agreed)).toMatchObject({ reason: 'special_place' });
  });

  it('read nothing of what the officer wrote down about the other', async () => {
    const { h, a, b, number } = await twoFull();
    const written = (bookingId: string, said: string) =>
      recordMoveAnswerInput.parse({ bookingId, answer: said, proof: '来电，孩子住院' });
    const leaks = async (bookingId: string) => [
      ...(await sqlAsOwner()`select note from booking_events
        where booking_id = ${bookingId} and note like '%住院%'`),
      ...(await sqlAsOwner()`select body from notices
        where dedupe_key like ${`booking:${bookingId}:%`} and body like '%住院%'`),
    ];
    await swap(h, a, number);
    expect(await recordMoveAnswer(h.me, written(b, 'no'))).toMatchObject({ ok: true });
    expect(await leaks(a)).toEqual([]);
    expect(await leaks(b)).toHaveLength(1);
    await swap(h, a, number);
    await answer(h, 0, a, 'yes');
    expect(await recordMoveAnswer(h.me, written(b, 'yes'))).toMatchObject({
      value: { status: 'done' },
    });
    expect(await leaks(a)).toEqual([]);
    expect(await leaks(b)).toHaveLength(2);
  });

  it('are no matter of an officer who is one of them, from whichever side it is opened', async () => {
    const { h, a, b, number } = await twoFull();
    await swap(h, a, number);
    const me = h.me.actor.kind === 'account' ? h.me.actor.accountId : '';
    await sqlAsOwner()`update bookings set account_id = ${me} where id = ${b}`;
    const said = recordMoveAnswerInput.parse({ bookingId: a, answer: 'yes', proof: '来电同意' });
    expect(await recordMoveAnswer(h.me, said)).toMatchObject({ reason: 'own_case' });
    expect(await withdrawMoveRequest(h.me, { bookingId: a })).toMatchObject({
      reason: 'own_case',
    });
  });
});
