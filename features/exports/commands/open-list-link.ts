import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { exportLinks } from '@/db/schema/exports';
import { authorize } from '@/lib/access';
import { verifyLink } from '@/lib/crypto/signed-link';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { exportedLists } from '../queries/lists';
import { exportFormats, listLinkPurpose } from '../rules/list-link';
import type { ListName } from '../schema/export-list';
import { type ListFile, writeList } from '../steps/write-list';

/**
 * Opens a link of `requestListLink`: once, by the officer who asked, within its ten minutes, and only while they may
 * still read whole numbers of this list (P07). Throws NotFound for another's, and for a link that nobody made.
 * Refuses `link_expired` after its ten minutes; `link_used` the second time; `empty` and `too_many` as `writeList`.
 * @audited-by writeList
 */
export async function openListLink(
  ctx: Ctx,
  { list: name, token }: { list: ListName; token: string },
): Promise<Result<ListFile, 'link_expired' | 'link_used' | 'empty' | 'too_many'>> {
  return transaction(ctx, async (tx) => {
    const link = verifyLink(listLinkPurpose, token, tx.now, 0);
    if (!link.ok && link.reason !== 'expired') throw new NotFound('link');
    const { actor } = tx;
    const list = exportedLists[name];
    authorize(list.mayWhole?.anywhere(actor) === true && list.may.anywhere(actor));
    authorize(actor.kind === 'account');
    if (!link.ok) return refuse('link_expired');
    const mine = and(
      eq(exportLinks.id, link.subject),
      eq(exportLinks.accountId, actor.accountId),
      eq(exportLinks.list, name),
    );
    // The row lock of the update lets one of two clicks through; the other finds it used.
    const [used] = await tx.db
      .update(exportLinks)
      .set({ usedAt: tx.now })
      .where(and(mine, isNull(exportLinks.usedAt)))
      .returning();
    if (!used) {
      if ((await tx.db.$count(exportLinks, mine)) === 0) throw new NotFound('link');
      return refuse('link_used');
    }
    const format = exportFormats.find((each) => each === used.format) ?? 'xlsx';
    return writeList(tx, list, { asked: used.asked ?? '', format, reason: used.reason });
  });
}
