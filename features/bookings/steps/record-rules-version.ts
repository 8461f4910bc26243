import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/** Writes on a booking by which versions of the rules it was judged last, where they have changed. */
export async function recordRulesVersion(tx: Ctx, bookingId: string): Promise<void> {
  await tx.db.execute(sql`update bookings b
    set rules_version = o.rules_version, session_rules_version = s.rules_version
    from offerings o, offering_sessions s
    where b.id = ${bookingId}::uuid and o.id = b.offering_id and s.id = b.session_id
      and (b.rules_version, b.session_rules_version) is distinct from (o.rules_version, s.rules_version)`);
}
