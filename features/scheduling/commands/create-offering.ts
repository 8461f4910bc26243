import 'server-only';
import { canManageOfferings } from '@/features/offerings/policy';
import { auditedOffering } from '@/features/offerings/steps/lock-offering';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { CreateOfferingInput } from '../schema/manage-offering';
import { insertOffering } from '../steps/insert-offering';

/**
 * Makes an offering as a draft that only its own officers see, at an organisation where the officer
 * holds the right for that kind. Dates, sessions and contact may follow before publishing. Throws NotFound
 * for an organisation that is not there or closed.
 */
export async function createOffering(
  ctx: Ctx,
  { organisationId, content }: CreateOfferingInput,
): Promise<Result<{ offeringId: string }>> {
  return transaction(ctx, async (tx) => {
    const { kind } = content;
    authorize(canManageOfferings[kind](tx.actor, await organisationPath(tx, organisationId)));
    const organiser = await findOrganisation(tx, organisationId);
    if (!organiser || organiser.closedAt) throw new NotFound('organisation');
    const id = await insertOffering(tx, { ...content, organisationId });
    await recordAudit(tx, {
      action: 'create_offering',
      entityType: 'offering',
      entityId: id,
      organisationId,
      after: { kind, ...auditedOffering({ ...content, status: 'draft' }) },
    });
    return ok({ offeringId: id });
  });
}
