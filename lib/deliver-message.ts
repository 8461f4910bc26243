import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { outbox } from '@/db/schema/kernel';
import { system } from './actor';
import { phoneOf } from './auth/account';
import { openField } from './crypto/field';
import { type Ctx, makeCtx } from './ctx';
import { log } from './log';
import { outboxBody, outboxPhone } from './outbox';
import type { SmsProvider } from './sms/provider';
import { bySystem } from './transaction';

type Row = typeof outbox.$inferSelect;

/** Thrown to have the job tried again later, with the queue's own growing pauses. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
}

// No transaction stays open while a carrier thinks: the attempt is counted first, then sent.
async function claim(ctx: Ctx, id: string): Promise<Row | null> {
  const [row] = await bySystem(ctx, (tx) =>
    tx.db
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1` })
      .where(and(eq(outbox.id, id), eq(outbox.status, 'waiting')))
      .returning(),
  );
  return row ?? null;
}

/** The account's phone as it is now; a number of its own only where there is no account yet. */
async function phoneFor(ctx: Ctx, row: Row): Promise<string | null> {
  if (row.phoneSealed) return openField(row.phoneSealed, outboxPhone(row.id));
  if (!row.accountId) return null;
  const { accountId } = row;
  const [account] = await bySystem(ctx, (tx) =>
    tx.db
      .select({ id: accounts.id, phoneSealed: accounts.phoneSealed })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  );
  return account ? phoneOf(account) : null;
}

interface Body {
  text: string;
  params: Record<string, string>;
}

const bodyOf = (row: Row): Body => JSON.parse(openField(row.bodySealed, outboxBody(row.id)));

const mark = (ctx: Ctx, id: string, set: Partial<typeof outbox.$inferInsert>) =>
  bySystem(ctx, (tx) =>
    tx.db
      .update(outbox)
      .set(set)
      .where(and(eq(outbox.id, id), eq(outbox.status, 'waiting'))),
  );

/**
 * Hands one outbox row to the carrier (trust.md §1.7): at least once, under the row's id as the
 * carrier's key, so that a second delivery is recognised there. What was recalled or sent is left alone.
 * @param lastTry true when the queue will not come back: then a failure is final and stays on record
 */
export async function deliverMessage(
  id: string,
  provider: SmsProvider,
  lastTry: boolean,
): Promise<'sent' | 'skipped' | 'failed'> {
  const ctx = makeCtx(system('通知'));
  const row = await claim(ctx, id);
  if (!row) return 'skipped';
  const phone = await phoneFor(ctx, row);
  const outcome = phone
    ? await provider.send({ phone, templateCode: row.template, idempotencyKey: id, ...bodyOf(row) })
    : ({ ok: false, retryable: false, code: 'no_phone' } as const);
  if (outcome.ok) {
    await mark(ctx, id, { status: 'sent', providerId: outcome.providerId, sentAt: new Date() });
    return 'sent';
  }
  const final = lastTry || !outcome.retryable;
  await mark(ctx, id, { lastError: outcome.code, ...(final && { status: 'failed' }) });
  log().warn('a message was not delivered', {
    entityType: 'outbox',
    entityId: id,
    code: outcome.code,
    attempt: row.attempts,
    reason: final ? 'final' : 'retry',
  });
  if (!final) throw new NotDelivered(outcome.code);
  return 'failed';
}
