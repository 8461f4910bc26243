import 'server-only';
import { eq } from 'drizzle-orm';
import { transferRequests } from '@/db/schema/transfers';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import type { RequestRow } from '../commands/lock-desk-request';
import { transferClosedNotice } from '../messages';

/** Closes a locked request with the answer, and tells who asked. The caller records it in the ledger. */
export async function closeRequest(tx: Ctx, row: RequestRow, answer: string): Promise<void> {
  const { id, number, kind, accountId, organisationId } = row;
  await tx.db
    .update(transferRequests)
    .set({
      ...{ status: 'closed' as const, note: answer, closedAt: tx.now },
      closedBy: tx.actor.kind === 'account' ? tx.actor.accountId : null,
    })
    .where(eq(transferRequests.id, id));
  const union = await getOrganisation(tx, organisationId);
  const notice = transferClosedNotice({ id, number, kind, union: union.shortName, answer });
  await notify(tx, { accountId, ...notice });
}
