import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { idempotencyKeys } from '@/db/schema/kernel';
import type { Ctx } from './ctx';
import { type Refusal, refuse } from './result';

/** Stable digest of a form's parsed input; the key itself is not part of it. */
export const hashRequest = (name: string, input: unknown): string =>
  createHash('sha256').update(name).update(JSON.stringify(input)).digest('hex');

const actorKey = (ctx: Ctx): string =>
  ctx.actor.kind === 'account' ? ctx.actor.accountId : ctx.actor.kind;

/**
 * Claims the form's key as the transaction's first write. A second submit waits here for the first
 * to commit, then gets the first's receipt; other content under the same key is refused.
 * @returns null when this is the first time, else what to answer
 */
export async function claimKey(tx: Ctx): Promise<{ response: unknown | Refusal } | null> {
  if (!tx.idempotency) return null;
  const { key, requestHash } = tx.idempotency;
  const actor = actorKey(tx);
  const claimed = await tx.db
    .insert(idempotencyKeys)
    .values({ actorKey: actor, key, requestHash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return null;
  const [earlier] = await tx.db
    .select({ requestHash: idempotencyKeys.requestHash, response: idempotencyKeys.response })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actorKey, actor), eq(idempotencyKeys.key, key)));
  if (earlier?.requestHash !== requestHash) return { response: refuse('key_reused') };
  return { response: earlier.response };
}

/** Keeps the receipt beside the key, in the same transaction as the work. */
export async function storeReceipt(tx: Ctx, response: unknown): Promise<void> {
  if (!tx.idempotency) return;
  await tx.db
    .update(idempotencyKeys)
    .set({ response: sql`${JSON.stringify(response ?? null)}::jsonb` })
    .where(
      and(eq(idempotencyKeys.actorKey, actorKey(tx)), eq(idempotencyKeys.key, tx.idempotency.key)),
    );
}
