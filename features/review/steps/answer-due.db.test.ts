import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { withBadRow } from '@/db/testing/spoil';
import { recomputeClocks } from '@/features/clocks/commands/recompute-clocks';
import { runClocks } from '@/features/clocks/commands/run-clocks';
import { addWorkdays } from '@/lib/calendar/workdays';
import { addDays, todayOn } from '@/lib/dates';
import { sendBackApplication } from '../commands/send-back-application';
import { undoDecision } from '../commands/undo-decision';
import { reviewClocks } from '../jobs';

let tree: Tree;
let desk: Awaited<ReturnType<typeof anOfficer>>;
let parent: Awaited<ReturnType<typeof anOfficer>>;
const today = todayOn(new Date());
const none = new Map<string, 'off' | 'work'>();
const due = (dueOn: string) =>
  arrange((tx) => aSubmittedApplication(tx, { organisationId: tree.union.id, after: { dueOn } }));
const system = () => as({ kind: 'system', label: '系统' });
/** How many were reminded of and escalated so far, by what they left behind. */
const soFar = async () =>
  (
    await sqlAsOwner()`select count(*) filter (where escalated_at is null and reminded_at is not null)::int as reminded,
      count(escalated_at)::int as escalated from membership_applications`
  )[0];
async function sweep() {
  const before = await soFar();
  await runClocks(system(), reviewClocks);
  const after = await soFar();
  return {
    reminded: after?.reminded - before?.reminded,
    escalated: after?.escalated - before?.escalated,
  };
}
const toldTo = async (accountId: string) =>
  (await sqlAsOwner()`select title from notices where account_id = ${accountId}`).length;

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    desk = await anOfficer(tx, 'union_admin', tree.union.id);
    parent = await anOfficer(tx, 'town_admin', tree.town.id);
  });
});

describe('the time to answer', () => {
  it('reminds the desk when two working days are left, once', async () => {
    await due(addWorkdays(today, 3, none));
    expect(await sweep()).toEqual({ reminded: 0, escalated: 0 });
    const near = await due(addWorkdays(today, 2, none));
    expect(await sweep()).toEqual({ reminded: 1, escalated: 0 });
    expect(await sweep()).toEqual({ reminded: 0, escalated: 0 });
    expect(await toldTo(desk.accountId)).toBe(1);
    expect(await toldTo(parent.accountId)).toBe(0);
    const [row] = await sqlAsOwner()`select * from membership_applications where id = ${near.id}`;
    expect(row).toMatchObject({ desk_id: tree.union.id, version: near.version });
  });

  it('moves with the table of holidays, in the list too, and the worker is told once', async () => {
    const on = addWorkdays(today, 2, none);
    const { id, applicant } = await arrange((tx) =>
      aSubmittedApplication(tx, { organisationId: tree.union.id }),
    );
    const dueOn = async () =>
      (await sqlAsOwner()`select due_on::text as on from membership_applications`)[0]?.on;
    const before = await dueOn();
    await sqlAsOwner()`insert into holidays ("on", kind, name) values (${on}, 'off', '测试假日')`;
    await recomputeClocks(system(), reviewClocks);
    await recomputeClocks(system(), reviewClocks);
    expect(await dueOn()).toBe(addWorkdays(before, 1, none));
    const said = await sqlAsOwner()`select title, link from notices
      where account_id = ${applicant.accountId} and dedupe_key like 'clock:%'`;
    expect(said).toMatchObject([{ link: `/applications/${id}` }]);
    const lines = await sqlAsOwner()`select note from application_events where type = 'due_moved'`;
    expect(lines).toHaveLength(1);
    expect(await toldTo(desk.accountId)).toBe(0);
  });

  it('ends with the decision, and runs on when it is undone', async () => {
    const { id } = await due(addDays(today, 3));
    const clock = async () =>
      (await sqlAsOwner()`select ended_how from clocks where subject_id = ${id}`)[0];
    const asked = { applicationId: id, version: 2, fields: ['workplace' as const] };
    const decided = await sendBackApplication(as(desk.actor), { ...asked, reason: '请补单位' });
    if (!decided.ok) throw new Error(decided.reason);
    expect(await clock()).toEqual({ ended_how: 'met' });
    await undoDecision(as(desk.actor), { decisionId: decided.value.decisionId });
    expect(await clock()).toEqual({ ended_how: null });
  });

  it('passes a late case to the parent, its promised day still standing, and tells everyone once', async () => {
    const late = await due(addDays(today, -1));
    expect(await sweep()).toEqual({ reminded: 0, escalated: 1 });
    expect(await sweep()).toEqual({ reminded: 0, escalated: 0 });
    const [row] = await sqlAsOwner()`select * from membership_applications where id = ${late.id}`;
    expect(row).toMatchObject({ desk_id: tree.town.id, status: 'submitted' });
    expect(row?.escalated_at).not.toBeNull();
    const types = await sqlAsOwner()`select type, actor_label from application_events order by id`;
    expect(types.at(-1)).toMatchObject({ type: 'escalated', actor_label: '系统' });
    expect(await toldTo(parent.accountId)).toBe(1);
    expect(await toldTo(late.applicant.accountId)).toBe(2);
    expect(
      await sqlAsOwner()`select 1 from audit_entries where action = 'escalate_application'`,
    ).toHaveLength(1);
  });

  it('leaves a case at the top where there is no parent, reminded once', async () => {
    await arrange((tx) =>
      aSubmittedApplication(tx, {
        organisationId: tree.district.id,
        after: { dueOn: addDays(today, -3) },
      }),
    );
    expect(await sweep()).toEqual({ reminded: 1, escalated: 0 });
    expect(await sweep()).toEqual({ reminded: 0, escalated: 0 });
  });

  it('goes on to the other cases when one of them cannot be written', async () => {
    const [bad, good] = [await due(addDays(today, -2)), await due(addDays(today, -1))];
    const row = { table: 'membership_applications', column: 'id', value: bad.id };
    expect(await withBadRow(row, sweep)).toEqual({ reminded: 0, escalated: 1 });
    const escalated = await sqlAsOwner()`
      select id from membership_applications where escalated_at is not null`;
    expect(escalated).toEqual([{ id: good.id }]);
    expect(await sweep()).toEqual({ reminded: 0, escalated: 1 });
  });

  it('reminds the nearest officers above a desk that has none', async () => {
    await arrange((tx) =>
      aSubmittedApplication(tx, { organisationId: tree.home.id, after: { dueOn: today } }),
    );
    await sweep();
    expect(await toldTo(parent.accountId)).toBe(1);
  });
});
