import 'server-only';
import { importDetails, type importRows } from '@/db/schema/imports';
import { sealField } from '@/lib/crypto/field';
import type { RowDetails } from '../rules/row-details';
import type { BookWork } from './book-work';
import type { WrittenRow } from './write-rows';

/** What a rehearsed row says of itself, as it is stored for the review; the details are sealed. */
export function reviewedRow(
  work: BookWork,
  written: WrittenRow,
): Omit<typeof importRows.$inferInsert, 'importId' | 'position'> {
  const { rowId: id, found, plan, choice, fingerprint } = written;
  const { choices, changes, words, kind } = plan;
  const { name, rowNo } = found.line;
  const number = work.numberOf(found);
  const details: RowDetails = { name, number, choices, changes, words, found };
  return {
    ...{ id, rowNo, kind, choice, fingerprint },
    fields: changes.map(({ field }) => field),
    detailsSealed: sealField(JSON.stringify(details), importDetails(id)),
  };
}
