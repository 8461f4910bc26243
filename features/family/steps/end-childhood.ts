import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { children, guardians } from '@/db/schema/family';
import type { Ctx } from '@/lib/ctx';

/**
 * From 18 on (民法典 17): the guardians find nothing of the child any more, and what was agreed to on its
 * behalf is the grown person's own. As the system, in the caller's transaction.
 */
export async function endChildhood(systemTx: Ctx, childId: string): Promise<void> {
  await systemTx.db
    .update(children)
    .set({ cameOfAgeAt: systemTx.now })
    .where(eq(children.id, childId));
  await systemTx.db
    .update(guardians)
    .set({ status: 'ended', endedAt: systemTx.now })
    .where(and(eq(guardians.childId, childId), isNull(guardians.endedAt)));
}
