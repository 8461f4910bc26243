import 'server-only';
import { canDecideBookings } from '@/features/bookings/policy';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { verifyLink } from '@/lib/crypto/signed-link';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { rollLinkPurpose } from '../rules/roll-link';
import { spendExportLink } from '../steps/export-links';
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
    const used = await spendExportLink(tx, {
      ...{ id: link.subject, accountId: actor.accountId, subjectId: sessionId },
    });
    return used ? writeRoll(tx, locked, used.reason, columnsOf) : refuse('link_used');
  });
}
