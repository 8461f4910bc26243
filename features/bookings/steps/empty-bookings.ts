import 'server-only';
import { and, eq, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { overStatuses } from '../queries/status-lists';
import { bookingKeepDays } from '../settings';

/** What stays for the totals after a person is gone: kind, session, status, dates. */
const cleared = {
  healthSealed: null,
  answersSealed: null,
  reason: null,
  nameGrams: [],
  pinyin: null,
  attendeeMasked: '已删除',
  phoneTail: '',
};

/**
 * Empties what names the person in bookings that are over (PIPL 47). What lies ahead is cancelled
 * first, by the person or by whoever ends the account. Run it as the system.
 * @returns how many bookings were emptied
 */
export async function eraseBookings(tx: Ctx, personId: string): Promise<number> {
  const over = sql`(${bookings.status} in ${overStatuses} or exists (
    select 1 from offering_sessions s where s.id = ${bookings.sessionId} and s.ends_at < now()))`;
  const emptied = await tx.db
    .update(bookings)
    .set({ ...cleared, updatedAt: tx.now })
    .where(and(eq(bookings.personId, personId), over))
    .returning({ id: bookings.id });
  return emptied.length;
}

/** Names of bookings that ended long ago go; kind, session, status and dates stay for totals and repeats. */
async function forgetOld(tx: Ctx): Promise<number> {
  const { days } = await readSettings(tx, { days: bookingKeepDays });
  const old = tx.db
    .select({ id: offeringSessions.id })
    .from(offeringSessions)
    .where(lt(offeringSessions.endsAt, sql`now() - make_interval(days => ${days}::int)`));
  const emptied = await tx.db
    .update(bookings)
    .set(cleared)
    .where(
      and(inArray(bookings.sessionId, old), ne(bookings.attendeeMasked, cleared.attendeeMasked)),
    )
    .returning({ id: bookings.id });
  return emptied.length;
}

/**
 * Health notes and pick-up people go when the class is over (domain.md §3.2), or at once when the place
 * was given up; whose booking it was, after `booking_keep_days`. A job calls it daily.
 * @returns how many bookings were relieved of something
 */
export async function expireBookings(tx: Ctx): Promise<number> {
  const ended = tx.db
    .select({ id: offeringSessions.id })
    .from(offeringSessions)
    .where(lt(offeringSessions.endsAt, sql`now() - interval '1 day'`));
  const relieved = await tx.db
    .update(bookings)
    .set({ healthSealed: null, answersSealed: null })
    .where(
      and(
        or(inArray(bookings.sessionId, ended), sql`${bookings.status} in ${overStatuses}`),
        sql`(${bookings.healthSealed} is not null or ${bookings.answersSealed} is not null)`,
      ),
    )
    .returning({ id: bookings.id });
  return relieved.length + (await forgetOld(tx));
}
