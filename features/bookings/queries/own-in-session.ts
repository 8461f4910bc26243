import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/** Whether a draw is the actor's own matter (回避): whether anybody of the actor's household, or
 * of whom the actor acts for, is on the list of this session. */
export async function isOwnDraw(tx: Ctx, sessionId: string): Promise<boolean> {
  if (tx.actor.kind !== 'account') return false;
  const [row] = await tx.db.execute<{ own: boolean }>(sql`
    select exists (select 1 from bookings where session_id = ${sessionId}::uuid
      and entry_no is not null and status not in ('cancelled', 'refused')
      and (account_id in (select app_recused()) or child_id in (select app_children()))) as own`);
  return row?.own === true;
}

/**
 * The bookings of a session that are the actor's own matter, by id: a roll, a scan, a list of
 * certificates leaves them to a colleague and goes on with the others.
 */
export async function ownBookingsIn(tx: Ctx, sessionId: string): Promise<ReadonlySet<string>> {
  if (tx.actor.kind !== 'account') return new Set();
  const rows = await tx.db.execute<{ id: string }>(sql`
    select id from bookings where session_id = ${sessionId}::uuid
      and (account_id in (select app_recused()) or child_id in (select app_children()))`);
  return new Set(rows.map((row) => row.id));
}
