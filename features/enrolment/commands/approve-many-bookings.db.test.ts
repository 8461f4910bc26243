import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { newId } from '@/lib/ids';
import { bookPlaceInput } from '../schema/booking';
import { approveManyBookingsInput, undoManyBookingsInput } from '../schema/desk-decision';
import { approveManyBookings, undoManyBookings } from './approve-many-bookings';
import { bookPlace } from './book-place';

async function scene(people: number) {
  const made = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const offering = await anOffering(tx, { organisationId: tree.town.id, needsApproval: true });
    const session = await aSession(tx, { offeringId: offering.id, capacity: 10 });
    const members = [];
    for (let n = 0; n < people; n++)
      members.push(await aMember(tx, { organisationId: tree.union.id }));
    const officer = await anOfficer(tx, 'town_admin', tree.town.id);
    const stranger = await anOfficer(tx, 'town_admin', tree.otherTown.id);
    return { offering, session, members, officer: officer.actor, stranger: stranger.actor };
  });
  const given = { offeringId: made.offering.id, sessionId: made.session.id, who: 'self' };
  const ids: string[] = [];
  for (const member of made.members) {
    const booked = await bookPlace(as(actorOf(member)), bookPlaceInput.parse(given));
    if (!booked.ok) throw new Error(booked.reason);
    ids.push(booked.value.bookingId);
  }
  return { ...made, ids };
}

const rowsOf = (rows: string[]) => approveManyBookingsInput.parse({ rows });
const statuses = async () =>
  (await sqlAsOwner()`select status from bookings order by created_at, id`).map(
    (row) => row.status,
  );

beforeEach(resetDb);

describe('approving many bookings', () => {
  it('passes each row for itself; one that may not pass says why and stops no other', async () => {
    const { ids, officer } = await scene(3);
    const [first, stale, last] = ids;
    const rows = [`${first}:1`, `${stale}:9`, `${newId()}:1`, `${last}:1`];
    const done = await approveManyBookings(as(officer), rowsOf(rows));
    expect(done.ok && done.value.rows.map((row) => row.decision ?? row.reason)).toEqual([
      'approved',
      'stale',
      'not_found',
      'approved',
    ]);
    expect(await statuses()).toEqual(['booked', 'pending', 'booked']);
    const taken = await sqlAsOwner()`select taken from session_capacity`;
    expect(taken).toMatchObject([{ taken: 3 }]);
    const audited =
      await sqlAsOwner()`select 1 from audit_entries where action = 'approve_booking'`;
    expect(audited).toHaveLength(2);
    const notified = await sqlAsOwner()`select visible_at > now() as later from notices
      where title like '%通过%' or body like '%通过%'`;
    expect(notified.length).toBeGreaterThanOrEqual(2);
  });

  it('twice does each once', async () => {
    const { ids, officer } = await scene(2);
    const rows = rowsOf(ids.map((id) => `${id}:1`));
    await approveManyBookings(as(officer), rows);
    const again = await approveManyBookings(as(officer), rows);
    expect(again.ok && again.value.rows.map((row) => row.reason)).toEqual([
      'already_decided',
      'already_decided',
    ]);
  });

  it('is taken back as one within its seconds, and nobody has been told', async () => {
    const { ids, officer } = await scene(3);
    const done = await approveManyBookings(as(officer), rowsOf(ids.map((id) => `${id}:1`)));
    const made = done.ok ? done.value.rows.map((row) => row.undo ?? '') : [];
    await sqlAsOwner()`update bookings set decided_at = now() - interval '11 seconds' where id = ${ids[2] ?? ''}`;
    const undone = await undoManyBookings(
      as(officer),
      undoManyBookingsInput.parse({ decisionIds: made }),
    );
    expect(undone.ok && undone.value.rows.map((row) => row.decision ?? row.reason)).toEqual([
      'undone',
      'undone',
      'undo_too_late',
    ]);
    expect(await statuses()).toEqual(['pending', 'pending', 'booked']);
  });

  it('is nothing to another town’s officer', async () => {
    const { ids, stranger } = await scene(1);
    const done = await approveManyBookings(as(stranger), rowsOf(ids.map((id) => `${id}:1`)));
    expect(done).toMatchObject({ ok: true, value: { rows: [{ reason: 'not_found' }] } });
    expect(await statuses()).toEqual(['pending']);
  });

  it('takes fifty at most', () => {
    const rows = Array.from({ length: 51 }, () => `${newId()}:1`);
    expect(approveManyBookingsInput.safeParse({ rows }).success).toBe(false);
  });
});
