import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aMember, aPhone, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import { Busy } from '@/lib/busy';
import { atPausePoint } from '@/lib/pause-point';
import { aBook, aDesk, type Desk, HEADINGS, review, reviewOf } from '../import.test-helpers';
import { getImport } from '../queries/import-view';
import { PART } from '../steps/in-parts';
import { beginWriting } from './begin-writing';
import { confirmColumns } from './confirm-columns';
import { resumeImports } from './resume-imports';
import { uploadBook } from './upload-book';
import { writeImport } from './write-import';

let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(() => atPausePoint('import:written', null));

const line = (name: string, employer = '甲厂', birthOn = '1985-02-03') => [
  ...[name, aResidentId({ birthOn }), aPhone(), '2021-07-01', '快递员', employer],
];
const statesOf = async (importId: string) =>
  (await reviewOf(importId)).map(({ state, reason }) => [state, reason]);
const begin = async (importId: string) => {
  const begun = await beginWriting(as(desk.officer.actor), { importId });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
};

describe('a writing that is interrupted', () => {
  it('leaves a part written or not at all, and goes on where it was, nobody twice', async () => {
    const rows = Array.from({ length: PART + 2 }, (_, at) =>
      line(`黄${String.fromCodePoint(0x4e00 + at)}`, '甲厂', `19${60 + (at % 30)}-02-03`),
    );
    const importId = await review(desk, aBook(rows));
    await begin(importId);
    let parts = 0;
    atPausePoint('import:written', () => {
      parts += 1;
      if (parts === 2) throw new Busy();
    });
    await expect(writeImport(importId)).rejects.toThrow(Busy);
    expect(
      await sql`select state, count(*)::int as n from import_rows group by 1 order by 2`,
    ).toEqual([
      { state: 'reviewed', n: 2 },
      { state: 'written', n: PART },
    ]);
    await sql`update imports set worked_at = now() - interval '2 minutes'`;
    expect(await resumeImports()).toBe(1);
    await Promise.all([writeImport(importId), writeImport(importId)]);
    expect(await sql`select 1 from memberships`).toHaveLength(PART + 2);
    expect(await sql`select status from imports`).toEqual([{ status: 'written' }]);
  });
});

describe('a part that the database refuses', () => {
  afterEach(() => sql`alter table people drop constraint if exists refused_name`);

  it('is halved down to the row that is to blame; the others are written', async () => {
    const importId = await review(
      desk,
      aBook(['黄一', '黄坏', '黄二', '黄三', '黄四'].map((n) => line(n))),
    );
    await sql`alter table people add constraint refused_name check (name <> '黄坏') not valid`;
    await begin(importId);
    await writeImport(importId);
    const written = ['written', null];
    expect(await statesOf(importId)).toEqual([
      ...[written, ['left', 'failed'], written, written, written],
    ]);
    expect(await sql`select 1 from memberships`).toHaveLength(4);
  });

  it('is an error of its row already at the review', async () => {
    await sql`alter table people add constraint refused_name check (name <> '黄坏') not valid`;
    const importId = await review(desk, aBook(['黄一', '黄坏', '黄二'].map((n) => line(n))));
    expect((await reviewOf(importId)).map(({ kind, details }) => [kind, details.words])).toEqual([
      ['new', []],
      ['error', ['这一行写不进去，请核对每一格，或联系管理员']],
      ['new', []],
    ]);
  });
});

describe('an officer who loses the right while a book is written', () => {
  it('leaves every row that waits, each with the reason, and nothing is written', async () => {
    const importId = await review(desk, aBook([line('黄一'), line('黄二')]));
    await begin(importId);
    await sql`update role_grants set revoked_at = now()`;
    await writeImport(importId);
    expect(await statesOf(importId)).toEqual([
      ['left', 'right_lost'],
      ['left', 'right_lost'],
    ]);
    expect(await sql`select 1 from memberships`).toHaveLength(0);
    expect(await sql`select status from imports`).toEqual([{ status: 'written' }]);
  });
});

describe('a row that was forgotten while it waited', () => {
  it('is left and says so; the writing comes to its end', async () => {
    const importId = await review(desk, aBook([line('黄一'), line('黄二')]));
    await begin(importId);
    await sql`update import_rows set details_sealed = null where position = 1`;
    await writeImport(importId);
    expect(await statesOf(importId)).toEqual([
      ['left', 'forgotten'],
      ['written', null],
    ]);
  });
});

describe('a book that changes one field of many rows', () => {
  it('is refused without the tick, with the field and how many, and written with it', async () => {
    const { tree, officer } = desk;
    const given = { organisationId: tree.union.id, joinedOn: '2021-07-01' };
    const courier = { code: 'courier', version: 'test', isNewForm: true, inEightGroups: true };
    const [one, two] = await arrange(
      async (tx) =>
        [
          await aMember(tx, { ...given, name: '黄一', occupation: courier }),
          await aMember(tx, { ...given, name: '黄二', occupation: courier }),
        ] as const,
    );
    const moved = (name: string, { idNumber, phone }: typeof one) => [
      ...[name, idNumber, phone, '2021-07-01', '快递员', '新厂'],
    ];
    const rows = [moved('黄一', one), moved('黄二', two), line('黄三')];
    const importId = await review(desk, aBook(rows));
    const ctx = as(officer.actor);
    expect((await getImport(ctx, importId)).mass).toEqual({
      ...{ label: '工作单位', changed: 2, percent: 67 },
    });
    expect(await beginWriting(ctx, { importId })).toMatchObject({
      ...{ reason: 'mass_change', detail: { label: '工作单位', changed: 2, percent: 67 } },
    });
    expect(await beginWriting(ctx, { importId, mass: 'yes' })).toMatchObject({ ok: true });
  });
});

describe('the columns that a union confirmed', () => {
  it('are proposed for its next file, under headings that nobody else knows', async () => {
    const { tree, officer } = desk;
    const headings = HEADINGS.map((one) => (one === '工作单位' ? '班组' : one));
    const ctx = as(officer.actor);
    const send = async (name: string) => {
      const table = aBook([line(name)], headings);
      const sent = await uploadBook(ctx, { book: 'members', organisationId: tree.union.id, table });
      return sent.ok ? sent.value.importId : '';
    };
    const first = await send('黄一');
    expect((await getImport(ctx, first)).columns).not.toHaveProperty('employerName');
    const columns = ['name:0', 'idNumber:1', 'joinedOn:3', 'employerName:5'];
    expect(await confirmColumns(ctx, { importId: first, columns })).toMatchObject({ ok: true });
    expect((await getImport(ctx, await send('黄二'))).columns).toMatchObject({ employerName: 5 });
  });
});
