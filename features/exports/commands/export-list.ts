import 'server-only';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import type { Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { exportedLists } from '../queries/lists';
import type { ListExportInput } from '../schema/export-list';
import { type ListFile, writeList } from '../steps/write-list';

/**
 * Takes a list out as its page shows it, numbers masked. Throws NotFound where the page does.
 * Refuses `empty`; `too_many` above the `most` rows of the setting; `lost_search` when the words looked for can no
 * longer be read.
 * @audited-by writeList
 */
export const exportList = (
  ctx: Ctx,
  { list: name, asked, format }: Pick<ListExportInput, 'list' | 'asked' | 'format'>,
): Promise<Result<ListFile, 'empty' | 'too_many' | 'lost_search'>> =>
  transaction(ctx, async (tx) => {
    const list = exportedLists[name];
    authorize(list.may.anywhere(tx.actor));
    return writeList(tx, list, { asked, format, reason: null });
  });
