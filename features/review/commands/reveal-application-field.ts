import 'server-only';
import { eq } from 'drizzle-orm';
import {
  applicationDocument,
  membershipApplications as applications,
} from '@/db/schema/membership';
import { canReviewApplication } from '@/features/members/policy';
import { findWholePhone } from '@/features/members/queries/phone-of';
import { type RevealedField, recordReveal } from '@/features/members/steps/record-reveal';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { RevealInput } from '../schema/review';

/**
 * 查看: shows the whole phone or document number of an application to an officer who may decide it.
 * Each look is one line of the audit, in the same transaction (PIPL, GB/T 22239). Throws NotFound for an
 * application that lies on no desk, and for a document that is not on record.
 * @audited-by recordReveal
 */
export async function revealApplicationField(
  ctx: Ctx,
  { applicationId, field }: RevealInput,
): Promise<Result<RevealedField>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(applications).where(eq(applications.id, applicationId));
    if (!row?.deskId) throw new NotFound('application');
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, row.deskId)));
    const subject = { type: 'membership_application', id: row.id, organisationId: row.deskId };
    await recordReveal(tx, subject, field);
    if (field === 'phone') return ok({ field, value: await findWholePhone(tx, row.accountId) });
    if (row.idSealed === null) throw new NotFound('document');
    return ok({ field, value: openField(row.idSealed, applicationDocument(row.id)) });
  });
}
