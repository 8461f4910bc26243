import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary } from '@/db/factories/membership';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { checkImport } from './commands/check-import';
import { confirmColumns } from './commands/confirm-columns';
import { uploadBook } from './commands/upload-book';
import { readReviewList } from './queries/review-list';
import { bookFields } from './rules/books';
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

/** Uploads a file of the chair's union and looks it through; the import's id. */
export async function review({ tree, officer }: Desk, table: File, organisationId = tree.union.id) {
  const ctx = as(officer.actor);
  const sent = await uploadBook(ctx, { book: 'members', organisationId, table });
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { importId } = sent.value;
  const [row] = await sqlAsOwner()`select notes from imports where id = ${importId}`;
  const columns = proposeColumns(row?.notes.headings, bookFields.members);
  const chosen = Object.entries(columns).map(([key, at]) => `${key}:${at}`);
  const confirmed = await confirmColumns(ctx, { importId, columns: chosen });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed));
  await checkImport(importId);
  return importId;
}

/** The review as the desk reads it. */
export const reviewOf = (importId: string) =>
  read(makeCtx(system()), (tx) => readReviewList(tx, importId));
