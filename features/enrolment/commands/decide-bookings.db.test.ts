import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { Forbidden, NotFound } from '@/lib/errors';
import { answerSendBackInput, bookPlaceInput } from '../schema/booking';
import { answerSendBack } from './answer-send-back';
import { bookPlace } from './book-place';
import { cancelBooking } from './cancel-booking';
import { approveBooking, refuseBooking, sendBackBooking } from './decide-bookings';
import { undoBookingDecision } from './undo-decision';

async function aPending(capacity = 1) {
  const scene = await arrange(async (tx) => {
    const town = await anOrganisation(tx, { kind: 'town_federation' });
    const union = await anOrganisation(tx, { parentId: town.id });
    const elsewhere = await anOrganisation(tx);
    const [member, next] = [
      await aMember(tx, { organisationId: union.id }),
      await aMember(tx, { organisationId: union.id }),
    ];
    const offering = await anOffering(tx, { organisationId: town.id, needsApproval: true });
    const session = await aSession(tx, { offeringId: offering.id, capacity });
    return {
      ...{ union, member, next, offering, session },
      officer: (await anOfficer(tx, 'town_admin', town.id)).actor,
      colleague: (await anOfficer(tx, 'town_admin', town.id)).actor,
      stranger: (await anOfficer(tx, 'town_admin', elsewhere.id)).actor,
      reader: (await anOfficer(tx, 'viewer', town.id)).actor,
      unit: (await anOfficer(tx, 'union_admin', union.id)).actor,
    };
  });
  const input = bookPlaceInput.parse({
    offeringId: scene.offering.id,
    sessionId: scene.session.id,
    who: 'self',
  });
  const made = await bookPlace(as(actorOf(scene.member)), input);
  if (!made.ok) throw new Error(made.reason);
  return { ...scene, input, bookingId: made.value.bookingId };
}

const rowOf = async (id: string) => {
  const [row] = await sqlAsOwner()`select * from bookings where id = ${id}`;
  return row;
};
const places = async () => {
  const [row] = await sqlAsOwner()`select taken, waiting from session_capacity`;
  return row;
};

beforeEach(resetDb);

describe('deciding a booking', () => {
  it('approves: row, history, audit, a notice that leaves after the time to undo', async () => {
    const { officer, bookingId, member } = await aPending();
    const result = await approveBooking(as(officer), { bookingId, version: 1 });
    expect(result).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await rowOf(bookingId)).toMatchObject({
      status: 'booked',
      decided_by: officer.accountId,
    });
    const [audit] = await sqlAsOwner()`
      select * from audit_entries where action = 'approve_booking'`;
    expect(audit).toMatchObject({ entity_id: bookingId, actor_account_id: officer.accountId });
    const [notice] = await sqlAsOwner()`
      select visible_at > created_at + interval '9 seconds' as later, account_id from notices
      where dedupe_key like ${`booking:${bookingId}:2:%`}`;
    expect(notice).toMatchObject({ later: true, account_id: member.accountId });
  });

  it('refuses with the reason and gives the place to the next', async () => {
    const { officer, bookingId, next, input } = await aPending();
    const waiting = await bookPlace(as(actorOf(next)), input);
    const given = { bookingId, version: 1, reason: '不在培训对象范围' };
    expect(await refuseBooking(as(officer), given)).toMatchObject({ ok: true });
    expect(await rowOf(bookingId)).toMatchObject({ status: 'refused', reason: given.reason });
    expect(waiting.ok && (await rowOf(waiting.value.bookingId))?.status).toBe('pending');
    expect(await places()).toEqual({ taken: 1, waiting: 0 });
  });

  it('sends back with the place held, and takes the answer', async () => {
    const { officer, bookingId, member, next } = await aPending();
    const given = {
      ...{ bookingId, version: 1, reason: '请补充接送人' },
      fields: ['pick_up' as const],
    };
    expect(await sendBackBooking(as(officer), given)).toMatchObject({ ok: true });
    expect(await places()).toEqual({ taken: 1, waiting: 0 });
    const answer = answerSendBackInput.parse({ bookingId, answer: '由奶奶接送' });
    await expect(answerSendBack(as(actorOf(next)), answer)).rejects.toThrow(NotFound);
    expect(await answerSendBack(as(actorOf(member)), answer)).toMatchObject({ ok: true });
    expect(await rowOf(bookingId)).toMatchObject({ status: 'pending', version: 3 });
    const again = await answerSendBack(as(actorOf(member)), answer);
    expect(again).toMatchObject({ reason: 'not_sent_back' });
  });

  it('lets one of two officers win, and tells the other who, when and what (C10)', async () => {
    const { officer, bookingId } = await aPending();
    const results = await Promise.all([
      approveBooking(as(officer), { bookingId, version: 1 }),
      refuseBooking(as(officer), { bookingId, version: 1, reason: '名额有限' }),
    ]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.find((r) => !r.ok)).toMatchObject({
      reason: 'already_decided',
      detail: {
        who: expect.stringMatching(/./),
        when: expect.stringMatching(/\d/),
        what: expect.stringMatching(/通过/),
      },
    });
  });

  it('says that the person has cancelled meanwhile', async () => {
    const { officer, member, bookingId } = await aPending();
    await cancelBooking(as(actorOf(member)), { bookingId });
    const late = await approveBooking(as(officer), { bookingId, version: 1 });
    expect(late).toMatchObject({ reason: 'withdrawn' });
  });

  it('is not found from elsewhere, forbidden to who may only read or is only the member’s unit', async () => {
    const { stranger, reader, unit, bookingId } = await aPending();
    const input = { bookingId, version: 1 };
    await expect(approveBooking(as(stranger), input)).rejects.toThrow(NotFound);
    await expect(approveBooking(as(reader), input)).rejects.toThrow(Forbidden);
    await expect(approveBooking(as(unit), input)).rejects.toThrow(Forbidden);
    expect((await rowOf(bookingId))?.status).toBe('pending');
  });

  it('refuses to let an officer decide their own booking', async () => {
    const { officer, member, bookingId } = await aPending();
    const self = { ...actorOf(member), grants: officer.grants, assurance: 'totp' as const };
    const result = await approveBooking(as(self), { bookingId, version: 1 });
    expect(result).toMatchObject({ reason: 'own_case' });
  });
});

describe('taking a decision back', () => {
  it('undoes an approval before the notice leaves, and recalls the notice', async () => {
    const { officer, bookingId } = await aPending();
    await approveBooking(as(officer), { bookingId, version: 1 });
    const undone = await undoBookingDecision(as(officer), { bookingId, version: 2 });
    expect(undone).toMatchObject({ ok: true });
    expect((await rowOf(bookingId))?.status).toBe('pending');
    const [left] = await sqlAsOwner()`select count(*)::int as n from outbox where status = 'waiting'
      and dedupe_key like ${`booking:${bookingId}:2:%`}`;
    expect(left?.n).toBe(0);
  });

  it('gives a refused booking its place again only while one is free', async () => {
    const { officer, bookingId, next, input } = await aPending();
    await bookPlace(as(actorOf(next)), input);
    await refuseBooking(as(officer), { bookingId, version: 1, reason: '重复' });
    const undone = await undoBookingDecision(as(officer), { bookingId, version: 2 });
    expect(undone).toMatchObject({ ok: false, reason: 'place_gone' });
    expect(await places()).toEqual({ taken: 1, waiting: 0 });
  });

  it('belongs to whoever took it', async () => {
    const { officer, colleague, bookingId } = await aPending();
    await approveBooking(as(officer), { bookingId, version: 1 });
    const other = await undoBookingDecision(as(colleague), { bookingId, version: 2 });
    expect(other).toMatchObject({ reason: 'not_yours' });
    expect((await rowOf(bookingId))?.status).toBe('booked');
  });

  it('is too late after ten seconds, and never touches what nobody decided', async () => {
    const { officer, bookingId } = await aPending();
    const early = await undoBookingDecision(as(officer), { bookingId, version: 1 });
    expect(early).toMatchObject({ reason: 'stale' });
    await approveBooking(as(officer), { bookingId, version: 1 });
    await sqlAsOwner()`update bookings set decided_at = now() - interval '11 seconds'`;
    const late = await undoBookingDecision(as(officer), { bookingId, version: 2 });
    expect(late).toMatchObject({ reason: 'undo_too_late' });
  });

  it('lasts as long as the setting says, and the notice waits as long', async () => {
    const { officer, bookingId } = await aPending();
    await sqlAsOwner()`insert into settings (key, value) values ('membership.undo_seconds', '60')`;
    await approveBooking(as(officer), { bookingId, version: 1 });
    const [notified] =
      await sqlAsOwner()`select n.visible_at >= b.decided_at + interval '60 seconds' as waits
      from notices n, bookings b where b.id = ${bookingId} and n.dedupe_key like ${`booking:${bookingId}:2:%`}`;
    expect(notified?.waits).toBe(true);
    await sqlAsOwner()`update bookings set decided_at = now() - interval '11 seconds'`;
    const undone = await undoBookingDecision(as(officer), { bookingId, version: 2 });
    expect(undone).toMatchObject({ ok: true });
  });
});
