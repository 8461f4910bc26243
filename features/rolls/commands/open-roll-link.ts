import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { exportLinks } from '@/db/schema/exports';
import { canDecideBookings } from '@/features/bookings/policy';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { verifyLink } from '@/lib/crypto/signed-link';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { rollLinkPurpose } from '../rules/roll-link';
import { type ColumnsOf, type RollFile, writeRoll } from '../steps/roll-file';

/**
 * Opens a link of `requestRollLink`: once, by the officer who asked, within its ten minutes, and only
 * while they may still read this roll (P07). Another officer's link does not exist for them. Throws
 * NotFound then, and for a link that nobody made.
 * Refuses `link_expired` after its ten minutes; `link_used` the second time.
 * @unaudited here, since `writeRoll` writes the line
 */
export async function openRollLink(
  ctx: Ctx,
  { sessionId, token }: { sessionId: string; token: string },
  columnsOf: ColumnsOf,
): Promise<Result<RollFile, 'link_expired' | 'link_used' | 'too_many'>> {
  return transaction(ctx, async (tx) => {
    const link = verifyLink(rollLinkPurpose, token, tx.now, 0);
    if (!link.ok && link.reason !== 'expired') throw new NotFound('link');
    const locked = await lockSession(tx, sessionId);
    const { actor } = tx;
    authorize(
      canDecideBookings[locked.offering.kind](actor, locked.path) && actor.kind === 'account',
    );
    if (!link.ok) return refuse('link_expired');
    const mine = and(
      eq(exportLinks.id, link.subject),
      eq(exportLinks.accountId, actor.accountId),
      eq(exportLinks.subjectId, sessionId),
    );
    // The row lock of the update lets one of two clicks through; the other finds it used.
    const [used] = await tx.db
      .update(exportLinks)
      .set({ usedAt: tx.now })
      .where(and(mine, isNull(exportLinks.usedAt)))
      .returning({ reason: exportLinks.reason });
    if (used) return writeRoll(tx, locked, used.reason, columnsOf);
    if ((await tx.db.$count(exportLinks, mine)) === 0) throw new NotFound('link');
    return refuse('link_used');
  });
}
