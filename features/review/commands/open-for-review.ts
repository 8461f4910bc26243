import 'server-only';
import { canReviewApplication } from '@/features/members/policy';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canDecideApplication } from '../policy';
import { isUnread } from '../rules/desk';
import type { OpenInput } from '../schema/review';
import { beginReview, lockApplication } from '../steps/lock-application';

/**
 * Opens an application at the desk: submitted → in review, once. Whoever may not decide it (their own
 * case, one they entered, one that lies on another desk) reads it without opening it. The page that is
 * really seen asks for it; drawing the page, by a prefetch or for a HEAD, changes nothing.
 * @audited-by beginReview
 * @returns whether this was the first look
 */
export async function openForReview(
  ctx: Ctx,
  input: OpenInput,
): Promise<Result<{ opened: boolean }>> {
  return transaction(ctx, async (tx) => {
    const locked = await lockApplication(tx, input.applicationId);
    authorize(canReviewApplication.anywhere(tx.actor));
    const decides = canDecideApplication(tx.actor, locked.deskPath, locked.application);
    if (!decides || !isUnread(locked.application)) return ok({ opened: false });
    await beginReview(tx, locked);
    return ok({ opened: true });
  });
}
