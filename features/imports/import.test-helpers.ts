import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary } from '@/db/factories/membership';
import { aTree, type Tree } from '@/db/factories/organisations';
import { serial } from '@/db/factories/serial';
import { aUscc } from '@/db/factories/uscc';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { beginTakingBack } from './commands/begin-taking-back';
import { beginWriting } from './commands/begin-writing';
import { checkImport } from './commands/check-import';
import { chooseRows } from './commands/choose-rows';
import { confirmColumns } from './commands/confirm-columns';
import { takeBackImport } from './commands/take-back-import';
import { uploadBook } from './commands/upload-book';
import { writeImport } from './commands/write-import';
import { readReviewList } from './queries/review-list';
import type { ImportChoice } from './rules/book-row';
import { type Book, bookFields } from './rules/books';
import { proposeColumns } from './rules/columns';

export type Desk = { tree: Tree; officer: Awaited<ReturnType<typeof anOfficer>> };

/** A federation with a dictionary, and the chair of 甲厂工会. */
export async function aDesk(): Promise<Desk> {
  await resetDb();
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    return { tree, officer: await anOfficer(tx, 'union_admin', tree.union.id) };
  });
}

export const HEADINGS = ['姓名', '证件号码', '手机号', '入会日期', '职业', '工作单位'];

/** A .csv of these rows under the usual headings. */
export const aBook = (rows: readonly (readonly string[])[], headings = HEADINGS): File =>
  new File([[headings, ...rows].map((row) => row.join(',')).join('\n')], '会员名册.csv');

/** A .csv of these rows under these headings, as a file of this name. */
export const aList = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  name = '名单.csv',
): File => new File([[headings, ...rows].map((row) => row.join(',')).join('\n')], name);

/** A valid 统一社会信用代码 that nobody else has, given out in this area. */
export const aUnifiedCode = (area = '450803', registrar = '91'): string =>
  aUscc(registrar, serial(), area);

/** Uploads a file of the officer's and looks it through; the import's id. */
export async function review(
  { tree, officer }: Desk,
  table: File,
  organisationId = tree.union.id,
  book: Book = 'members',
) {
  const ctx = as(officer.actor);
  const sent = await uploadBook(ctx, { book, organisationId, table });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { importId } = sent.value;
  const [row] = await sqlAsOwner()`select notes from imports where id = ${importId}`;
  const columns = proposeColumns(row?.notes.headings, bookFields[book]);
  const chosen = Object.entries(columns).map(([key, at]) => `${key}:${at}`);
  const confirmed = await confirmColumns(ctx, { importId, columns: chosen });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed));
  await checkImport(importId);
  return importId;
}

/** Writes what a review showed, with the ticks of `choices` by the row's number. */
export async function bringIn(
  { officer }: Desk,
  importId: string,
  choices: Readonly<Record<number, ImportChoice>> = {},
) {
  const ctx = as(officer.actor);
  const rows = await reviewOf(importId);
  const chosen = rows.flatMap(({ id, rowNo }): [string, ImportChoice][] => {
    const choice = choices[rowNo ?? 0];
    return choice ? [[id, choice]] : [];
  });
  if (chosen.length > 0) await chooseRows(ctx, { importId, choices: chosen });
  const begun = await beginWriting(ctx, { importId, mass: 'yes' });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  await writeImport(importId);
}

/** Takes an import back. */
export async function takeBack({ officer }: Desk, importId: string) {
  const begun = await beginTakingBack(as(officer.actor), { importId });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  await takeBackImport(importId);
}

/** Each row's number, what became of it, and why. */
export const outcomesOfRows = async (importId: string) =>
  (await reviewOf(importId)).map(({ rowNo, state, reason }) => [rowNo, state, reason]);

/** The review as the desk reads it. */
export const reviewOf = (importId: string) =>
  read(makeCtx(system()), (tx) => readReviewList(tx, importId));
