import 'server-only';
import { eq } from 'drizzle-orm';
import { draws } from '@/db/schema/draws';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';

/** Which session and offering a draw belongs to; null for an unknown id. */
export async function findDraw(tx: Ctx, id: string) {
  if (!isUuid(id)) return null;
  const [row] = await tx.db
    .select({
      id: draws.id,
      sessionId: draws.sessionId,
      offeringId: draws.offeringId,
      status: draws.status,
    })
    .from(draws)
    .where(eq(draws.id, id));
  return row ?? null;
}
