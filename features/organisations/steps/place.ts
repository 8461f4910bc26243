import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';

/** The row, locked: who founds below it or closes it waits for the other. Null when unknown. */
export async function lockOrganisation(tx: Ctx, id: string) {
  const [row] = await tx.db
    .select()
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('no key update');
  return row ?? null;
}

/** Locks the root: two moves at once could each look sound and make a circle together. */
export async function lockTree(tx: Ctx): Promise<void> {
  await tx.db
    .select({ id: organisations.id })
    .from(organisations)
    .where(isNull(organisations.parentId))
    .for('no key update');
}

/** Whether an open 网上会员之家 stands directly below an organisation; one is the most. */
export async function hasHome(tx: Ctx, parentId: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ one: sql<number>`1` })
    .from(organisations)
    .where(
      and(
        eq(organisations.parentId, parentId),
        eq(organisations.kind, 'online_home'),
        isNull(organisations.closedAt),
      ),
    )
    .limit(1);
  return row !== undefined;
}
