import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { approving, aStartedRun } from '@/db/factories/bulk';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { resumeRuns, stopRun } from '@/lib/forms/bulk-run';
import { newId } from '@/lib/ids';
import { transaction } from '@/lib/transaction';
import { decideMany, undoMany } from './decide-many';

type Application = Awaited<ReturnType<typeof aSubmittedApplication>>;
let officer: Awaited<ReturnType<typeof anOfficer>>;
let ours: Application[];
let theirs: Application;

const rowOf = ({ id, version }: Application) => ({ id, version });
const begin = (rows = ours.map(rowOf), order = approving) =>
  aStartedRun(officer.actor, 'applications', rows, order);
const rowsOf = (runId: string) =>
  sqlAsOwner()<
    { state: string; decision: string | null; reason: string | null; undo: string | null }[]
  >`select state, decision, reason, undo from bulk_rows where run_id = ${runId} order by position`;
const saidOf = async (runId: string) => (await rowsOf(runId)).map((r) => r.reason ?? r.decision);
const statusOf = async (runId: string) =>
  (await sqlAsOwner()`select status from bulk_runs where id = ${runId}`)[0]?.status;

/** What one approval leaves behind, counted over everything. */
const traces = async () =>
  (
    await sqlAsOwner()`select (select count(*)::int from memberships) as members,
    (select count(*)::int from application_decisions) as decisions,
    (select count(*)::int from application_events where type = 'approved') as events,
    (select count(*)::int from audit_entries where action = 'approve_application') as audited,
    (select count(*)::int from notices where title = '您已加入工会') as notified`
  )[0];
const each = (n: number) => ({ members: n, decisions: n, events: n, audited: n, notified: n });

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

describe('a bulk decision on applications', () => {
  it('passes what may pass and says of each other row why not', async () => {
    const [fine, stale] = ours as [Application, Application];
    const own = await arrange((tx) =>
      aSubmittedApplication(tx, { organisationId: fine.organisationId, applicant: officer }),
    );
    const runId = await begin([
      rowOf(fine),
      { id: stale.id, version: 9 },
      rowOf(own),
      rowOf(theirs),
      { id: newId(), version: 1 },
    ]);
    await decideMany(runId);
    const said = ['approved', 'changed', 'own_case', 'not_found', 'not_found'];
    expect(await saidOf(runId)).toEqual(said);
    expect(await statusOf(runId)).toBe('done');
    expect(await traces()).toEqual(each(1));
  });

  it('sends back and refuses with its reason, which each worker reads', async () => {
    const [one, two] = ours as [Application, Application];
    const back = { decision: 'send_back', reason: '请核对姓名', fields: ['name'] } as const;
    await decideMany(await begin([rowOf(one)], back));
    const no = { decision: 'refuse', reason: '不在接收范围', fields: [] } as const;
    await decideMany(await begin([rowOf(two)], no));
    const rows = await sqlAsOwner()`select status, reason, sent_back_fields as fields
      from membership_applications where id in (${one.id}, ${two.id}) order by status desc`;
    expect(rows).toEqual([
      { status: 'sent_back', reason: '请核对姓名', fields: ['name'] },
      { status: 'rejected', reason: '不在接收范围', fields: [] },
    ]);
    const [{ n } = { n: 0 }] =
      await sqlAsOwner()`select count(*)::int as n from notices where body like '%请核对姓名%'
      or body like '%不在接收范围%'`;
    expect(n).toBe(2);
  });

  it('decides each row once when its connection dies between decision and commit, and is begun again', async () => {
    const sql = sqlAsOwner();
    const bad = ours[1]?.id ?? '';
    await sql`create function die_here() returns trigger language plpgsql security definer as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`;
    await sql.unsafe(`create trigger die_here before update on bulk_rows
      for each row when (old.entity_id = '${bad}') execute function die_here()`);
    const runId = await begin();
    try {
      await expect(decideMany(runId)).rejects.toThrow('no row could be decided now');
    } finally {
      await sql`drop function die_here() cascade`;
    }
    expect((await rowsOf(runId)).map((row) => row.state)).toEqual(['done', 'waiting', 'done']);
    expect(await traces()).toEqual(each(2));
    expect(await statusOf(runId)).toBe('running');
    await decideMany(runId);
    expect(await saidOf(runId)).toEqual(['approved', 'approved', 'approved']);
    expect(await traces()).toEqual(each(3));
    expect(await statusOf(runId)).toBe('done');
  });

  it('decides each row once when two workers go through it at the same time, and again afterwards', async () => {
    const runId = await begin();
    await Promise.all([decideMany(runId), decideMany(runId)]);
    await decideMany(runId);
    expect(await traces()).toEqual(each(3));
  });

  it('is queued again when no worker goes on with it, and not while one does', async () => {
    const runId = await begin();
    const resume = () => arrange(resumeRuns);
    expect(await resume()).toBe(0);
    await sqlAsOwner()`update bulk_runs set started_at = started_at - interval '1 hour' where id = ${runId}`;
    expect(await resume()).toBe(1);
    await sqlAsOwner()`update bulk_rows set decided_at = now() where run_id = ${runId}`;
    expect(await resume()).toBe(0);
  });

  it('uses the roles of the moment: taken away since, they decide nothing', async () => {
    const runId = await begin();
    await sqlAsOwner()`update role_grants set revoked_at = now()`;
    await decideMany(runId);
    expect(await saidOf(runId)).toEqual(['not_found', 'not_found', 'not_found']);
    expect(await traces()).toEqual(each(0));
  });

  it('leaves the rest as it is once it is stopped', async () => {
    const runId = await begin();
    await transaction(as(officer.actor), (tx) => stopRun(tx, runId));
    await decideMany(runId);
    expect(await traces()).toEqual(each(0));
    expect(await statusOf(runId)).toBe('stopped');
  });

  it('says of a row at which the system fails that it was not done, and does the others', async () => {
    const sql = sqlAsOwner();
    const bad = ours[1]?.id ?? '';
    await sql`create function fail_here() returns trigger language plpgsql as
      $$ begin raise exception 'no room' using errcode = '53100'; end $$`;
    await sql.unsafe(`create trigger fail_here before update on membership_applications
      for each row when (old.id = '${bad}') execute function fail_here()`);
    const runId = await begin();
    try {
      await decideMany(runId);
    } finally {
      await sql`drop function fail_here() cascade`;
    }
    expect(await saidOf(runId)).toEqual(['approved', 'unexpected', 'approved']);
    expect(await traces()).toEqual(each(2));
  });

  it('is taken back row by row', async () => {
    const runId = await begin();
    await decideMany(runId);
    const decisionIds = (await rowsOf(runId)).map((row) => row.undo ?? '');
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
