import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from './ctx';

/**
 * Whether a matter is the actor's own (回避): their own, that of somebody they are guardian of a child
 * together with, or that of their own child. Nobody decides such a one, by whatever command. Asked in
 * the actor's own name: as the system nobody has a household.
 * @param of the account of who applied, and the child it is for where there is one
 */
export async function isOwnCase(
  tx: Ctx,
  of: { accountId: string | null; childId?: string | null },
): Promise<boolean> {
  if (tx.actor.kind !== 'account') return false;
  const [row] = await tx.db.execute<{ own: boolean }>(sql`
    select coalesce(${of.accountId}::uuid in (select app_household()), false)
      or coalesce(${of.childId ?? null}::uuid in (select app_children()), false) as own`);
  return row?.own === true;
}

/** The same of a draw: whether anybody of the actor's household is on the list of this session. */
export async function isOwnDraw(tx: Ctx, sessionId: string): Promise<boolean> {
  if (tx.actor.kind !== 'account') return false;
  const [row] = await tx.db.execute<{ own: boolean }>(sql`
    select exists (select 1 from bookings where session_id = ${sessionId}::uuid
      and entry_no is not null and status not in ('cancelled', 'refused')
      and (account_id in (select app_household()) or child_id in (select app_children()))) as own`);
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
      and (account_id in (select app_household()) or child_id in (select app_children()))`);
  return new Set(rows.map((row) => row.id));
}

/** Whether the actor is a guardian of this child today, or the child itself, grown up. */
export async function isOwnChild(tx: Ctx, childId: string): Promise<boolean> {
  if (tx.actor.kind !== 'account') return false;
  const [row] = await tx.db.execute<{ own: boolean }>(
    sql`select ${childId}::uuid in (select app_children()) as own`,
  );
  return row?.own === true;
}
