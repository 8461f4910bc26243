import 'server-only';
import { sql } from 'drizzle-orm';
import { rollStatuses } from '@/features/bookings/queries/status-lists';
import type { Ctx } from '@/lib/ctx';

/** 18/20: who stands as present at a meeting, of all who hold a place. As the system. */
export async function countPresent(
  systemTx: Ctx,
  sessionId: string,
  on: string,
): Promise<{ present: number; expected: number }> {
  const [row] = await systemTx.db.execute<{ present: number; expected: number }>(sql`
    select
      (select count(*)::int from (
        select distinct on (booking_id) kind from check_ins
        where session_id = ${sessionId} and meeting_on = ${on} and repeat_of is null and kind <> 'out'
        order by booking_id, seq desc) newest where kind = 'in') as present,
      (select count(*)::int from bookings
        where session_id = ${sessionId} and status in ${rollStatuses}) as expected`);
  return row ?? { present: 0, expected: 0 };
}
