import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/** Writes on a booking by which version of the rules it was judged last, where that has changed. */
export async function recordRulesVersion(tx: Ctx, bookingId: string): Promise<void> {
  await tx.db.execute(sql`update bookings b set rules_version = o.rules_version from offerings o
    where b.id = ${bookingId}::uuid and o.id = b.offering_id
      and b.rules_version is distinct from o.rules_version`);
}
