import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { carryMemberships, lockMembershipsOf } from '@/features/members/steps/carry-memberships';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import type { AccountActor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { endSecondment } from './commands/end-secondment';
import { enterSecondment } from './commands/enter-secondment';
import { personalData } from './personal-data';
import { listMySecondments, listSecondments, listSecondmentsOf } from './queries/secondments';
import { passSecondments } from './steps/pass-secondments';

let tree: Tree;
let member: Awaited<ReturnType<typeof aMember>>;
let officers: Record<'home' | 'host' | 'viewer' | 'other', AccountActor>;
const today = todayOn(new Date());
const sql = sqlAsOwner();

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    member = await aMember(tx, { organisationId: tree.union.id, name: '黄小满' });
    const one = async (role: Parameters<typeof anOfficer>[1], where: string) =>
      (await anOfficer(tx, role, where)).actor;
    officers = {
      home: await one('union_admin', tree.union.id),
      host: await one('union_admin', tree.otherUnion.id),
      viewer: await one('viewer', tree.town.id),
      other: await one('union_admin', tree.home.id),
    };
  });
});

const enter = (more: object = {}, actor = officers.home) =>
  enterSecondment(as(actor), {
    ...{ personId: member.personId, hostId: tree.otherUnion.id, hostName: null },
    ...{ startsOn: addDays(today, -10), endsOn: addDays(today, 200), reason: '专项工作' },
    ...more,
  });
const idOf = async () => (await sql`select id from secondments order by created_at desc`)[0]?.id;
const end = async (more: object = {}, actor = officers.home) =>
  endSecondment(as(actor), {
    ...{ secondmentId: await idOf(), endedOn: today, reason: '专项提前做完' },
    ...more,
  });
const mine = () => listMySecondments(as(actorOf(member)));
const list = (actor: AccountActor, over = false) => listSecondments(as(actor), { over, page: 1 });

describe('a secondment', () => {
  it('stands beside the 会籍, is on record, and tells the member and the host', async () => {
    expect((await enter()).ok).toBe(true);
    const [membership] = await sql`select status, organisation_id as at from memberships`;
    expect(membership).toEqual({ status: 'regular', at: tree.union.id });
    expect(await sql`select 1 from membership_changes`).toHaveLength(0);
    expect(await mine()).toMatchObject([{ host: '乙厂工会', state: 'running', home: '甲厂工会' }]);
    const said = await sql`select account_id as id, title from notices order by title`;
    expect(said).toEqual([
      { id: member.accountId, title: '已登记借调' },
      { id: officers.host.accountId, title: '有会员借调来' },
    ]);
    expect(
      await sql`select organisation_id as at from audit_entries
      where action = 'enter_secondment'`,
    ).toEqual([{ at: tree.union.id }]);
  });

  it('is seen by both unions, by nobody else, and the member’s page is the home union’s alone', async () => {
    await enter();
    expect((await list(officers.home)).rows).toMatchObject([{ name: '黄小满', lent: true }]);
    expect((await list(officers.host)).rows).toMatchObject([{ name: '黄小满', lent: false }]);
    expect((await list(officers.viewer)).total).toBe(1);
    expect((await list(officers.other)).total).toBe(0);
    expect(await listSecondmentsOf(as(officers.home), member.personId)).toHaveLength(1);
    expect(await listSecondmentsOf(as(officers.host), member.personId)).toHaveLength(0);
  });

  it('may be at a unit outside, in words', async () => {
    expect((await enter({ hostId: null, hostName: '区人社局' })).ok).toBe(true);
    expect(await mine()).toMatchObject([{ host: '区人社局' }]);
    expect(await sql`select 1 from notices`).toHaveLength(1);
  });

  it('is refused for the own union, a closed one, days before the 会籍 and too many months', async () => {
    expect(await enter({ hostId: tree.union.id })).toMatchObject({ reason: 'own_union' });
    expect(await enter({ startsOn: '2020-01-01' })).toMatchObject({ reason: 'days_out_of_range' });
    expect(await enter({ endsOn: addDays(today, 2000) })).toMatchObject({
      reason: 'too_long',
      detail: { months: 36 },
    });
    await sql`update organisations set closed_at = now() where id = ${tree.otherUnion.id}`;
    expect(await enter()).toMatchObject({ reason: 'host_closed' });
    expect(await sql`select 1 from secondments`).toHaveLength(0);
  });

  it('never overlaps another of the same person, even entered at the same moment', async () => {
    const both = await Promise.all([enter(), enter({ hostId: tree.industry.id })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'overlaps' });
    const later = { startsOn: addDays(today, 201), endsOn: addDays(today, 300) };
    expect((await enter(later)).ok).toBe(true);
  });

  it('is not for another union, who only reads, or one’s own case', async () => {
    await expect(enter({}, officers.other)).rejects.toThrow(NotFound);
    await expect(enter({}, officers.viewer)).rejects.toThrow(Forbidden);
    const self = actorOf(member, { role: 'union_admin', organisationId: tree.union.id });
    expect(await enter({}, self)).toMatchObject({ reason: 'own_case' });
  });
});

describe('ending a secondment', () => {
  it('before its time names the last day, frees the days after it and tells the member', async () => {
    await enter();
    const last = addDays(today, -1);
    expect((await end({ endedOn: last })).ok).toBe(true);
    expect(await mine()).toMatchObject([
      { state: 'over', lastOn: last, endReason: '专项提前做完' },
    ]);
    expect(await sql`select 1 from notices where title = '借调提前结束'`).toHaveLength(1);
    expect(await end()).toMatchObject({ reason: 'secondment_over' });
    expect((await enter({ startsOn: today })).ok).toBe(true);
    expect((await list(officers.host, true)).total).toBe(1);
  });

  it('before it has begun takes it back', async () => {
    await enter({ startsOn: addDays(today, 5) });
    expect((await end()).ok).toBe(true);
    expect(await mine()).toEqual([]);
    expect((await enter({ startsOn: addDays(today, 5) })).ok).toBe(true);
  });

  it('is refused outside its days, to the host and in one’s own case', async () => {
    await enter();
    expect(await end({ endedOn: addDays(today, -11) })).toMatchObject({ reason: 'not_within' });
    await expect(end({}, officers.host)).rejects.toThrow(NotFound);
    const self = actorOf(member, { role: 'union_admin', organisationId: tree.union.id });
    expect(await end({}, self)).toMatchObject({ reason: 'own_case' });
  });
});

describe('with the 会籍', () => {
  it('a secondment is over when it ends, and another may be entered after', async () => {
    await enter();
    const { membershipId } = member;
    await arrange((tx) =>
      recordMembershipChange(tx, {
        ...{ membershipId, type: 'moved_out', reason: 'labour_change', on: addDays(today, -1) },
      }),
    );
    expect(await mine()).toMatchObject([{ state: 'over', lastOn: addDays(today, -1) }]);
    await sql`insert into memberships (id, person_id, organisation_id, member_no, status, occupation_code,
        occupation_version, is_new_form, in_eight_groups, joined_on, previous_id, moved_in_on)
      select gen_random_uuid(), person_id, ${tree.union.id}, member_no, 'regular', occupation_code,
        occupation_version, is_new_form, in_eight_groups, joined_on, id, ${today} from memberships`;
    expect((await enter({ startsOn: today })).ok).toBe(true);
  });

  it('it follows its member out of a merged union', async () => {
    await enter({ hostId: tree.industry.id });
    await arrange(async (tx) => {
      const [fromId, toId] = [tree.union.id, tree.otherUnion.id];
      const carried = { fromId, toId, reason: 'union_merged', on: today, confirms: true } as const;
      await carryMemberships(tx, await lockMembershipsOf(tx, fromId), carried);
      await passSecondments(tx, { fromId, fromName: '甲厂工会', toId, today });
    });
    expect(await mine()).toMatchObject([
      { home: '乙厂工会', state: 'running', lastOn: addDays(today, 200) },
    ]);
    expect((await end({}, officers.host)).ok).toBe(true);
  });

  it('it follows its host, and is over where home and host become one', async () => {
    const pass = (fromId: string, toId: string | null) =>
      arrange((tx) => passSecondments(tx, { fromId, fromName: '原工会', toId, today }));
    await enter({ hostId: tree.industry.id });
    await pass(tree.industry.id, null);
    expect(await mine()).toMatchObject([{ host: '原工会', state: 'running' }]);
    await end();
    await sql`delete from secondments`;
    await enter();
    await pass(tree.otherUnion.id, tree.union.id);
    expect(await mine()).toMatchObject([{ state: 'over', endReason: '两个工会已合并' }]);
  });

  it('it is handed out to the person without who entered it, and goes with them', async () => {
    await enter();
    const { personId } = member;
    const { secondments } = await arrange((tx) => personalData.export(tx, personId));
    expect(secondments).toMatchObject([{ reason: '专项工作' }]);
    expect(Object.keys(secondments[0] ?? {})).not.toContain('enteredBy');
    expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(1);
  });
});
