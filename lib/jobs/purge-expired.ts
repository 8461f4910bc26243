import 'server-only';
import { sql } from 'drizzle-orm';
import { system } from '../actor';
import { makeCtx } from '../ctx';
import { transaction } from '../transaction';

/**
 * Removes counters, codes, receipts and ended sessions that nothing asks for any more. Sign-ins are
 * kept six months in the audit log (网络安全法 21), so the session rows themselves may go.
 */
export async function purgeExpired(): Promise<void> {
  await transaction(makeCtx(system()), async ({ db }) => {
    await db.execute(sql`select forget_old_attempts()`);
    await db.execute(
      sql`delete from known_devices where last_seen_at < now() - interval '2 years'`,
    );
    await db.execute(sql`delete from sms_codes where created_at < now() - interval '2 days'`);
    await db.execute(
      sql`delete from idempotency_keys where created_at < now() - interval '7 days'`,
    );
    await db.execute(sql`delete from bulk_runs where created_at < now() - interval '30 days'`);
    await db.execute(sql`delete from sessions
      where coalesce(ended_at, expires_at) < now() - interval '30 days'`);
    // Whose job is gone, however it went: nothing waits for ever, and an officer sees it.
    await db.execute(sql`update outbox set status = 'failed', last_error = coalesce(last_error, 'no_job')
      where status = 'waiting' and send_after < now() - interval '2 days'`);
    await db.execute(sql`update outbox set body_sealed = '', phone_sealed = null
      where status <> 'waiting' and created_at < now() - interval '30 days' and body_sealed <> ''`);
  });
}
