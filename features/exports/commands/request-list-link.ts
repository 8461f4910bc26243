import 'server-only';
import { exportLinks } from '@/db/schema/exports';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { signLink } from '@/lib/crypto/signed-link';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { exportedLists } from '../queries/lists';
import { listLinkPurpose, listLinkSeconds } from '../rules/list-link';
import type { ExportListInput } from '../schema/export-list';

/**
 * Asks for a list with whole phone and document numbers: only for a stated reason and a second factor given minutes
 * ago. What comes back is a link for the asker alone, good once, for ten minutes (P07). Asking is recorded, and so is
 * the download.
 * Refuses `needs_reason`; `step_up` without a recent second factor.
 */
export async function requestListLink(
  ctx: Ctx,
  { list: name, asked, format, reason }: Omit<ExportListInput, 'full'>,
): Promise<Result<{ token: string }, 'needs_reason' | 'step_up'>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    const { mayWhole, may } = exportedLists[name];
    authorize(mayWhole?.anywhere(actor) === true && may.anywhere(actor));
    authorize(actor.kind === 'account');
    if (!reason) return refuse('needs_reason');
    if (!hasRecentSecondFactor(tx)) return refuse('step_up');
    const id = newId();
    const expiresAt = new Date(tx.now.getTime() + listLinkSeconds * 1000);
    await tx.db.insert(exportLinks).values({
      ...{ id, accountId: actor.accountId, list: name, asked, format, reason },
      ...{ createdAt: tx.now, expiresAt },
    });
    await recordAudit(tx, {
      action: 'request_list_link',
      entityType: 'list',
      entityId: name,
      organisationId: mayWhole?.organisationsOf(actor)[0],
      after: { link: id, format, asked },
      reason,
    });
    return ok({ token: signLink(listLinkPurpose, id, expiresAt) });
  });
}
