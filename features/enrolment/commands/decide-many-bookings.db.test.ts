import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aStartedRun } from '@/db/factories/bulk';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import type { Actor } from '@/lib/actor';
import type { BulkOrder, Selected } from '@/lib/forms/bulk-run';
import { newId } from '@/lib/ids';
import { bookPlaceInput } from '../schema/booking';
import { undoManyBookingsInput } from '../schema/desk-decision';
import { bookPlace } from './book-place';
import { decideManyBookings, undoManyBookings } from './decide-many-bookings';

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

const decideAll = async (officer: Actor, rows: Selected[], order?: BulkOrder) => {
  const runId = await aStartedRun(officer, 'bookings', rows, order);
  await decideManyBookings(runId);
  return sqlAsOwner()<{ decision: string | null; reason: string | null; undo: string | null }[]>`
    select decision, reason, undo from bulk_rows where run_id = ${runId} order by position`;
};
const saidOf = (rows: { decision: string | null; reason: string | null }[]) =>
  rows.map((row) => row.decision ?? row.reason);
const first = (ids: string[]) => ids.map((id) => ({ id, version: 1 }));
const statuses = async () =>
  (await sqlAsOwner()`select status from bookings order by created_at, id`).map(
    (row) => row.status,
  );

beforeEach(resetDb);

describe('a bulk decision on bookings', () => {
  it('passes each row for itself; one that may not pass says why and stops no other', async () => {
    const { ids, officer } = await scene(3);
    const [one = '', stale = '', last = ''] = ids;
    const rows = await decideAll(officer, [
      { id: one, version: 1 },
      { id: stale, version: 9 },
      { id: newId(), version: 1 },
      { id: last, version: 1 },
    ]);
    expect(saidOf(rows)).toEqual(['approved', 'stale', 'not_found', 'approved']);
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

  it('refuses and sends back with its reason; a refused place is free again', async () => {
    const { ids, officer } = await scene(2);
    const [one = '', two = ''] = ids;
    const no = { decision: 'refuse', reason: '不符合条件', fields: [] } as const;
    expect(saidOf(await decideAll(officer, first([one]), no))).toEqual(['rejected']);
    const back = { decision: 'send_back', reason: '请补充', fields: ['other', 'name'] } as const;
    expect(saidOf(await decideAll(officer, first([two]), back))).toEqual(['sent_back']);
    const rows = await sqlAsOwner()`select status, reason, sent_back_fields as fields
      from bookings order by status`;
    expect(rows).toEqual([
      { status: 'refused', reason: '不符合条件', fields: [] },
      { status: 'sent_back', reason: '请补充', fields: ['other'] },
    ]);
    expect(await sqlAsOwner()`select taken from session_capacity`).toMatchObject([{ taken: 1 }]);
  });

  it('twice does each once', async () => {
    const { ids, officer } = await scene(2);
    await decideAll(officer, first(ids));
    const again = await decideAll(officer, first(ids));
    expect(saidOf(again)).toEqual(['already_decided', 'already_decided']);
  });

  it('is taken back as one within its seconds, and nobody has been told', async () => {
    const { ids, officer } = await scene(3);
    const made = (await decideAll(officer, first(ids))).map((row) => row.undo ?? '');
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
    expect(saidOf(await decideAll(stranger, first(ids)))).toEqual(['not_found']);
    expect(await statuses()).toEqual(['pending']);
  });
});
