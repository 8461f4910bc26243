import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { withBadRow } from '@/db/testing/spoil';
import { addWorkdays } from '@/lib/calendar/workdays';
import { addDays, todayOn } from '@/lib/dates';
import { remindAndEscalate } from './remind-and-escalate';

let tree: Tree;
let desk: Awaited<ReturnType<typeof anOfficer>>;
let parent: Awaited<ReturnType<typeof anOfficer>>;
const today = todayOn(new Date());
const none = new Map<string, 'off' | 'work'>();
const due = (dueOn: string) =>
  arrange((tx) => aSubmittedApplication(tx, { organisationId: tree.union.id, after: { dueOn } }));
const sweep = () => remindAndEscalate(as({ kind: 'system', label: '系统' }));
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

  it('counts holidays and 调休 as the table says', async () => {
    const on = addWorkdays(today, 2, none);
    await due(addWorkdays(on, 1, none));
    expect(await sweep()).toEqual({ reminded: 0, escalated: 0 });
    // The day between becomes a holiday, so what was three working days away is now two.
    await sqlAsOwner()`insert into holidays ("on", kind, name) values (${on}, 'off', '测试假日')`;
    expect(await sweep()).toEqual({ reminded: 1, escalated: 0 });
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
