import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anAccount, aResidentId } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { markDifferent } from './commands/mark-different';
import { pairRecords } from './commands/pair-records';
import {
  found,
  makeAlike,
  pairs,
  search,
  type TwoRecords,
  twoFirms,
  twoRecords,
} from './duplicates.test-helpers';
import { personalData } from './personal-data';
import { listPairs } from './queries/list-pairs';
import { getPair } from './queries/pair';
import { duplicatesView } from './schema/duplicates';

beforeEach(resetDb);

const clauses = async () =>
  (
    await sqlAsOwner()<{ clauses: { clause: string }[] }[]>`select clauses from duplicate_pairs`
  ).map((row) => row.clauses.map(({ clause }) => clause));

describe('the search for one person’s two records', () => {
  it('finds 黄小丽 and 黄晓丽 with one birth date and one phone, and says why', async () => {
    const made = await twoRecords();
    await makeAlike(made);
    expect(await search()).toEqual({ people: 1, employers: 0 });
    expect(await clauses()).toEqual([['same_sound', 'same_birth', 'same_phone']]);
  });

  it('never proposes two of one name and birth date with different valid documents', async () => {
    await arrange(async (tx) => {
      const tree = await aTree(tx);
      const one = () =>
        aMember(tx, {
          ...{ organisationId: tree.union.id, name: '黄丽' },
          idNumber: aResidentId({ birthOn: '1990-03-07', sex: 'female' }),
        });
      await one();
      await one();
    });
    expect(await search()).toEqual({ people: 0, employers: 0 });
  });

  it('asks nothing about two records without name, birth date and document', async () => {
    await arrange(async (tx) => {
      await aTree(tx);
      await anAccount(tx);
      await anAccount(tx);
    });
    expect(await search()).toEqual({ people: 0, employers: 0 });
  });

  it('finds an applicant whose document is a member’s', async () => {
    const { member, other } = await twoRecords();
    const sql = sqlAsOwner();
    await sql`insert into membership_applications (id, account_id, person_id, channel, phone_tail, name, id_type, id_index)
      select gen_random_uuid(), ${other.accountId}, ${other.personId}, 'web', '0001', '黄丽', id_type, id_index
      from people where id = ${member.personId}`;
    await search();
    expect(await clauses()).toEqual([['same_document', 'other_name']]);
  });

  it('forgets a pair that was put right, and numbers of long ago', async () => {
    const made = await twoRecords();
    await makeAlike(made);
    await search();
    await sqlAsOwner()`update past_phones set until = now() - interval '731 days'`;
    await sqlAsOwner()`update people set birth_on = '1955-01-09' where id = ${made.other.personId}`;
    expect(await arrange((tx) => personalData.expire(tx))).toBe(1);
    expect(await search()).toEqual({ people: 0, employers: 0 });
    expect(await pairs()).toEqual([]);
  });

  it('remembers a number that an account gave up, not one that only got a new key', async () => {
    const { member } = await twoRecords();
    const sql = sqlAsOwner();
    await sql`update accounts set phone_index = 'new key' where id = ${member.accountId}`;
    expect(await sql`select 1 from past_phones`).toHaveLength(0);
    await sql`update accounts set phone_index = 'new number', phone_tail = '0009' where id = ${member.accountId}`;
    expect(await sql`select phone_index from past_phones`).toEqual([{ phone_index: 'new key' }]);
  });

  it('compares people of one name and birth date, but not a day that a form filled in for hundreds', async () => {
    await twoRecords();
    const sql = sqlAsOwner();
    const fill = (count: number) => sql`
      with made as (insert into accounts (id, phone_index, phone_sealed, phone_tail, display_name)
        select gen_random_uuid(), gen_random_uuid()::text, '', '0000', '甲' from generate_series(1, ${count}) returning id)
      insert into people (id, account_id, name, pinyin, birth_on)
        select gen_random_uuid(), id, '覃某某某', 'qin mou mou mou', '1990-01-01' from made`;
    await fill(3);
    expect(await search()).toEqual({ people: 3, employers: 0 });
    await fill(198);
    expect(await search()).toEqual({ people: 0, employers: 0 });
  });

  it('finds two employers of one name in one town', async () => {
    await twoFirms();
    expect(await search()).toEqual({ people: 0, employers: 1 });
    expect(await clauses()).toEqual([['same_name', 'same_town', 'one_without_code']]);
  });
});

describe('不是同一个', () => {
  const view = (more: Record<string, string> = {}) => duplicatesView.parse(more);

  it('is remembered until one of the two says something else of who it is', async () => {
    const made = await twoRecords();
    const { pairId } = await found(made);
    const said = await markDifferent(made.officer, { pairId, reason: '是一对姐妹' });
    expect(said).toEqual({ ok: true, value: { kind: 'person' } });
    expect(await search()).toEqual({ people: 0, employers: 0 });
    expect(await pairs()).toMatchObject([{ status: 'different', reason: '是一对姐妹' }]);
    await sqlAsOwner()`update people set sex = 'female' where id = ${made.other.personId}`;
    await sqlAsOwner()`update people set sex = 'female' where id = ${made.member.personId}`;
    expect(await search()).toEqual({ people: 1, employers: 0 });
    expect(await pairs()).toMatchObject([{ status: 'open', reason: null }]);
  });

  it('is said once, on record', async () => {
    const made = await twoRecords();
    const { pairId } = await found(made);
    await markDifferent(made.officer, { pairId, reason: '是一对姐妹' });
    const again = await markDifferent(made.officer, { pairId, reason: '再看一遍' });
    expect(again).toMatchObject({ ok: false, reason: 'answered' });
    expect(
      await sqlAsOwner()`select reason from audit_entries where action = 'mark_different'`,
    ).toEqual([{ reason: '是一对姐妹' }]);
  });

  it('is not for an officer of one of the two alone: the pair is not there', async () => {
    const made = await twoRecords();
    const { pairId } = await found(made);
    await expect(getPair(made.town, pairId)).rejects.toThrow(NotFound);
    await expect(markDifferent(made.town, { pairId, reason: '是两个人' })).rejects.toThrow(
      NotFound,
    );
    expect((await listPairs(made.town, view())).lines).toEqual([]);
    expect((await listPairs(made.officer, view())).lines).toHaveLength(1);
  });

  it('shows both records side by side, with masked numbers and what would follow', async () => {
    const made = await twoRecords();
    const { pairId, memberSide } = await found(made);
    const pair = await getPair(made.officer, pairId);
    const side = pair.people?.[memberSide === 'a' ? 0 : 1];
    expect(side).toMatchObject({
      name: '黄小丽',
      memberNo: made.member.memberNo,
      union: '甲厂工会',
    });
    expect(side?.phoneMasked).toMatch(/^139\*{4}\d{4}$/);
    expect(pair.follows[memberSide === 'a' ? 0 : 1]).toEqual([{ label: '会籍', rows: 1 }]);
    expect(pair.obstacles).toEqual([]);
    expect(JSON.stringify(pair)).not.toContain(made.member.idNumber);
  });
});

describe('two records that an officer names', () => {
  const ask = (made: TwoRecords, more = {}) => ({
    ...{ kind: 'person' as const, first: made.member.memberNo, second: made.other.phone },
    ...more,
  });

  it('are a pair that stays until it is answered, and no second one', async () => {
    const made = await twoRecords();
    await sqlAsOwner()`update people set name = '黄晓丽' where id = ${made.other.personId}`;
    const paired = await pairRecords(made.officer, ask(made));
    const again = await pairRecords(
      made.officer,
      ask(made, { second: made.member.phone, first: made.other.phone }),
    );
    const [pair] = await pairs();
    expect([paired, again]).toMatchObject(Array(2).fill({ ok: true, value: { pairId: pair?.id } }));
    await search();
    expect(await pairs()).toMatchObject([{ status: 'open' }]);
    expect(await clauses()).toEqual([['chosen']]);
  });

  it('are not there outside the officer’s reach, nor when both are one', async () => {
    const made = await twoRecords();
    const far = await arrange((tx) => aMember(tx, { organisationId: made.tree.otherUnion.id }));
    const outside = await pairRecords(made.town, ask(made, { second: far.memberNo }));
    expect(outside).toMatchObject({
      ...{ reason: 'no_such_record' },
      fieldErrors: { second: '没有找到，或不在您负责的范围' },
    });
    const nobody = await pairRecords(made.town, ask(made, { second: '没有这个号' }));
    expect(nobody).toMatchObject({ fieldErrors: { second: '没有找到，或不在您负责的范围' } });
    const same = await pairRecords(made.officer, ask(made, { second: made.member.phone }));
    expect(same).toMatchObject({ reason: 'one_record' });
    expect(await pairs()).toEqual([]);
  });

  it('are employers by code or whole name', async () => {
    const firms = await twoFirms();
    await sqlAsOwner()`update employers set name = '另一个名称' where id = ${firms.b.id}`;
    const asked = { kind: 'employer' as const, first: '914403001922038216', second: '另一个名称' };
    expect((await pairRecords(firms.officer, asked)).ok).toBe(true);
    expect(await pairs()).toHaveLength(1);
  });
});
