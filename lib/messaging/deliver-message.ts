import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { accountPhone, accounts } from '@/db/schema/identity';
import { outbox } from '@/db/schema/kernel';
import { system } from '../actor';
import { openField } from '../crypto/field';
import { type Ctx, makeCtx } from '../ctx';
import { log } from '../log';
import { readSettings } from '../settings';
import { bySystem } from '../transaction';
import { outboxBody, outboxPhone, queueDelivery } from './outbox';
import type { SmsOutcome, SmsProvider } from './sms/provider';
import { afterQuiet } from './sms/quiet-hours';
import { quietHours } from './sms/settings';

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

/**
 * At night a text waits for the morning, unless its reader asked for it this minute; its job comes again.
 * @returns whether it waits
 */
const waitsForMorning = (ctx: Ctx, id: string): Promise<boolean> =>
  bySystem(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ urgent: outbox.urgent })
      .from(outbox)
      .where(and(eq(outbox.id, id), eq(outbox.status, 'waiting')));
    if (!row || row.urgent) return false;
    const morning = afterQuiet(tx.now, await readSettings(tx, quietHours));
    if (morning <= tx.now) return false;
    await tx.db.update(outbox).set({ sendAfter: morning }).where(eq(outbox.id, id));
    await queueDelivery(tx, id, morning);
    return true;
  });

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
  return account ? openField(account.phoneSealed, accountPhone(account.id)) : null;
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

/** One try; what throws, such as a body that no key opens, is a failure with a reason like any other. */
async function attempt(ctx: Ctx, row: Row, provider: SmsProvider): Promise<SmsOutcome> {
  try {
    const phone = await phoneFor(ctx, row);
    if (!phone) return { ok: false, retryable: false, code: 'no_phone' };
    const { id: idempotencyKey, template: templateCode } = row;
    return await provider.send({ phone, templateCode, idempotencyKey, ...bodyOf(row) });
  } catch (error) {
    log().error('a message could not be made', { entityType: 'outbox', entityId: row.id }, error);
    return { ok: false, retryable: true, code: 'unexpected' };
  }
}

/**
 * Hands one outbox row to the carrier (security.md §1.7): at least once, under the row's id as the
 * carrier's key, so that a second delivery is recognised there. What was recalled or sent is left alone.
 * @param lastTry true when the queue will not come back: then a failure is final and stays on record
 */
export async function deliverMessage(
  id: string,
  provider: SmsProvider,
  lastTry: boolean,
): Promise<'sent' | 'skipped' | 'later' | 'failed'> {
  const ctx = makeCtx(system('通知'));
  if (await waitsForMorning(ctx, id)) return 'later';
  const row = await claim(ctx, id);
  if (!row) return 'skipped';
  const outcome = await attempt(ctx, row, provider);
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
