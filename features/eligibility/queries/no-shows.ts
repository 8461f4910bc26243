import 'server-only';
import { and, eq } from 'drizzle-orm';
import { absenceExcuses } from '@/db/schema/absences';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { type Kind, offeringRules } from '@/features/offerings/schema/offering';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { within } from '@/lib/transaction';
import {
  type NoShowStatus,
  type NoShowTerms,
  noShowStatus,
  noShowTermsOf,
} from '../rules/no-show-record';
import { noShowBarDays, noShowLimit, noShowWithinDays } from '../settings';

const declared = { limit: noShowLimit, withinDays: noShowWithinDays, barDays: noShowBarDays };

/** The numbers that were set, by their keys, filled up with the declared ones. */
export const noShowDefaults = (set: Record<string, number>): NoShowTerms => ({
  limit: set[noShowLimit.key] ?? noShowLimit.fallback,
  withinDays: set[noShowWithinDays.key] ?? noShowWithinDays.fallback,
  barDays: set[noShowBarDays.key] ?? noShowBarDays.fallback,
});

/**
 * How an attendee stands with 爽约 of one kind, by the terms of one offering. The system reads: the
 * officer who marks a roll may not see what the person has booked elsewhere, only the count.
 * @returns null when the offering does not hold no-shows against anyone
 */
export async function findNoShowStatus(
  tx: Ctx,
  who: { attendeeId: string; kind: Kind },
  rules: Record<string, unknown>,
): Promise<(NoShowStatus & { terms: NoShowTerms }) | null> {
  const terms = noShowTermsOf(offeringRules.parse(rules), await readSettings(tx, declared));
  if (!terms) return null;
  const missed = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db
      .select({ startsAt: offeringSessions.startsAt, excuse: absenceExcuses.status })
      .from(bookings)
      .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
      .leftJoin(absenceExcuses, eq(absenceExcuses.bookingId, bookings.id))
      .where(
        and(
          eq(bookings.attendeeId, who.attendeeId),
          eq(bookings.kind, who.kind),
          eq(bookings.status, 'absent'),
        ),
      ),
  );
  const days = missed
    .filter(({ excuse }) => excuse !== 'accepted' && excuse !== 'excused')
    .map(({ startsAt }) => todayOn(startsAt));
  return { ...noShowStatus(days, terms, todayOn(tx.now)), terms };
}
