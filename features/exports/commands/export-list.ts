import 'server-only';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import type { Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { exportedLists } from '../queries/lists';
import type { ListExportInput } from '../schema/export-list';
import { type ListFile, type ListRefusal, writeList } from '../steps/write-list';

/**
 * Takes a list out as its page shows it, numbers masked. Throws NotFound where the page does.
 * Refuses as `writeList` does.
 * @audited-by writeList
 */
export const exportList = (
  ctx: Ctx,
  { list: name, ...wanted }: Pick<ListExportInput, 'list' | 'asked' | 'format' | 'columns'>,
): Promise<Result<ListFile, ListRefusal>> =>
  transaction(ctx, async (tx) => {
    const list = exportedLists[name];
    authorize(list.may(tx.actor));
    return writeList(tx, list, { ...wanted, reason: null });
  });
