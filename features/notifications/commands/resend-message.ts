import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { outbox } from '@/db/schema/kernel';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { queueDelivery } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { canResendMessages } from '../policy';
import { canResend } from '../rules';
import type { ResendMessage } from '../schema';

/**
 * Sends a text again that did not arrive; at night it waits for the morning like any other.
 * Refuses `already_sent` when it is on its way, `too_old` when its text is no longer kept or a code. Throws
 * NotFound for a message that there is not.
 */
export async function resendMessage(
  ctx: Ctx,
  { messageId }: ResendMessage,
): Promise<Result<{ id: string }, 'already_sent' | 'too_old'>> {
  return transaction(ctx, async (tx) => {
    authorize(canResendMessages.anywhere(tx.actor));
    const refusal = await within(tx, asSystem(tx), (systemTx) => queueAgain(systemTx, messageId));
    if (refusal) return refuse(refusal);
    await recordAudit(tx, { action: 'resend_message', entityType: 'outbox', entityId: messageId });
    return ok({ id: messageId });
  });
}

async function queueAgain(tx: Ctx, id: string): Promise<'already_sent' | 'too_old' | null> {
  const [row] = await tx.db.select().from(outbox).where(eq(outbox.id, id)).for('update');
  if (!row) throw new NotFound('message');
  if (row.status !== 'failed') return 'already_sent';
  if (!canResend({ template: row.template, hasBody: row.bodySealed !== '' })) return 'too_old';
  await tx.db
    .update(outbox)
    .set({ status: 'waiting', attempts: 0, lastError: null, sendAfter: sql`now()` })
    .where(and(eq(outbox.id, id), eq(outbox.status, 'failed')));
  await queueDelivery(tx, id, sql`now()`);
  return null;
}
