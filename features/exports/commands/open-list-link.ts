import 'server-only';
import { spendExportLink } from '@/features/rolls/steps/export-links';
import { authorize } from '@/lib/access';
import { verifyLink } from '@/lib/crypto/signed-link';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { exportedLists } from '../queries/lists';
import { apartFromColumns } from '../rules/chosen-columns';
import { exportFormats, listLinkPurpose } from '../rules/list-link';
import type { ListName } from '../schema/export-list';
import { type ListFile, type ListRefusal, writeList } from '../steps/write-list';

/**
 * Opens a link of `requestListLink`: once, by the officer who asked, within its ten minutes, and only while they may
 * still read whole numbers of this list (P07). Throws NotFound for another's, and for a link that nobody made.
 * Refuses `link_expired` after its ten minutes; `link_used` the second time; otherwise
 * as `writeList` does.
 * @audited-by writeList
 */
export async function openListLink(
  ctx: Ctx,
  { list: name, token }: { list: ListName; token: string },
): Promise<Result<ListFile, 'link_expired' | 'link_used' | ListRefusal>> {
  return transaction(ctx, async (tx) => {
    const link = verifyLink(listLinkPurpose, token, tx.now, 0);
    if (!link.ok && link.reason !== 'expired') throw new NotFound('link');
    const { actor } = tx;
    const list = exportedLists[name];
    authorize(list.mayWhole?.anywhere(actor) === true && list.may(actor));
    authorize(actor.kind === 'account');
    if (!link.ok) return refuse('link_expired');
    const used = await spendExportLink(tx, {
      ...{ id: link.subject, accountId: actor.accountId, list: name },
    });
    if (!used) return refuse('link_used');
    const format = exportFormats.find((each) => each === used.format) ?? 'xlsx';
    const wanted = apartFromColumns(used.asked ?? '');
    return writeList(tx, list, { ...wanted, format, reason: used.reason });
  });
}
