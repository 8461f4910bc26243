import 'server-only';
import { sql } from 'drizzle-orm';
import { enqueueEach } from '@/lib/jobs/enqueue';
import { sealField } from '../crypto/field';
import type { Ctx } from '../ctx';
import { newId } from '../ids';
import { type OutboxNotice, outboxBody } from './outbox';

/** Rows of one statement; the text of a parameter stays well below PostgreSQL's limit. */
const BATCH = 1000;

const visible = sql`clock_timestamp() + make_interval(secs => n.delay)`;

const noticeOf = (n: OutboxNotice) => ({
  id: newId(),
  account_id: n.accountId,
  title: n.title,
  body: n.body,
  link: n.link ?? null,
  dedupe_key: n.dedupeKey,
  quiet: n.quiet ?? false,
  delay: n.delaySeconds ?? 0,
});

function textOf(n: OutboxNotice) {
  if (!n.sms) return [];
  const id = newId();
  const { text, params, template } = n.sms;
  const body = sealField(JSON.stringify({ text, params }), outboxBody(id));
  const delay = n.delaySeconds ?? 0;
  const row = { id, account_id: n.accountId, template, body, dedupe_key: n.dedupeKey, delay };
  return [row];
}

/**
 * Tells many accounts at once what one event came to, with as many statements as there are thousands:
 * a draw of 10,000 must not hold its lock for as many round trips. Same rules as `notify`: told once.
 */
export async function notifyMany(tx: Ctx, notices: readonly OutboxNotice[]): Promise<void> {
  for (let at = 0; at < notices.length; at += BATCH) {
    const some = notices.slice(at, at + BATCH);
    await tx.db.execute(sql`
      insert into notices (id, account_id, title, body, link, dedupe_key, visible_at, read_at)
      select n.id, n.account_id, n.title, n.body, n.link, n.dedupe_key, ${visible},
        case when n.quiet then ${visible} end
      from jsonb_to_recordset(${JSON.stringify(some.map(noticeOf))}::jsonb)
        as n(id uuid, account_id uuid, title text, body text, link text, dedupe_key text,
          quiet boolean, delay int)
      on conflict do nothing`);
    const texts = some.flatMap(textOf);
    if (texts.length === 0) continue;
    await tx.db.execute(sql`
      insert into outbox (id, channel, account_id, template, params, body_sealed, dedupe_key, send_after)
      select n.id, 'sms', n.account_id, n.template, '{}'::jsonb, n.body, n.dedupe_key,
        now() + make_interval(secs => n.delay)
      from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
        as n(id uuid, account_id uuid, template text, body text, dedupe_key text, delay int)
      on conflict do nothing`);
    // One that was told before has no row, and its job finds nothing to send.
    const ids = texts.map(({ id }) => id);
    const wait = Math.max(...texts.map(({ delay }) => delay));
    const runAt = sql`now() + make_interval(secs => ${wait})`;
    await enqueueEach(tx, { task: 'deliver_message', prefix: 'message', ids, runAt });
  }
}
