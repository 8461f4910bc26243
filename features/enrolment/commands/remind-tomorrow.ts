import 'server-only';
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { timedOf } from '@/features/offerings/rules/meetings';
import { remindersOf } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { transaction } from '@/lib/transaction';
import { remindedMeeting, tomorrowNotice } from '../rules/reminder';

/**
 * Reminds everyone who holds a place in what meets tomorrow, once for each place and meeting, as often
 * as the offering says.
 * @unaudited a reminder changes nothing
 * @open the worker calls it as the system
 * @returns how many hold such a place
 */
export async function remindTomorrow(ctx: Ctx): Promise<number> {
  return transaction(ctx, async (tx) => {
    const on = addDays(todayOn(tx.now), 1);
    const coming = await tx.db
      .select({
        id: bookings.id,
        accountId: bookings.accountId,
        kind: bookings.kind,
        title: offerings.title,
        startsAt: offeringSessions.startsAt,
        endsAt: offeringSessions.endsAt,
        details: offeringSessions.details,
        offeringDetails: offerings.details,
        place: offeringSessions.place,
      })
      .from(bookings)
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
      .where(
        and(
          eq(bookings.status, 'booked'),
          isNull(offeringSessions.cancelledAt),
          gt(offeringSessions.endsAt, startOfDay(on)),
          lt(offeringSessions.startsAt, startOfDay(addDays(on, 1))),
        ),
      );
    const notices = coming.flatMap((one) => {
      const times = timedOf(one);
      const meeting = remindedMeeting(times, remindersOf(one.offeringDetails), on);
      if (!meeting) return [];
      return [{ accountId: one.accountId, ...tomorrowNotice({ ...one, times, meeting }, on) }];
    });
    await notifyMany(tx, notices);
    return notices.length;
  });
}
