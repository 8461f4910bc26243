import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { submitApplication } from '@/features/applications/commands/submit-application';
import { startTransfer } from '@/features/transfers/commands/start-transfer';
import type { AccountActor } from '@/lib/actor';
import { atPausePoint } from '@/lib/pause-point';
import { closeOrganisation } from './commands/close-organisation';
import { closeOrganisationInput } from './schema';

let tree: Tree;
let admin: AccountActor;
const sql = sqlAsOwner();
const agreed = { pledge: 'yes', idConsent: 'yes' } as const;

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  await arrange(aDictionary);
  admin = (await arrange((tx) => anOfficer(tx, 'system_admin', tree.district.id))).actor;
});
afterEach(() => {
  atPausePoint('close-organisation:members', null);
  atPausePoint('place-on-desk:union', null);
});

const merge = (id: string, successorId: string, members: number) =>
  closeOrganisation(
    as({ ...admin, steppedUpAt: new Date() }),
    closeOrganisationInput.parse({
      ...{ id, version: 1, members, way: 'merged', successorId, documentNo: '总工批〔2026〕9号' },
      ...{ decidedOn: '2026-01-05', reason: '企业合并' },
    }),
  );

/** Reaches a spot, stays there until it is let go, and says when it is there. */
function pausedAt(spot: string) {
  let go = () => {};
  const wait = new Promise<void>((done) => {
    go = done;
  });
  const there = new Promise<void>((done) => {
    atPausePoint(spot, async () => {
      atPausePoint(spot, null);
      done();
      await wait;
    });
  });
  return { there, go };
}

/** Until a statement of another connection waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await sql`select count(*)::int as n from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()`;
    if (row?.n > 0) return;
  }
}

const draft = () =>
  arrange(async (tx) => {
    const account = await anAccount(tx);
    const application = await anApplication(tx, { account, organisationId: tree.union.id });
    return { me: as(actorOf(account)), application };
  });
const desks = () => sql`select organisation_id as at, desk_id as desk from membership_applications`;

it('an application handed in first goes along with the union that is merged meanwhile', async () => {
  const { me, application } = await draft();
  const pause = pausedAt('place-on-desk:union');
  const submitted = submitApplication(me, { ...agreed, version: application.version });
  await pause.there;
  const merged = merge(tree.union.id, tree.otherUnion.id, 0);
  await somebodyWaits();
  pause.go();
  expect([(await submitted).ok, (await merged).ok]).toEqual([true, true]);
  expect(await desks()).toEqual([{ at: tree.otherUnion.id, desk: tree.otherUnion.id }]);
});

it('an application handed in while its union is being merged is looked through once more', async () => {
  const { me, application } = await draft();
  const pause = pausedAt('close-organisation:members');
  const merged = merge(tree.union.id, tree.otherUnion.id, 0);
  await pause.there;
  const submitted = submitApplication(me, { ...agreed, version: application.version });
  await somebodyWaits();
  pause.go();
  expect((await merged).ok).toBe(true);
  expect(await submitted).toMatchObject({ reason: 'changed' });
  expect(await desks()).toEqual([{ at: tree.otherUnion.id, desk: null }]);
  const again = await submitApplication(me, { ...agreed, version: application.version + 1 });
  expect(again.ok).toBe(true);
  expect(await desks()).toEqual([{ at: tree.otherUnion.id, desk: tree.otherUnion.id }]);
});

it('a transfer asked for while the union is being merged finds the 会籍 gone, and none is lost', async () => {
  const member = await arrange((tx) => aMember(tx, { organisationId: tree.union.id }));
  const pause = pausedAt('close-organisation:members');
  const merged = merge(tree.union.id, tree.otherUnion.id, 1);
  await pause.there;
  const started = startTransfer(as(actorOf(member)), { toId: tree.home.id, employerName: null });
  await somebodyWaits();
  pause.go();
  expect((await merged).ok).toBe(true);
  expect((await started).ok).toBe(false);
  const rows = await sql`select organisation_id as at from memberships where status <> 'left'`;
  expect(rows).toEqual([{ at: tree.otherUnion.id }]);
});

it('a transfer asked for first makes the union wait with its merger', async () => {
  const member = await arrange((tx) => aMember(tx, { organisationId: tree.union.id }));
  const to = { toId: tree.home.id, employerName: null };
  expect((await startTransfer(as(actorOf(member)), to)).ok).toBe(true);
  const merged = await merge(tree.union.id, tree.otherUnion.id, 1);
  expect(merged).toMatchObject({ reason: 'has_transfers' });
});

it('of two unions merged into each other at once one remains, with the members of both', async () => {
  for (const at of [tree.union, tree.otherUnion])
    await arrange((tx) => aMember(tx, { organisationId: at.id }));
  const both = await Promise.all([
    merge(tree.union.id, tree.otherUnion.id, 1),
    merge(tree.otherUnion.id, tree.union.id, 1),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const rows = await sql`select o.closed_at is null as open, count(*)::int as n from memberships m
    join organisations o on o.id = m.organisation_id where m.status <> 'left' group by 1`;
  expect(rows).toEqual([{ open: true, n: 2 }]);
});
