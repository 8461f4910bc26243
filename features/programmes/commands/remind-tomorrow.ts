import 'server-only';
import { and, eq, gte, isNull, lt } from 'drizzle-orm';
import { bookings, offeringSessions, offerings } from '@/db/schema/programmes';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { notifyMany } from '@/lib/outbox-many';
import { transaction } from '@/lib/transaction';
import { tomorrowNotice } from '../rules/reminder';

/**
 * Reminds everyone who holds a place in what starts tomorrow, once for each place and day.
 * @unaudited a reminder changes nothing
 * @open the worker calls it as the house
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
        place: offeringSessions.place,
      })
      .from(bookings)
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
      .where(
        and(
          eq(bookings.status, 'booked'),
          isNull(offeringSessions.cancelledAt),
          gte(offeringSessions.startsAt, startOfDay(on)),
          lt(offeringSessions.startsAt, startOfDay(addDays(on, 1))),
        ),
      );
    await notifyMany(
      tx,
      coming.map((one) => ({ accountId: one.accountId, ...tomorrowNotice(one, on) })),
    );
    return coming.length;
  });
}
