import { beforeEach, describe, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { mergeEmployers } from './commands/merge-employers';
import { separateRecords } from './commands/separate-records';
import { pairs, search, twoFirms } from './duplicates.test-helpers';
import { getMerge } from './queries/merge';
import { getPair } from './queries/pair';

beforeEach(resetDb);

type Firms = Awaited<ReturnType<typeof twoFirms>>;

/** A stands in the register as found, B as listed long ago, each with a visit; B has a member. */
async function inTheRegister({ tree, a, b, officerId }: Firms) {
  const sql = sqlAsOwner();
  await sql`insert into register_entries (employer_id, place_id, source, origin, entered_on, listed_on, created_by) values
    (${a.id}, ${tree.town.id}, 'patrol', 'found', '2025-03-01', null, ${officerId}),
    (${b.id}, ${tree.town.id}, 'market', 'listed', '2024-02-01', '2024-02-01', ${officerId})`;
  await sql`insert into employer_visits (id, employer_id, visited_on, met, result, recorded_by, recorded_at)
    select gen_random_uuid(), e, '2025-06-01', 'owner', 'undecided', ${officerId}, now() - interval '1 day'
    from unnest(array[${a.id}, ${b.id}]::uuid[]) e`;
  await arrange((tx) => aMember(tx, { organisationId: tree.union.id, employerId: b.id }));
}

async function merge(firms: Firms) {
  await search();
  const [pair] = await pairs();
  const survivor = pair?.a_id === firms.a.id ? ('a' as const) : ('b' as const);
  const input = { pairId: pair?.id ?? '', survivor, name: survivor, reason: '同一家，地址一样' };
  return mergeEmployers(firms.officer, input);
}

const state = async () => {
  const sql = sqlAsOwner();
  return {
    employers: await sql`select to_jsonb(e) as e from employers e order by id`,
    entries: await sql`select to_jsonb(r) as r from register_entries r order by employer_id`,
    visits: await sql`select id, employer_id from employer_visits order by id`,
    memberships: await sql`select id, employer_id from memberships order by id`,
  };
};

describe('merging two employers of one', () => {
  it('keeps the visits of both and the earlier day of listing', async () => {
    const firms = await twoFirms();
    await inTheRegister(firms);
    expect((await merge(firms)).ok).toBe(true);
    const sql = sqlAsOwner();
    expect(
      await sql`select employer_id, origin, listed_on::text, entered_on::text from register_entries`,
    ).toEqual([
      {
        employer_id: firms.a.id,
        origin: 'listed',
        listed_on: '2024-02-01',
        entered_on: '2024-02-01',
      },
    ]);
    expect(await sql`select 1 from employer_visits where employer_id = ${firms.a.id}`).toHaveLength(
      2,
    );
    expect(await sql`select employer_id from memberships`).toEqual([{ employer_id: firms.a.id }]);
    expect(await sql`select id from employers`).toEqual([{ id: firms.a.id }]);
    expect(await search()).toEqual({ people: 0, employers: 0 });
  });

  it('comes apart as it was, with the visit made since on the one that stood', async () => {
    const firms = await twoFirms();
    await inTheRegister(firms);
    const before = await state();
    const done = await merge(firms);
    if (!done.ok) throw new Error(done.reason);
    await sqlAsOwner()`insert into employer_visits (id, employer_id, visited_on, met, result, recorded_at)
      values (gen_random_uuid(), ${firms.a.id}, '2025-07-01', 'owner', 'undecided', now() + interval '1 minute')`;
    expect((await getMerge(firms.officer, done.value.mergeId)).since).toEqual([
      { label: '走访', rows: 1 },
    ]);
    const undone = await separateRecords(firms.officer, {
      mergeId: done.value.mergeId,
      reason: '是两家分店',
    });
    expect(undone.ok).toBe(true);
    const { visits, ...after } = await state();
    const { visits: earlier, ...rest } = before;
    expect(after).toEqual(rest);
    expect(visits).toHaveLength(3);
    expect(visits.filter(({ id }) => earlier.some((one) => one.id === id))).toEqual(earlier);
  });

  it('takes the other one’s line where it had none, and gives it back', async () => {
    const firms = await twoFirms();
    await inTheRegister(firms);
    const sql = sqlAsOwner();
    await sql`delete from employer_visits where employer_id = ${firms.a.id}`;
    await sql`delete from register_entries where employer_id = ${firms.a.id}`;
    const before = await state();
    const done = await merge(firms);
    if (!done.ok) throw new Error(done.reason);
    expect(await sql`select employer_id from register_entries`).toEqual([
      { employer_id: firms.a.id },
    ]);
    const undone = await separateRecords(firms.officer, {
      mergeId: done.value.mergeId,
      reason: '是两家分店',
    });
    expect(undone.ok).toBe(true);
    expect(await state()).toEqual(before);
  });

  it('never makes one of two credit codes, two unions or two foundings', async () => {
    const firms = await twoFirms();
    await search();
    const sql = sqlAsOwner();
    const refused = async () => {
      const [pair] = await pairs();
      return (await getPair(firms.officer, pair?.id ?? '')).obstacles;
    };
    await sql`update employers set uscc = '91350211M000100Y43' where id = ${firms.b.id}`;
    expect(await refused()).toEqual(['two_codes']);
    await sql`update employers set uscc = null, union_id = ${firms.tree.union.id} where id = ${firms.b.id}`;
    await sql`update employers set union_id = ${firms.tree.otherUnion.id} where id = ${firms.a.id}`;
    expect(await refused()).toEqual(['two_unions']);
    const again = await merge(firms);
    expect(again).toMatchObject({ ok: false, reason: 'two_unions' });
  });

  it('keeps a register that nobody else can take an employer off', async () => {
    const firms = await twoFirms();
    await inTheRegister(firms);
    const change = sqlAsOwner()`update register_entries set listed_on = null where employer_id = ${firms.b.id}`;
    await expect(change).rejects.toThrow();
  });
});
