import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { aChild } from '@/db/factories/family';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { AccountActor } from '@/lib/actor';
import { mergePeople } from './commands/merge-people';
import { separateRecords } from './commands/separate-records';
import {
  asMember,
  found,
  pairs,
  search,
  stateOf,
  type TwoRecords,
  twoRecords,
  withRows,
} from './duplicates.test-helpers';

beforeEach(resetDb);

describe('two 会籍 of one person', () => {
  it('follow each other, no day counts twice, and come apart again', async () => {
    const made = await twoRecords();
    const second = await arrange((tx) =>
      aMember(tx, {
        organisationId: made.tree.otherUnion.id,
        name: '黄小丽',
        joinedOn: '2025-06-01',
      }),
    );
    const sql = sqlAsOwner();
    await sql`update people set id_type = 'passport', birth_on = (select birth_on from people where id = ${made.member.personId}),
      sex = 'male' where id = ${second.personId}`;
    await sql`insert into membership_changes (id, membership_id, person_id, organisation_id, type, "on", is_new_form)
      values (gen_random_uuid(), ${made.member.membershipId}, ${made.member.personId}, ${made.tree.union.id}, 'joined', '2024-03-02', false),
        (gen_random_uuid(), ${second.membershipId}, ${second.personId}, ${made.tree.otherUnion.id}, 'joined', '2025-06-01', false)`;
    await search();
    const [pair] = await pairs();
    const both = [made.member.personId, second.personId];
    const before = await stateOf(...both);
    const survivor = pair?.a_id === second.personId ? ('a' as const) : ('b' as const);
    const done = await mergePeople(made.officer, {
      ...{ pairId: pair?.id ?? '', survivor, name: survivor, document: survivor, phone: survivor },
      reason: '护照和身份证是同一人',
    });
    if (!done.ok) throw new Error(done.reason);
    expect(
      await sql`select person_id, status, ended_on::text, joined_on::text, moved_in_on::text, previous_id
        from memberships order by coalesce(moved_in_on, joined_on)`,
    ).toEqual([
      {
        person_id: second.personId,
        status: 'left',
        ended_on: '2025-05-31',
        joined_on: '2024-03-02',
        moved_in_on: null,
        previous_id: null,
      },
      {
        person_id: second.personId,
        status: 'regular',
        ended_on: null,
        joined_on: '2024-03-02',
        moved_in_on: '2025-06-01',
        previous_id: made.member.membershipId,
      },
    ]);
    expect(
      await sql`select 1 from membership_changes where person_id = ${second.personId}`,
    ).toHaveLength(2);
    const undone = await separateRecords(made.officer, {
      mergeId: done.value.mergeId,
      reason: '核错了人',
    });
    expect(undone.ok).toBe(true);
    expect(await stateOf(...both)).toEqual(before);
  });
});

describe('what forbids a merge', () => {
  const refusal = async (made: TwoRecords, prepare: () => Promise<unknown>) => {
    const { ask } = await found(made);
    await prepare();
    const result = await mergePeople(made.officer, ask());
    expect(await sqlAsOwner()`select 1 from record_merges`).toHaveLength(0);
    return result.ok ? null : result.reason;
  };
  const sql = () => sqlAsOwner();

  it('is no second factor, or one’s own record', async () => {
    const made = await twoRecords();
    const { ask } = await found(made);
    expect(await mergePeople(made.withoutCode, ask())).toMatchObject({ reason: 'step_up' });
    const own = actorOf(made.member, {
      role: 'organisation_officer',
      organisationId: made.tree.district.id,
    });
    const me = as({ ...(own as AccountActor), steppedUpAt: new Date() });
    expect(await mergePeople(me, ask())).toMatchObject({ reason: 'own_case' });
  });

  it('is another valid document of the same kind', async () => {
    const made = await twoRecords();
    const reason = await refusal(
      made,
      () =>
        sql()`update people set id_type = 'resident_id', id_index = 'another', id_sealed = 'x' where id = ${made.other.personId}`,
    );
    expect(reason).toBe('two_people');
  });

  it('is a role of an officer', async () => {
    const made = await twoRecords();
    const reason = await refusal(
      made,
      () =>
        sql()`insert into role_grants (id, account_id, role, organisation_id)
        values (gen_random_uuid(), ${made.other.accountId}, 'union_admin', ${made.tree.union.id})`,
    );
    expect(reason).toBe('officer');
  });

  it('is an application that is still looked at', async () => {
    const made = await twoRecords();
    const reason = await refusal(
      made,
      () =>
        sql()`insert into membership_applications (id, number, account_id, person_id, channel, phone_tail, status, id_index,
          organisation_id, desk_id)
        values (gen_random_uuid(), 'RH1', ${made.other.accountId}, ${made.other.personId}, 'web', '0001', 'in_review', 'z',
          ${made.tree.union.id}, ${made.tree.union.id})`,
    );
    expect(reason).toBe('open_application');
  });

  it('is a place of each in one session', async () => {
    const made = await twoRecords();
    const { sameTime, organisationId } = await withRows(made);
    const reason = await refusal(made, () =>
      arrange((tx) =>
        aBooking(tx, { member: made.other, session: sameTime, organisationId, ...asMember }),
      ),
    );
    expect(reason).toBe('both_booked');
  });

  it('is a child that both are guardians of', async () => {
    const made = await twoRecords();
    const reason = await refusal(made, () =>
      arrange((tx) => aChild(tx, { guardians: [made.member, made.other] })),
    );
    expect(reason).toBe('both_guardians');
  });

  it('is a later merge, for taking an earlier one apart', async () => {
    const made = await twoRecords();
    const { ask } = await found(made);
    const first = await mergePeople(made.officer, ask());
    if (!first.ok) throw new Error(first.reason);
    await sql()`insert into record_merges (id, kind, survivor_id, loser_id, organisation_id, reason, changes, merged_by, merged_at)
      values (gen_random_uuid(), 'person', ${made.member.personId}, gen_random_uuid(), ${made.tree.district.id}, '再合并', '[]',
        ${made.officerId}, now() + interval '1 minute')`;
    expect(
      await separateRecords(made.officer, { mergeId: first.value.mergeId, reason: '核错了人' }),
    ).toMatchObject({ reason: 'later_merge' });
  });

  it('is a draft no longer: it is put aside, and comes back', async () => {
    const made = await twoRecords();
    await sql()`insert into membership_applications (id, account_id, person_id, channel, phone_tail)
      values (gen_random_uuid(), ${made.other.accountId}, ${made.other.personId}, 'web', '0001')`;
    const { ask } = await found(made);
    const done = await mergePeople(made.officer, ask());
    if (!done.ok) throw new Error(done.reason);
    const drafts = () => sql()`select status, person_id from membership_applications`;
    expect(await drafts()).toEqual([{ status: 'withdrawn', person_id: made.member.personId }]);
    await separateRecords(made.officer, { mergeId: done.value.mergeId, reason: '核错了人' });
    expect(await drafts()).toEqual([{ status: 'draft', person_id: made.other.personId }]);
  });
});
