import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { venues } from '@/db/schema/venues';
import type { Ctx } from '@/lib/ctx';

/** The places of a closed union are looked after by another, which has none of the same name. */
export async function passVenues(tx: Ctx, fromId: string, toId: string): Promise<void> {
  await tx.db
    .update(venues)
    .set({ organisationId: toId, version: sql`${venues.version} + 1` })
    .where(eq(venues.organisationId, fromId));
}

/** Places in a town that was merged into another lie in that one. */
export async function moveVenuesToTown(tx: Ctx, fromId: string, toId: string): Promise<void> {
  await tx.db.update(venues).set({ townId: toId }).where(eq(venues.townId, fromId));
}
