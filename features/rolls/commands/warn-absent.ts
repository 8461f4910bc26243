import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offerings } from '@/db/schema/offerings';
import { findBookingRow } from '@/features/bookings/queries/booking-row';
import type { Ctx } from '@/lib/ctx';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { transaction } from '@/lib/transaction';
import { warnAbsent } from '../steps/warn-absent';

/**
 * The net under it: absences of the last day that count and that nobody was told of, such as those that a scanned roll
 * left over. A second run finds nothing, because the notice's key is the booking's version.
 * @unaudited a notice about a mark that is on record itself
 * @open the worker calls it as the system
 */
export async function warnAllAbsent(ctx: Ctx): Promise<Swept> {
  const found = await transaction(ctx, (tx) =>
    tx.db
      .select({ id: bookings.id, version: bookings.version, rules: offerings.rules })
      .from(bookings)
      .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
      .where(
        and(
          eq(bookings.status, 'absent'),
          sql`${bookings.updatedAt} > now() - interval '1 day'`,
          sql`not exists (select 1 from absence_excuses x
            where x.booking_id = ${bookings.id} and x.status in ('accepted', 'excused'))`,
          sql`not exists (select 1 from notices n
            where n.dedupe_key = 'booking:' || ${bookings.id} || ':' || ${bookings.version} || ':absent')`,
        ),
      ),
  );
  return sweep('warn_absent', found, ({ id, version, rules }) =>
    transaction(ctx, async (tx) => {
      const booking = await findBookingRow(tx, id);
      if (booking) await warnAbsent(tx, booking, version, rules);
    }),
  );
}
