import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { notices, outbox } from '@/db/schema/kernel';
import { accountOf } from '@/lib/actor';
import { enqueue } from '@/lib/jobs/enqueue';
import { sealField } from '../crypto/field';
import type { Ctx } from '../ctx';
import { newId } from '../ids';

/** One text message: our own wording for the console, and a registered template for the carrier. */
export interface SmsText {
  /** Key of the template in the provider's console. */
  readonly template: string;
  readonly params: Record<string, string>;
  /** The whole text as the person reads it; no illness, no dispute, no names of children. */
  readonly text: string;
}

export interface OutboxNotice {
  readonly accountId: string;
  readonly title: string;
  readonly body: string;
  /** Path inside the portal that the notice opens. */
  readonly link?: string;
  readonly sms?: SmsText;
  /** Time to undo: neither seen nor sent before it is over. */
  readonly delaySeconds?: number;
  /** Neither asks nor ends anything, such as a receipt: it is kept to read again, and is never unread. */
  readonly quiet?: boolean;
  /** Same event, same key: told once, however often the work is retried. */
  readonly dedupeKey: string;
}

/** Where the words of a message are sealed. */
export const outboxBody = (rowId: string) => ({ table: 'outbox', column: 'body_sealed', rowId });
/** Where the number of a message that goes to no account is sealed. */
export const outboxPhone = (rowId: string) => ({ table: 'outbox', column: 'phone_sealed', rowId });

// The clock of the statement, not of the transaction's beginning: who waited for a lock tells later.
const after = (seconds: number) => sql`clock_timestamp() + make_interval(secs => ${seconds})`;

/** Has the row delivered at an instant; asked again, the later word counts. */
export const queueDelivery = (tx: Ctx, id: string, runAt: Date | SQL): Promise<void> =>
  enqueue(tx, { task: 'deliver_message', payload: { id }, runAt, key: `message:${id}` });

type Recipient = { accountId: string } | { phone: string };

interface When {
  readonly seconds: number;
  /** Goes out at night too: a code, or the answer to what its reader did this minute. */
  readonly urgent: boolean;
}

/** Queues one SMS with the change that causes it: both are committed, or neither (security.md §1.7). */
async function queueSms(tx: Ctx, to: Recipient, sms: SmsText, key: string, when: When) {
  const id = newId();
  const phone = 'phone' in to ? to.phone : null;
  const queued = await tx.db
    .insert(outbox)
    .values({
      id,
      channel: 'sms',
      accountId: 'accountId' in to ? to.accountId : null,
      phoneSealed: phone && sealField(phone, outboxPhone(id)),
      phoneTail: phone?.slice(-4),
      template: sms.template,
      // Parameters hold codes and names, so they travel inside the sealed body.
      params: {},
      bodySealed: sealField(JSON.stringify({ text: sms.text, params: sms.params }), outboxBody(id)),
      dedupeKey: key,
      urgent: when.urgent,
      sendAfter: after(when.seconds),
    })
    .onConflictDoNothing();
  // Counted, not returned: a row to come back would have to be one that the sender may read.
  if (queued.count === 0) return;
  await queueDelivery(tx, id, after(when.seconds));
}

/**
 * Tells an account something: the in-app notice, which is the source of truth, and an SMS if wanted.
 * Call it inside the transaction that changes the matter.
 */
export async function notify(tx: Ctx, notice: OutboxNotice): Promise<void> {
  const seconds = notice.delaySeconds ?? 0;
  // No conflict target: naming one would ask for a right to read other people's notices.
  await tx.db
    .insert(notices)
    .values({
      id: newId(),
      accountId: notice.accountId,
      title: notice.title,
      body: notice.body,
      link: notice.link ?? null,
      dedupeKey: notice.dedupeKey,
      visibleAt: after(seconds),
      readAt: notice.quiet ? after(seconds) : null,
    })
    .onConflictDoNothing();
  if (notice.sms) {
    const urgent = accountOf(tx.actor) === notice.accountId;
    const when = { seconds, urgent };
    await queueSms(tx, { accountId: notice.accountId }, notice.sms, notice.dedupeKey, when);
  }
}

/** Tells several accounts the same; each hears it once, by the notice's key and their id. */
export async function notifyEach(
  tx: Ctx,
  accountIds: readonly string[],
  notice: Omit<OutboxNotice, 'accountId'>,
): Promise<void> {
  for (const accountId of accountIds) {
    await notify(tx, { ...notice, accountId, dedupeKey: `${notice.dedupeKey}:${accountId}` });
  }
}

/**
 * Texts a phone that may have no account yet: sign-in codes, an invited guardian.
 * @param message.urgent true when its reader waits for it now
 */
export async function sendSms(
  tx: Ctx,
  message: SmsText & { phone: string; dedupeKey: string; urgent: boolean },
): Promise<void> {
  const { phone, dedupeKey, template, params, text, urgent } = message;
  await queueSms(tx, { phone }, { template, params, text }, dedupeKey, { seconds: 0, urgent });
}

/** Takes back what has not left yet, for an undo. True when nothing had been sent. */
export async function recallMessages(tx: Ctx, keyPrefix: string): Promise<boolean> {
  const [row] = await tx.db.execute<{ recalled: boolean }>(
    sql`select recall_messages(${keyPrefix}) as recalled`,
  );
  return row?.recalled === true;
}

/** Texts that a later change has overtaken do not leave any more; the notices stay as they were told. */
export async function withdrawTexts(tx: Ctx, keyPrefix: string): Promise<void> {
  await tx.db.execute(sql`select withdraw_texts(${keyPrefix})`);
}
