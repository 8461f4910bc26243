import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { notices } from '@/db/schema/kernel';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { MarkRead } from '../schema';

/**
 * Marks one's own notices read: one, or all that may be seen by now. Another person's id changes nothing.
 * @unaudited reading one's own notices is no business of the ledger
 * @returns where the notice leads, within this site
 */
export async function markRead(
  ctx: Ctx,
  input: MarkRead,
): Promise<Result<{ link: string | null }>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(actor.kind === 'account');
    const [read] = await tx.db
      .update(notices)
      .set({ readAt: sql`coalesce(${notices.readAt}, now())` })
      .where(
        and(
          eq(notices.accountId, actor.accountId),
          input.noticeId ? eq(notices.id, input.noticeId) : isNull(notices.readAt),
          sql`${notices.visibleAt} <= now()`,
        ),
      )
      .returning({ link: notices.link });
    return ok({ link: input.noticeId ? (read?.link ?? null) : null });
  });
}
