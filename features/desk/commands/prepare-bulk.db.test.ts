import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { NotFound } from '@/lib/errors';
import { getBulkRun, listBulkRuns } from '../queries/bulk-run';
import { approveBulkInput, bulkView, prepareBulkInput } from '../schema/bulk';
import { prepareBulk } from './prepare-bulk';
import { startBulk, stopBulk } from './start-bulk';

const all = bulkView.parse({});

async function scene() {
  const made = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'town_admin', tree.town.id);
    const other = await anOfficer(tx, 'town_admin', tree.otherTown.id);
    const viewer = await anOfficer(tx, 'viewer', tree.town.id);
    const late = { organisationId: tree.union.id, after: { dueOn: '2020-01-06' } };
    const applications = [
      await aSubmittedApplication(tx, late),
      await aSubmittedApplication(tx, { organisationId: tree.union.id }),
      await aSubmittedApplication(tx, { organisationId: tree.union.id }),
    ];
    const elsewhere = await aSubmittedApplication(tx, { organisationId: tree.otherUnion.id });
    const member = await aMember(tx, { organisationId: tree.union.id });
    const offering = await anOffering(tx, { organisationId: tree.town.id, needsApproval: true });
    const session = await aSession(tx, { offeringId: offering.id });
    return { officer, other, viewer, applications, elsewhere, member, offering, session };
  });
  const given = { offeringId: made.offering.id, sessionId: made.session.id, who: 'self' };
  const booked = await bookPlace(as(actorOf(made.member)), bookPlaceInput.parse(given));
  if (!booked.ok) throw new Error(booked.reason);
  return { ...made, booking: booked.value.bookingId };
}

type Sent = { item?: string[]; all?: string; back?: string };
const prepare = (officer: Parameters<typeof as>[0], sent: Sent) =>
  prepareBulk(as(officer), prepareBulkInput.parse(sent));

async function prepared(officer: Parameters<typeof as>[0], sent: Sent) {
  const done = await prepare(officer, sent);
  if (!done.ok) throw new Error(done.reason);
  return getBulkRun(as(officer), done.value.runId, all);
}

beforeEach(resetDb);

describe('selecting for a bulk decision', () => {
  it('takes all that waits, of each kind a run, and says how many', async () => {
    const h = await scene();
    const run = await prepared(h.officer.actor, { all: '1' });
    expect([run.kind, run.total, run.others.map((o) => [o.kind, o.total])]).toEqual([
      'applications',
      3,
      [['bookings', 1]],
    ]);
    expect(run.rows.map((row) => row.of?.title)).toEqual(['韦小满', '韦小满', '韦小满']);
  });

  it('takes no more than the filter of the list holds', async () => {
    const h = await scene();
    const run = await prepared(h.officer.actor, { all: '1', back: 'overdue=1&kind=membership' });
    expect(run.rows.map((row) => row.entityId)).toEqual([h.applications[0]?.id]);
  });

  it('refuses a filter that holds more than the setting, and stores nothing of it', async () => {
    const h = await scene();
    await sqlAsOwner()`insert into settings (key, value) values ('desk.bulk_most', '3')`;
    expect(await prepare(h.officer.actor, { all: '1' })).toMatchObject({
      reason: 'too_many',
      detail: { most: '3' },
    });
    expect(await sqlAsOwner()`select 1 from bulk_runs`).toEqual([]);
  });

  it('takes ticked rows of one’s own desks only, and refuses when none is left', async () => {
    const h = await scene();
    const item = [h.elsewhere.id];
    expect(await prepare(h.officer.actor, { item })).toMatchObject({ reason: 'none_selected' });
    const run = await prepared(h.officer.actor, { item: [...item, `b-${h.booking}`] });
    expect([run.kind, run.total, run.others]).toEqual(['bookings', 1, []]);
  });

  it('is nobody else’s, and nothing to who decides nothing', async () => {
    const h = await scene();
    const run = await prepared(h.officer.actor, { all: '1' });
    await expect(getBulkRun(as(h.other.actor), run.id, all)).rejects.toThrow(NotFound);
    expect(
      await startBulk(as(h.other.actor), approveBulkInput.parse({ runId: run.id })),
    ).toMatchObject({ reason: 'already_started' });
    await expect(prepare(h.viewer.actor, { all: '1' })).rejects.toThrow('not allowed');
  });
});

describe('starting a bulk decision', () => {
  it('queues it once, on record, and is listed from then on; it can be stopped once', async () => {
    const h = await scene();
    const { id } = await prepared(h.officer.actor, { all: '1', back: 'kind=membership' });
    expect((await listBulkRuns(as(h.officer.actor))).runs).toEqual([]);
    const start = () => startBulk(as(h.officer.actor), approveBulkInput.parse({ runId: id }));
    expect(await start()).toMatchObject({ ok: true });
    expect(await start()).toMatchObject({ reason: 'already_started' });
    const [audit] = await sqlAsOwner()`select after from audit_entries where action = 'start_bulk'`;
    expect(audit?.after).toMatchObject({ decision: 'approve', total: 3 });
    const run = await getBulkRun(as(h.officer.actor), id, all);
    expect([run.status, run.counts.waiting, run.blocked]).toEqual(['running', 3, []]);
    expect((await listBulkRuns(as(h.officer.actor))).runs).toHaveLength(1);
    const stop = () => stopBulk(as(h.officer.actor), { runId: id });
    expect(await stop()).toMatchObject({ ok: true });
    expect(await stop()).toMatchObject({ reason: 'not_running' });
  });
});
