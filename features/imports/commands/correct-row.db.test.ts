import { beforeEach, expect, it } from 'vitest';
import { anOfficer, aPhone, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { aBook, aDesk, type Desk, review, reviewOf } from '../import.test-helpers';
import { getImportRow } from '../queries/import-row';
import { beginWriting } from './begin-writing';
import { correctRow } from './correct-row';
import { writeImport } from './write-import';

let desk: Desk;
let importId: string;
const sql = sqlAsOwner();
const row = (name: string, id: string) => [name, id, aPhone(), '2021-07-01', '快递员', '甲厂'];

beforeEach(async () => {
  desk = await aDesk();
  importId = await review(
    desk,
    aBook([row('黄一', '450803199003070020'), row('黄二', aResidentId({ birthOn: '1985-02-03' }))]),
  );
});

const first = async () => (await reviewOf(importId))[0];

it('a row put right is looked through anew, and written with the others', async () => {
  const ctx = as(desk.officer.actor);
  const wrong = await first();
  expect(wrong).toMatchObject({ kind: 'error' });
  const shown = await getImportRow(ctx, importId, wrong?.id ?? '');
  expect(shown.fields.find(({ key }) => key === 'idNumber')?.value).toBe('450803199003070020');
  const values = { idNumber: '450803199003070029' };
  expect(await correctRow(ctx, { importId, rowId: wrong?.id ?? '', values })).toMatchObject({
    value: { kind: 'new' },
  });
  expect(await first()).toMatchObject({ kind: 'new', rowNo: 2, choice: 'write', position: 1 });
  await beginWriting(ctx, { importId });
  await writeImport(importId);
  expect(await sql`select 1 from memberships`).toHaveLength(2);
  const looks =
    await sql`select action from audit_entries where action ~ 'import_row' order by action`;
  expect(looks.map(({ action }) => action)).toEqual(['correct_import_row', 'view_import_row']);
});

it('a row is nobody’s to put right from another union, nor once it is written', async () => {
  const wrong = await first();
  const rowId = wrong?.id ?? '';
  const values = { name: '黄三' };
  const other = await arrange((tx) => anOfficer(tx, 'union_admin', desk.tree.otherUnion.id));
  await expect(getImportRow(as(other.actor), importId, rowId)).rejects.toThrow(NotFound);
  await expect(correctRow(as(other.actor), { importId, rowId, values })).rejects.toThrow(NotFound);
  const ctx = as(desk.officer.actor);
  await beginWriting(ctx, { importId });
  await writeImport(importId);
  expect(await correctRow(ctx, { importId, rowId, values })).toMatchObject({ reason: 'not_now' });
});

it('two rows put right at once are both right', async () => {
  const [one, two] = await reviewOf(importId);
  const ctx = as(desk.officer.actor);
  await Promise.all([
    correctRow(ctx, { importId, rowId: one?.id ?? '', values: { idNumber: '450803199003070029' } }),
    correctRow(ctx, { importId, rowId: two?.id ?? '', values: { name: '李二' } }),
  ]);
  const shown = await Promise.all(
    [one, two].map((each) => getImportRow(ctx, importId, each?.id ?? '')),
  );
  const value = (at: number, key: string) =>
    shown[at]?.fields.find((field) => field.key === key)?.value;
  expect([value(0, 'idNumber'), value(1, 'name')]).toEqual(['450803199003070029', '李二']);
});
