import 'server-only';
import { importDetails, type importRows } from '@/db/schema/imports';
import { sealField } from '@/lib/crypto/field';
import type { FoundLine } from '../rules/member-lines';
import type { RowDetails } from '../rules/row-details';
import type { WrittenRow } from './write-rows';

/** What a rehearsed row says of itself, as it is stored for the review; the details are sealed. */
export function reviewedRow(
  written: WrittenRow,
  found: FoundLine,
): Omit<typeof importRows.$inferInsert, 'importId' | 'position'> {
  const { rowId: id, line, plan, choice, fingerprint } = written;
  const { choices, changes, words, kind } = plan;
  const { name, idMasked, rowNo } = line;
  const details: RowDetails = { name, idMasked, choices, changes, words, found };
  return {
    ...{ id, rowNo, kind, choice, fingerprint },
    fields: changes.map(({ field }) => field),
    detailsSealed: sealField(JSON.stringify(details), importDetails(id)),
  };
}
