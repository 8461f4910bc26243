import { beforeEach, describe, expect, it } from 'vitest';
import { aPhone, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { sqlAsOwner } from '@/db/testing';
import { aBook, aDesk, type Desk, review, reviewOf } from '../import.test-helpers';
import { getImport } from '../queries/import-view';
import { undoPreview } from '../queries/undo-preview';
import { beginTakingBack } from './begin-taking-back';
import { beginWriting } from './begin-writing';
import { recordImported } from './record-imported';
import { takeBackImport } from './take-back-import';
import { writeImport } from './write-import';

let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDesk();
});

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `黄${String.fromCodePoint(0x4e00 + at)}`,
    id: aResidentId({ birthOn: '1988-03-07' }),
    phone: aPhone(),
  }));
type People = ReturnType<typeof people>;

const book = (all: People, employer = '甲厂') =>
  aBook(all.map(({ name, id, phone }) => [name, id, phone, '2020-05-01', '快递员', employer]));

async function bring(table: File): Promise<string> {
  const importId = await review(desk, table);
  const begun = await beginWriting(as(desk.officer.actor), { importId, mass: 'yes' });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  await writeImport(importId);
  return importId;
}

async function takeBack(importId: string): Promise<void> {
  const begun = await beginTakingBack(as(desk.officer.actor), { importId });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  await takeBackImport(importId);
}

const statesOf = async (importId: string) => {
  const rows = await sql`select state, reason, count(*)::int as n from import_rows
    where import_id = ${importId} group by 1, 2 order by 3 desc, 2`;
  return rows.map(({ state, reason, n }) => [state, reason, n]);
};

/** An officer edits three of them, two book a class. */
async function touch(all: People) {
  const names = all.map(({ name }) => name);
  await sql`update memberships set employer_name = '乙厂' where person_id in
    (select id from people where name = any (${names.slice(0, 3)}))`;
  const booked =
    await sql`select p.id, p.account_id, p.name from people p where name = any (${names.slice(3, 5)})`;
  await arrange(async (tx) => {
    const offering = await anOffering(tx, { organisationId: desk.tree.town.id });
    const session = await aSession(tx, { offeringId: offering.id });
    for (const { id, account_id, name } of booked) {
      const member = {
        accountId: account_id,
        personId: id,
        displayName: name,
        phone: '13900000000',
      };
      await aBooking(tx, { member, session, organisationId: desk.tree.union.id });
    }
  });
}

describe('taking an import of a hundred back', () => {
  it('takes ninety-five back and leaves the five that somebody touched, each with its reason', async () => {
    const all = people(100);
    const importId = await bring(book(all));
    await touch(all);
    const ctx = as(desk.officer.actor);
    expect(await undoPreview(ctx, await getImport(ctx, importId))).toEqual({
      back: 95,
      stays: [
        { reason: 'edited', rows: 3 },
        { reason: 'booked', rows: 2 },
      ],
    });
    await takeBack(importId);
    expect(await statesOf(importId)).toEqual([
      ['taken_back', null, 95],
      ['stayed', 'edited', 3],
      ['stayed', 'booked', 2],
    ]);
    expect(await sql`select 1 from memberships`).toHaveLength(5);
    expect(await sql`select 1 from accounts where imported_at is not null`).toHaveLength(5);
    expect(await sql`select 1 from name_index where kind = 'person'`).toHaveLength(5);
  });

  it('lets the corrected file come again at once, which makes the ninety-five', async () => {
    const all = people(100);
    const first = await bring(book(all));
    await touch(all);
    await takeBack(first);
    const second = await bring(book(all, '甲厂总部'));
    const rows = await reviewOf(second);
    expect(rows.filter(({ kind }) => kind === 'new')).toHaveLength(95);
    expect(rows.filter(({ state }) => state === 'written')).toHaveLength(100);
    expect(await sql`select 1 from memberships`).toHaveLength(100);
  });

  it('goes on where a worker was killed, and takes nobody back twice', async () => {
    const importId = await bring(book(people(3)));
    await beginTakingBack(as(desk.officer.actor), { importId });
    await Promise.all([takeBackImport(importId), takeBackImport(importId)]);
    expect(await statesOf(importId)).toEqual([['taken_back', null, 3]]);
  });

  it('gives a changed member back what they had, unless somebody has changed it since', async () => {
    const all = people(2);
    await bring(book(all));
    const change = await bring(book(all, '新厂'));
    const [first] = await sql`select p.id from people p where name = ${all[0]?.name ?? ''}`;
    await sql`update memberships set employer_name = '别厂' where person_id = ${first?.id}`;
    await takeBack(change);
    expect(await statesOf(change)).toEqual([
      ['stayed', 'edited', 1],
      ['taken_back', null, 1],
    ]);
    expect(
      (await sql`select employer_name from memberships order by employer_name`).map(
        (m) => m.employer_name,
      ),
    ).toEqual(['别厂', '甲厂']);
  });

  it('is refused once the hours are over, and once it was done', async () => {
    const importId = await bring(book(people(1)));
    const ctx = as(desk.officer.actor);
    await sql`update imports set undo_until = now() - interval '1 second' where id = ${importId}`;
    expect(await beginTakingBack(ctx, { importId })).toMatchObject({ reason: 'undo_too_late' });
    await sql`update imports set undo_until = now() + interval '1 hour' where id = ${importId}`;
    await takeBack(importId);
    expect(await beginTakingBack(ctx, { importId })).toMatchObject({ reason: 'not_written' });
  });
});

describe('the log of 会籍变化 after an import', () => {
  it('has no line while it may be taken back, then one a member on the day of the book', async () => {
    const importId = await bring(book(people(2)));
    expect(await recordImported()).toBe(0);
    await sql`update imports set undo_until = now() where id = ${importId}`;
    expect(await recordImported()).toBe(2);
    expect(await recordImported()).toBe(0);
    expect(await sql`select distinct type, note, "on"::text from membership_changes`).toEqual([
      { type: 'joined', note: '名册导入', on: '2020-05-01' },
    ]);
  });
});
