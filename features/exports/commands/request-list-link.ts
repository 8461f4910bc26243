import 'server-only';
import { makeExportLink } from '@/features/rolls/steps/export-links';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { exportedLists } from '../queries/lists';
import { withColumns } from '../rules/chosen-columns';
import { listLinkPurpose } from '../rules/list-link';
import type { ListExportInput } from '../schema/export-list';

/**
 * Asks for a list with whole phone and document numbers: only for a stated reason and a second factor given minutes
 * ago. What comes back is a link for the asker alone, good once, for ten minutes (P07). Asking is recorded, and so is
 * the download.
 * Refuses `needs_reason`; `step_up` without a recent second factor.
 */
export async function requestListLink(
  ctx: Ctx,
  { list: name, asked, format, columns, reason }: Omit<ListExportInput, 'full'>,
): Promise<Result<{ token: string }, 'needs_reason' | 'step_up'>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    const { mayWhole, may } = exportedLists[name];
    authorize(mayWhole?.anywhere(actor) === true && may(actor));
    authorize(actor.kind === 'account');
    if (!reason) return refuse('needs_reason');
    if (!hasRecentSecondFactor(tx)) return refuse('step_up');
    const { id, token } = await makeExportLink(tx, listLinkPurpose, {
      ...{
        accountId: actor.accountId,
        reason,
        of: { list: name, asked: withColumns(asked, columns), format },
      },
    });
    await recordAudit(tx, {
      action: 'request_list_link',
      entityType: 'list',
      entityId: name,
      organisationId: mayWhole?.organisationsOf(actor)[0],
      after: { link: id, format, asked, columns: columns?.join('、') },
      reason,
    });
    return ok({ token });
  });
}
