import 'server-only';
import { and, eq, or } from 'drizzle-orm';
import { moveRequests } from '@/db/schema/moves';
import type { Ctx } from '@/lib/ctx';

export type MoveRequestRow = typeof moveRequests.$inferSelect;

/** The question that stands about one booking, as far as the actor sees it; null when nobody is asked. */
export async function findOpenRequest(tx: Ctx, bookingId: string): Promise<MoveRequestRow | null> {
  const [row] = await tx.db
    .select()
    .from(moveRequests)
    .where(
      and(
        eq(moveRequests.status, 'asked'),
        or(eq(moveRequests.bookingId, bookingId), eq(moveRequests.otherBookingId, bookingId)),
      ),
    );
  return row ?? null;
}
