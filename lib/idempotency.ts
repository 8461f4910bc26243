import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { idempotencyKeys } from '@/db/schema/kernel';
import type { AccountActor } from './actor';
import type { Ctx, Keyed } from './ctx';
import { isUuid } from './ids';
import { isRefusal, ok, type Refusal, refuse } from './result';

/** Ids, numbers, days and states: what a receipt may hold. A name, a phone or a document is none. */
type Plain<T> = {
  [K in keyof T & string]-?: T[K] extends number | boolean | null | undefined
    ? K
    : string extends T[K]
      ? K extends 'id' | 'number' | `${string}Id` | `${string}On`
        ? K
        : never
      : T[K] extends string
        ? K
        : never;
}[keyof T & string];

/** A field of a command's result that its receipt may hold. */
export type ReceiptField<T> = T extends unknown ? Plain<T> : never;

const grantsOf = ({ grants }: AccountActor): string[] =>
  grants.map(({ role, organisationId }) => `${role} ${organisationId}`).sort();

/**
 * The request with its form's key. Bound to the command, the content, the session and its rights: after a
 * new sign-in, or once a role was taken away, the same key is refused and its receipt stays shut.
 * @param key as it came; anything but a UUID, or of somebody not signed in, is no key
 * @param fields of the result that the receipt holds; absent: the command takes no key
 */
export function withKey(
  ctx: Ctx,
  key: unknown,
  command: { name: string; input: unknown; fields: readonly string[] | undefined },
): Ctx {
  const { actor } = ctx;
  const { name, input, fields } = command;
  if (!fields || typeof key !== 'string' || !isUuid(key) || actor.kind !== 'account') return ctx;
  const keyed = {
    ...{ key, owner: actor.accountId, fields },
    // Only a claim asks for it; who is told 已满 claims nothing.
    get requestHash() {
      const sent = [name, input, actor.sessionId, grantsOf(actor)];
      return createHash('sha256').update(JSON.stringify(sent)).digest('hex');
    },
  };
  return { ...ctx, idempotency: keyed };
}

const rowOf = ({ owner, key }: Keyed) =>
  and(eq(idempotencyKeys.actorKey, owner), eq(idempotencyKeys.key, key));

/**
 * Claims the form's key as the transaction's first write. A second submit waits here for the first
 * to commit, then gets the first's receipt; other content under the same key is refused.
 * Refuses `key_reused`.
 * @returns null when this is the first time, else what to answer
 */
export async function claimKey(tx: Ctx): Promise<{ response: unknown | Refusal } | null> {
  if (!tx.idempotency) return null;
  const { key, owner, requestHash } = tx.idempotency;
  const claimed = await tx.db
    .insert(idempotencyKeys)
    .values({ actorKey: owner, key, requestHash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return null;
  const [earlier] = await tx.db
    .select({ requestHash: idempotencyKeys.requestHash, response: idempotencyKeys.response })
    .from(idempotencyKeys)
    .where(rowOf(tx.idempotency));
  if (earlier?.requestHash !== requestHash) return { response: refuse('key_reused') };
  return { response: ok(earlier.response ?? undefined) };
}

/** The named fields of what the command hands back, and nothing else of it. */
function receiptOf(result: unknown, fields: readonly string[]): Record<string, unknown> {
  const value =
    typeof result === 'object' && result !== null && 'value' in result ? result.value : null;
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([name]) => fields.includes(name)));
}

/** Keeps the receipt beside the key, in the same transaction as the work. */
export async function storeReceipt(tx: Ctx, result: unknown): Promise<void> {
  if (!tx.idempotency || isRefusal(result)) return;
  const receipt = receiptOf(result, tx.idempotency.fields);
  await tx.db
    .update(idempotencyKeys)
    .set({ response: sql`${JSON.stringify(receipt)}::jsonb` })
    .where(rowOf(tx.idempotency));
}
