import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { AccountActor } from '@/lib/actor';
import { mergePeople } from './commands/merge-people';
import { undoMerge } from './commands/undo-merge';
import {
  found,
  pairs,
  search,
  stateOf,
  type TwoRecords,
  twoRecords,
} from './duplicates.test-helpers';
import { getMerge } from './queries/merge';
import { moveLatecomers } from './steps/move-latecomers';

beforeEach(resetDb);

const asMember = { status: 'booked' as const };

/** A has two bookings and a certificate, B one booking. */
async function withRows(made: TwoRecords) {
  const { member, other, tree } = made;
  const session = await arrange(async (tx) => {
    const offering = await anOffering(tx, { organisationId: tree.district.id });
    const at = (startsAt: Date) =>
      aSession(tx, {
        offeringId: offering.id,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 3_600_000),
      });
    const day = (n: number) => new Date(Date.now() + n * 86_400_000);
    const [one, two, three, four] = [
      await at(day(20)),
      await at(day(21)),
      await at(day(22)),
      await at(day(23)),
    ];
    const organisationId = tree.union.id;
    const first = await aBooking(tx, { member, session: one, organisationId, ...asMember });
    await aBooking(tx, { member, session: two, organisationId, ...asMember });
    await aBooking(tx, { member: other, session: three, organisationId, ...asMember });
    return { offering, first, next: four, sameTime: one, organisationId };
  });
  await sqlAsOwner()`insert into certificates (id, number, check_token, booking_id, offering_id, session_id, account_id,
    person_id, organiser_id, holder, holder_masked, document_masked, course, issuer, starts_on, ends_on, attended, held,
    issued_on, issued_at)
    values (gen_random_uuid(), 'ZS1', 'token', ${session.first.id}, ${session.offering.id}, ${session.first.sessionId},
    ${member.accountId}, ${member.personId}, ${tree.district.id}, '黄小丽', '黄*丽', '4***', '课', '总工会',
    '2026-01-01', '2026-01-02', 1, 1, '2026-01-03', now())`;
  return session;
}

const personOf = (table: string, id: string) =>
  sqlAsOwner().unsafe(`select 1 from ${table} where person_id = '${id}'`);

describe('merging two records of one person', () => {
  it('lets bookings, certificates and 会籍 follow, tells both numbers and stands in the ledger', async () => {
    const made = await twoRecords();
    await withRows(made);
    const { ask } = await found(made);
    const done = await mergePeople(made.officer, ask());
    expect(done.ok).toBe(true);
    expect(await personOf('bookings', made.member.personId)).toHaveLength(3);
    expect(await personOf('bookings', made.other.personId)).toHaveLength(0);
    expect(
      await sqlAsOwner()`select 1 from bookings where attendee_id <> ${made.member.personId}
        or account_id <> ${made.member.accountId}`,
    ).toHaveLength(0);
    const texts =
      await sqlAsOwner()`select template, account_id is null as dropped from outbox order by 2`;
    expect(texts).toEqual([
      { template: 'records_merged', dropped: false },
      { template: 'records_merged', dropped: true },
    ]);
    expect(
      await sqlAsOwner()`select reason from audit_entries where action = 'merge_people'`,
    ).toEqual([{ reason: '电话核实过是本人' }]);
    expect(await pairs()).toMatchObject([{ status: 'merged' }]);
    expect(await search()).toEqual({ people: 0, employers: 0 });
  });

  it('comes apart as it was, and what was booked since stays with the record that stood', async () => {
    const made = await twoRecords();
    const { next, organisationId } = await withRows(made);
    const { ask } = await found(made);
    const both = [made.member.personId, made.other.personId];
    const before = await stateOf(...both);
    const done = await mergePeople(made.officer, ask());
    if (!done.ok) throw new Error(done.reason);
    const later = await arrange((tx) =>
      aBooking(tx, { member: made.member, session: next, organisationId, ...asMember }),
    );
    const view = await getMerge(made.officer, done.value.mergeId);
    expect(view.since).toEqual([{ label: '预约', rows: 1 }]);
    const undone = await undoMerge(made.officer, {
      mergeId: done.value.mergeId,
      reason: '是姐妹两人',
    });
    expect(undone.ok).toBe(true);
    const { bookings, ...after } = await stateOf(...both);
    const { bookings: earlier, ...rest } = before;
    expect(after).toEqual(rest);
    expect(bookings.filter(({ id }) => id !== later.id)).toEqual(earlier);
    expect(bookings.find(({ id }) => id === later.id)?.person_id).toBe(made.member.personId);
    expect(await pairs()).toMatchObject([
      { status: 'different', reason: '合并后拆开：是姐妹两人' },
    ]);
    const again = await undoMerge(made.officer, {
      mergeId: done.value.mergeId,
      reason: '再拆一次',
    });
    expect(again).toMatchObject({ reason: 'undone' });
  });

  it('gives the record the chosen name, document and number, and gives each back', async () => {
    const made = await twoRecords();
    const { ask, otherSide, memberSide } = await found(made);
    const both = [made.member.personId, made.other.personId];
    const before = await stateOf(...both);
    const input = ask({
      survivor: otherSide,
      name: memberSide,
      document: memberSide,
      phone: otherSide,
    });
    const done = await mergePeople(made.officer, input);
    if (!done.ok) throw new Error(done.reason);
    const [row] =
      await sqlAsOwner()`select p.name, p.id_masked, p.union_id, c.phone_tail, m.member_no
      from people p join accounts c on c.id = p.account_id join memberships m on m.person_id = p.id
      where p.id = ${made.other.personId}`;
    expect(row).toMatchObject({
      ...{ name: '黄小丽', member_no: made.member.memberNo, union_id: made.tree.union.id },
      phone_tail: made.other.phone.slice(-4),
    });
    const undone = await undoMerge(made.officer, {
      mergeId: done.value.mergeId,
      reason: '核错了人',
    });
    expect(undone.ok).toBe(true);
    expect(await stateOf(...both)).toEqual(before);
  });

  it('switches who signs in: the old sessions of both records end', async () => {
    const made = await twoRecords();
    await sqlAsOwner()`insert into sessions (id, token_hash, account_id, assurance, device, expires_at)
      values (gen_random_uuid(), 'a', ${made.member.accountId}, 'sms', '手机', now() + interval '1 day'),
        (gen_random_uuid(), 'b', ${made.other.accountId}, 'sms', '手机', now() + interval '1 day')`;
    const { ask, otherSide } = await found(made);
    expect((await mergePeople(made.officer, ask({ phone: otherSide }))).ok).toBe(true);
    expect(await sqlAsOwner()`select 1 from sessions where ended_at is null`).toHaveLength(0);
    const [stays] =
      await sqlAsOwner()`select phone_tail from accounts where id = ${made.member.accountId}`;
    expect(stays).toEqual({ phone_tail: made.other.phone.slice(-4) });
  });

  it('leaves a number that somebody else has taken since, and says so', async () => {
    const made = await twoRecords();
    const [old] =
      await sqlAsOwner()`select phone_index from accounts where id = ${made.other.accountId}`;
    const { ask } = await found(made);
    const done = await mergePeople(made.officer, ask());
    if (!done.ok) throw new Error(done.reason);
    await sqlAsOwner()`insert into accounts (id, phone_index, phone_sealed, phone_tail, display_name)
      values (gen_random_uuid(), ${old?.phone_index}, 'x', '0001', '新机主')`;
    await undoMerge(made.officer, { mergeId: done.value.mergeId, reason: '核错了人' });
    expect((await getMerge(made.officer, done.value.mergeId)).notUndone).toEqual(['手机号']);
  });

  it('does not overwrite what was put right since', async () => {
    const made = await twoRecords();
    const { ask, otherSide } = await found(made);
    const done = await mergePeople(made.officer, ask({ name: otherSide }));
    if (!done.ok) throw new Error(done.reason);
    await sqlAsOwner()`update people set name = '黄晓莉' where id = ${made.member.personId}`;
    await undoMerge(made.officer, { mergeId: done.value.mergeId, reason: '核错了人' });
    const [row] = await sqlAsOwner()`select name from people where id = ${made.member.personId}`;
    expect(row).toEqual({ name: '黄晓莉' });
    expect((await getMerge(made.officer, done.value.mergeId)).notUndone).toEqual(['姓名']);
  });

  it('brings along what came to the other record while it was merged', async () => {
    const made = await twoRecords();
    const { next, organisationId } = await withRows(made);
    const { ask } = await found(made);
    await mergePeople(made.officer, ask());
    await arrange((tx) =>
      aBooking(tx, { member: made.other, session: next, organisationId, ...asMember }),
    );
    await arrange(moveLatecomers);
    await arrange(moveLatecomers);
    expect(await personOf('bookings', made.member.personId)).toHaveLength(4);
    expect(await personOf('bookings', made.other.personId)).toHaveLength(0);
  });

  it('A into B and B into A at once end with one, and the other is told', async () => {
    const made = await twoRecords();
    const { ask, otherSide } = await found(made);
    const results = await Promise.all([
      mergePeople(made.officer, ask()),
      mergePeople(made.officer, ask({ survivor: otherSide })),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'answered' });
    expect(await sqlAsOwner()`select 1 from people where merged_into is not null`).toHaveLength(1);
    expect(await sqlAsOwner()`select 1 from record_merges`).toHaveLength(1);
  });
});

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
    const undone = await undoMerge(made.officer, {
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
      await undoMerge(made.officer, { mergeId: first.value.mergeId, reason: '核错了人' }),
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
    await undoMerge(made.officer, { mergeId: done.value.mergeId, reason: '核错了人' });
    expect(await drafts()).toEqual([{ status: 'draft', person_id: made.other.personId }]);
  });
});
