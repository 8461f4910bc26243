import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/**
 * Whether a matter is the actor's own (回避): their own, that of somebody they are guardian of a child
 * together with, or that of their own child; and that of whom they act for as a deputy, with that family.
 * Nobody decides such a one, by whatever command. Asked in the actor's own name: as the system nobody has a
 * household.
 * @param of the account of who applied, and the child it is for where there is one
 */
export async function isOwnCase(
  tx: Ctx,
  of: { accountId: string | null; childId?: string | null },
): Promise<boolean> {
  if (tx.actor.kind !== 'account') return false;
  const [row] = await tx.db.execute<{ own: boolean }>(sql`
    select coalesce(${of.accountId}::uuid in (select app_recused()), false)
      or coalesce(${of.childId ?? null}::uuid in (select app_children()), false) as own`);
  return row?.own === true;
}

/** Whether an account is the actor's own, or of somebody they are guardian of a child together with. */
export async function isOwnFamily(tx: Ctx, accountId: string): Promise<boolean> {
  if (tx.actor.kind !== 'account') return false;
  const [row] = await tx.db.execute<{ own: boolean }>(
    sql`select ${accountId}::uuid in (select app_household()) as own`,
  );
  return row?.own === true;
}

/** Whether the actor is a guardian of this child today, or the child itself, grown up. */
export async function isOwnChild(tx: Ctx, childId: string): Promise<boolean> {
  if (tx.actor.kind !== 'account') return false;
  const [row] = await tx.db.execute<{ own: boolean }>(
    sql`select ${childId}::uuid in (select app_children()) as own`,
  );
  return row?.own === true;
}
