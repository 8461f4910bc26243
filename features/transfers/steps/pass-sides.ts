import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/**
 * The side of a transfer that lies with the level above a union follows it to the new one, its day unchanged: what
 * was passed up, and appeals. As the system.
 */
export async function passSides(
  systemTx: Ctx,
  { unionId, before, after }: { unionId: string; before: string; after: string },
): Promise<void> {
  await systemTx.db.execute(sql`update transfer_sides s set desk_id = ${after}::uuid from transfers t
    where t.id = s.transfer_id and t.status in ('proposed', 'open') and s.desk_id = ${before}::uuid
      and case s.side when 'out' then t.from_id else t.to_id end = ${unionId}::uuid`);
}
