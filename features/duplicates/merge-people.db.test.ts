import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { mergePeople } from './commands/merge-people';
import { separateRecords } from './commands/separate-records';
import {
  asMember,
  found,
  pairs,
  search,
  stateOf,
  twoRecords,
  withRows,
} from './duplicates.test-helpers';
import { getMerge } from './queries/merge';
import { mergedInto } from './queries/merged-into';
import { moveLatecomers } from './steps/move-latecomers';

beforeEach(resetDb);

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
    expect(await mergedInto(made.officer, made.other.personId)).toBe(made.member.personId);
    expect(await mergedInto(made.town, made.other.personId)).toBeNull();
    expect(await mergedInto(made.officer, made.member.personId)).toBeNull();
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
    const undone = await separateRecords(made.officer, {
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
    const again = await separateRecords(made.officer, {
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
    const undone = await separateRecords(made.officer, {
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
    await separateRecords(made.officer, { mergeId: done.value.mergeId, reason: '核错了人' });
    expect((await getMerge(made.officer, done.value.mergeId)).notUndone).toEqual(['手机号']);
  });

  it('does not overwrite what was put right since', async () => {
    const made = await twoRecords();
    const { ask, otherSide } = await found(made);
    const done = await mergePeople(made.officer, ask({ name: otherSide }));
    if (!done.ok) throw new Error(done.reason);
    await sqlAsOwner()`update people set name = '黄晓莉' where id = ${made.member.personId}`;
    await separateRecords(made.officer, { mergeId: done.value.mergeId, reason: '核错了人' });
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
