import 'server-only';
import { eq } from 'drizzle-orm';
import { accountPhone, accounts, people, personDocument } from '@/db/schema/identity';
import {
  applicationDocument,
  membershipApplications as applications,
  transferRequests,
} from '@/db/schema/membership';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { formatPhone } from '@/lib/format';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canReviewApplication } from '../policy';
import { transferDraft } from '../queries/transfer-draft';
import type { RevealInput, RevealMemberInput } from '../schema/review';
import type { RevealTransferInput } from '../schema/transfer';

export interface Revealed {
  readonly field: 'phone' | 'document';
  readonly value: string;
}

interface Subject {
  readonly type: string;
  readonly id: string;
  readonly organisationId: string;
}

async function recordLook(tx: Ctx, subject: Subject, field: Revealed['field']): Promise<void> {
  await recordAudit(tx, {
    action: field === 'phone' ? 'view_phone' : 'view_id_number',
    entityType: subject.type,
    entityId: subject.id,
    organisationId: subject.organisationId,
  });
}

async function phoneOf(tx: Ctx, accountId: string): Promise<string> {
  const [row] = await tx.db
    .select({ sealed: accounts.phoneSealed })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!row) throw new NotFound('account');
  return formatPhone(openField(row.sealed, accountPhone(accountId)));
}

/**
 * 查看: shows the whole phone or document number of an application to an officer who may decide it.
 * Each look is one line of the audit, in the same transaction (PIPL, GB/T 22239).
 */
export async function revealApplicationField(
  ctx: Ctx,
  { applicationId, field }: RevealInput,
): Promise<Result<Revealed>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(applications).where(eq(applications.id, applicationId));
    if (!row?.deskId) throw new NotFound('application');
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, row.deskId)));
    const subject = { type: 'membership_application', id: row.id, organisationId: row.deskId };
    await recordLook(tx, subject, field);
    if (field === 'phone') return ok({ field, value: await phoneOf(tx, row.accountId) });
    if (row.idSealed === null) throw new NotFound('document');
    return ok({ field, value: openField(row.idSealed, applicationDocument(row.id)) });
  });
}

/** The same for a member, for the officers of the union and above it; whoever only reads may not. */
export async function revealMemberField(
  ctx: Ctx,
  { personId, field }: RevealMemberInput,
): Promise<Result<Revealed>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(people).where(eq(people.id, personId));
    if (!row?.unionId) throw new NotFound('person');
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, row.unionId)));
    await recordLook(tx, { type: 'person', id: row.id, organisationId: row.unionId }, field);
    if (field === 'phone') return ok({ field, value: await phoneOf(tx, row.accountId) });
    if (row.idSealed === null) throw new NotFound('document');
    return ok({ field, value: openField(row.idSealed, personDocument(row.id)) });
  });
}

/** The same for whoever asked for a 转会: the phone to ring them, the number to compare. */
export async function revealTransferField(
  ctx: Ctx,
  { requestId, field }: RevealTransferInput,
): Promise<Result<Revealed>> {
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(transferRequests)
      .where(eq(transferRequests.id, requestId));
    if (!row) throw new NotFound('transfer_request');
    const { id, organisationId } = row;
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, organisationId)));
    await recordLook(tx, { type: 'transfer_request', id, organisationId }, field);
    if (field === 'phone') return ok({ field, value: await phoneOf(tx, row.accountId) });
    const draft = await transferDraft(tx, row);
    if (!draft?.idSealed) throw new NotFound('document');
    return ok({ field, value: openField(draft.idSealed, applicationDocument(draft.id)) });
  });
}
