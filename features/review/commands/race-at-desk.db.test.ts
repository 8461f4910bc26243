import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { raceAt } from '@/db/testing/waits';
import { withdrawApplication } from '@/features/applications/commands/withdraw-application';
import { approveApplication } from './approve-application';

let tree: Tree;
let officers: Awaited<ReturnType<typeof anOfficer>>[];
let application: Awaited<ReturnType<typeof aSubmittedApplication>>;
const input = () => ({ applicationId: application.id, version: application.version });

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    officers = [
      await anOfficer(tx, 'union_admin', tree.union.id, { displayName: '林干事' }),
      await anOfficer(tx, 'town_admin', tree.town.id, { displayName: '韦干事' }),
    ];
    application = await aSubmittedApplication(tx, { organisationId: tree.union.id });
  });
});

const [who, whom] = [0, 1];
const approveAs = (index: number) => {
  const officer = officers[index];
  if (!officer) throw new Error('no such officer');
  return approveApplication(as(officer.actor), input());
};

describe('two at one application (C10)', () => {
  it('lets one of two officers win and tells the other who and when', async () => {
    const [first, second] = await raceAt(
      'decide:locked',
      () => approveAs(who),
      () => approveAs(whom),
    );
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ reason: 'already_decided', detail: { who: '林干事' } });
    expect(await sqlAsOwner()`select 1 from memberships`).toHaveLength(1);
    expect(await sqlAsOwner()`select 1 from application_decisions`).toHaveLength(1);
  });

  it('does not let the worker withdraw what is being approved', async () => {
    const worker = actorOf(application.applicant);
    const [first, second] = await raceAt(
      'decide:locked',
      () => approveAs(who),
      () => withdrawApplication(as(worker), input()),
    );
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: false, reason: 'already_opened' });
  });

  it('does not approve what was withdrawn a moment before', async () => {
    await withdrawApplication(as(actorOf(application.applicant)), input());
    expect(await approveAs(who)).toMatchObject({ ok: false, reason: 'withdrawn' });
    expect(await sqlAsOwner()`select 1 from memberships`).toHaveLength(0);
  });

  it('would decide twice without the lock: the control that must fail', async () => {
    const sql = sqlAsOwner();
    let bothHaveRead = () => {};
    const read = new Promise<void>((done) => {
      bothHaveRead = done;
    });
    let readers = 0;
    const decideBlindly = () =>
      sql.begin(async (tx) => {
        const [row] =
          await tx`select status from membership_applications where id = ${application.id}`;
        readers += 1;
        if (readers === 2) bothHaveRead();
        await read;
        if (row?.status !== 'submitted') return 'lost';
        await tx`update membership_applications set status = 'in_review' where id = ${application.id}`;
        return 'won';
      });
    expect(await Promise.all([decideBlindly(), decideBlindly()])).toEqual(['won', 'won']);
  });
});
