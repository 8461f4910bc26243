import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offerings } from '@/db/schema/offerings';
import {
  type BookingRow,
  findBookingRow,
  noticeFacts,
} from '@/features/bookings/queries/booking-row';
import { bookingNoticeKey } from '@/features/bookings/rules/booking-notice';
import { findNoShowStatus } from '@/features/eligibility/queries/no-shows';
import { noShowConsequence } from '@/features/eligibility/rules/no-show-record';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { notify, recallMessages } from '@/lib/messaging/outbox';
import { transaction } from '@/lib/transaction';
import { absentNotice } from '../messages';

/**
 * Tells whoever was marked absent that it counts, and how near the limit is (domain.md §3.6). Call it
 * after the mark; says nothing where the offering does not hold no-shows against anyone.
 * @param version the version that the mark made
 */
export async function warnAbsent(
  tx: Ctx,
  booking: BookingRow,
  version: number,
  rules: Record<string, unknown>,
): Promise<void> {
  const who = { attendeeId: booking.childId ?? booking.personId, kind: booking.kind };
  const noShowStatus = await findNoShowStatus(tx, who, rules);
  if (!noShowStatus) return;
  const today = todayOn(tx.now);
  const consequence = noShowConsequence(noShowStatus, noShowStatus.terms, (on) =>
    formatDay(on, today),
  );
  await notify(tx, {
    accountId: booking.accountId,
    ...absentNotice(noticeFacts(booking, version), consequence),
  });
}

/** A mark that was wrong takes its warning back, as long as it has not been read by SMS. */
export const unwarnAbsent = (tx: Ctx, booking: BookingRow): Promise<boolean> =>
  recallMessages(tx, `${bookingNoticeKey(booking)}absent`);

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
