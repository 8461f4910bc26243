import 'server-only';
import { eq } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import { transferRequests } from '@/db/schema/transfers';
import { isOwnApplication } from '@/features/applications/policy';
import { idConsent } from '@/features/applications/rules/texts';
import { lockOpenApplication } from '@/features/applications/steps/open-application';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { transferPrefix } from '@/features/members/rules/numbers';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { receiptNumber, receiptSeries } from '@/lib/receipt-number';
import { ok, type Result, refuse } from '@/lib/result';
import { nextNumber } from '@/lib/running-number';
import { transaction } from '@/lib/transaction';
import { transferRequestedNotice } from '../messages';
import { findOpenTransfer } from '../queries/open-transfer';
import type { TransferInput } from '../schema/transfer-request';
import { tellDesk } from '../steps/tell-desk';

/**
 * Records the wish to transfer (转会) where the document is on the books already (domain.md §1.5):
 * the union named in the draft asks for the 会籍. The draft ends, since joining twice is not possible.
 * Refuses `nothing_to_transfer` without a draft; `changed` when it is newer than the page;
 * `incomplete` without a document or a union.
 */
export async function requestTransfer(
  ctx: Ctx,
  input: TransferInput,
): Promise<Result<{ number: string }, 'nothing_to_transfer' | 'changed' | 'incomplete'>> {
  return transaction(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account');
    const draft = await lockOpenApplication(tx, tx.actor.accountId);
    const earlier = await findOpenTransfer(tx);
    if (earlier) return ok({ number: earlier.number });
    if (draft?.status !== 'draft') return refuse('nothing_to_transfer');
    authorize(isOwnApplication(tx.actor, draft.accountId));
    if (draft.version !== input.version) return refuse('changed');
    const { accountId, personId, idIndex, organisationId } = draft;
    if (idIndex === null || organisationId === null) return refuse('incomplete');
    const union = await getOrganisation(tx, organisationId);
    const id = newId();
    await recordConsent(tx, accountId, idConsent, { type: 'transfer_request', id });
    await tx.db
      .update(applications)
      .set({ status: 'withdrawn', version: draft.version + 1, updatedAt: tx.now })
      .where(eq(applications.id, draft.id));
    const today = todayOn(tx.now);
    const running = await nextNumber(tx, receiptSeries(transferPrefix, today));
    const number = receiptNumber(transferPrefix, today, running);
    await tx.db
      .insert(transferRequests)
      .values({ id, number, accountId, personId, idIndex, organisationId, createdAt: tx.now });
    await recordAudit(tx, {
      action: 'request_transfer',
      entityType: 'transfer_request',
      entityId: id,
      organisationId,
      after: { number, document: draft.idMasked },
    });
    await notify(tx, {
      accountId,
      ...transferRequestedNotice({ id, number, union: union.shortName }),
    });
    await tellDesk(tx, { id, number, kind: 'joining' }, organisationId);
    return ok({ number });
  });
}
