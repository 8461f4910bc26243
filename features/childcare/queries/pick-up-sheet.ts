import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { pickUpDay } from '../rules/fetchers';
import { enterClass, mayLookAfter } from './class-access';

/**
 * The 接送表 of a class before a reason is given: masked names in the order of booking, and the day it is
 * for (`asked` where the class meets on it). For the class's own staff and its officers; throws NotFound
 * for everyone else.
 */
export async function getPickUpSheet(ctx: Ctx, sessionId: string, asked: string | undefined) {
  return read(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    const lines = await tx.db
      .select({ bookingId: bookings.id, child: bookings.attendeeMasked })
      .from(bookings)
      .where(and(eq(bookings.sessionId, sessionId), inArray(bookings.status, [...onTheRoll])))
      .orderBy(asc(bookings.createdAt), asc(bookings.id));
    const days = meetingsOf(timedOf(facts)).map(({ on }) => on);
    const today = todayOn(tx.now);
    return {
      ...facts,
      looksAfter: mayLookAfter(tx, facts),
      lines,
      days,
      on: pickUpDay(days, asked, today),
      today,
      now: tx.now,
    };
  });
}
