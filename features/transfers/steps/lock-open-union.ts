import 'server-only';
import { eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';

/**
 * Whether a union is open, and stays so until the transaction ends: whoever closes it comes before or after, never
 * between the look and the write. As the system.
 */
export async function lockOpenUnion(systemTx: Ctx, id: string): Promise<boolean> {
  const [union] = await systemTx.db
    .select({ closedAt: organisations.closedAt })
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('share');
  return union?.closedAt === null;
}
