import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { newId } from '@/lib/ids';
import { approveMany, undoMany } from './approve-many';

type Application = Awaited<ReturnType<typeof aSubmittedApplication>>;
let officer: Awaited<ReturnType<typeof anOfficer>>;
let ours: Application[];
let theirs: Application;

const rowOf = ({ id, version }: Application) => ({ id, version });

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    const tree = await aTree(tx);
    officer = await anOfficer(tx, 'union_admin', tree.union.id);
    ours = [];
    for (const name of ['周念安', '覃冬青', '陆望舒']) {
      ours.push(await aSubmittedApplication(tx, { organisationId: tree.union.id, name }));
    }
    theirs = await aSubmittedApplication(tx, { organisationId: tree.otherUnion.id });
  });
});

describe('bulk approval', () => {
  it('passes what may pass and says of each other row why not', async () => {
    const sql = sqlAsOwner();
    const [fine, stale] = ours as [Application, Application];
    const own = await arrange((tx) =>
      aSubmittedApplication(tx, { organisationId: fine.organisationId, applicant: officer }),
    );
    const rows = [
      rowOf(fine),
      { id: stale.id, version: 9 },
      rowOf(own),
      rowOf(theirs),
      { id: newId(), version: 1 },
    ];
    const done = await approveMany(as(officer.actor), { rows });
    expect(done.ok && done.value.rows.map((row) => row.reason ?? row.decision)).toEqual([
      'approved',
      'changed',
      'own_case',
      'not_found',
      'not_found',
    ]);
    expect(await sql`select 1 from memberships`).toHaveLength(1);
  });

  it('keeps what passed, and its undo, when the system fails at one row', async () => {
    const sql = sqlAsOwner();
    const bad = ours[1]?.id ?? '';
    await sql`create function fail_here() returns trigger language plpgsql as
      $$ begin raise exception 'no room' using errcode = '53100'; end $$`;
    await sql.unsafe(`create trigger fail_here before update on membership_applications
      for each row when (old.id = '${bad}') execute function fail_here()`);
    try {
      const done = await approveMany(as(officer.actor), { rows: ours.map(rowOf) });
      const rows = done.ok ? done.value.rows : [];
      expect(rows.map((row) => row.reason)).toEqual([undefined, 'unexpected', undefined]);
      const decisionIds = rows.flatMap((row) => row.undo ?? []);
      const undone = await undoMany(as(officer.actor), { decisionIds });
      expect(undone.ok && undone.value.rows.map((row) => row.reason)).toEqual([
        undefined,
        undefined,
      ]);
    } finally {
      await sql`drop function fail_here() cascade`;
    }
  });

  it('is taken back row by row', async () => {
    const done = await approveMany(as(officer.actor), { rows: ours.map(rowOf) });
    const decisionIds = done.ok ? done.value.rows.flatMap((row) => row.undo ?? []) : [];
    expect(decisionIds).toHaveLength(3);
    await sqlAsOwner()`update application_decisions set undo_until = now() - interval '1 second'
      where id = ${decisionIds[1] ?? ''}`;
    const undone = await undoMany(as(officer.actor), { decisionIds });
    expect(undone.ok && undone.value.rows.map((row) => row.reason)).toEqual([
      undefined,
      'undo_too_late',
      undefined,
    ]);
    expect(await sqlAsOwner()`select 1 from memberships`).toHaveLength(1);
  });
});
