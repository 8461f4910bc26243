import 'server-only';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { type GroupFacts, groupsOf } from '../rules/criteria';
import type { OfferHours } from '../rules/deadline';
import { offerSettings } from '../settings';

/**
 * What passing a place on depends on, besides the places: is it still going on, and by which terms. Throws
 * NotFound for a session that there is not.
 */
export async function readWaitlistContext(tx: Ctx, sessionId: string) {
  const [row] = await tx.db
    .select({
      id: offeringSessions.id,
      startsAt: offeringSessions.startsAt,
      cancelledAt: offeringSessions.cancelledAt,
      offeringId: offerings.id,
      status: offerings.status,
      needsApproval: offerings.needsApproval,
      terms: offerings.allocationTerms,
    })
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(eq(offeringSessions.id, sessionId));
  if (!row) throw new NotFound('session');
  const ended = row.cancelledAt !== null || row.status === 'cancelled' || row.status === 'finished';
  const { waitlist, siblings } = allocationTerms.parse(row.terms);
  const together = siblings === 'together';
  return { ...row, ended, started: row.startsAt <= tx.now, waitlist, together };
}

export type WaitlistContext = Awaited<ReturnType<typeof readWaitlistContext>>;

/** The numbers an offer is counted by: the offering's own, else those of the portal. */
export async function readOfferHours(
  tx: Ctx,
  waitlist: Partial<Record<keyof OfferHours, number | undefined>>,
): Promise<OfferHours> {
  const defaults = await readSettings(tx, offerSettings);
  const own = Object.entries(waitlist).filter(
    ([key, value]) => key in defaults && typeof value === 'number',
  );
  return { ...defaults, ...Object.fromEntries(own) };
}

/**
 * By which a member belongs to a group: null once they have left the union. The outer row is named in
 * plain text: in a select of one table Drizzle leaves the table's name out, and any membership would fit.
 */
const memberFacts = sql<GroupFacts | null>`(select json_build_object(
    'occupationCode', m.occupation_code, 'isNewForm', m.is_new_form, 'attendeeId', bookings.attendee_id,
    'unionPath', (select json_agg(c.ancestor_id) from organisation_closure c
      where c.descendant_id = m.organisation_id))
  from memberships m where m.person_id = bookings.person_id and m.status <> 'left' limit 1)`;

/** Who waits behind the place `after`, in the order of the queue, with what groups are drawn by. */
export async function listQueue(tx: Ctx, sessionId: string, after: number, limit: number) {
  return tx.db
    .select({
      id: bookings.id,
      queueNo: bookings.queueNo,
      householdId: bookings.householdId,
      member: memberFacts,
    })
    .from(bookings)
    .where(
      and(
        eq(bookings.sessionId, sessionId),
        eq(bookings.status, 'waitlisted'),
        gt(bookings.queueNo, after),
      ),
    )
    .orderBy(asc(bookings.queueNo))
    .limit(limit);
}

/** Ids of the carve-outs that one booking's attendee belongs to, by the 会籍 of now. */
export async function readMemberGroups(
  tx: Ctx,
  bookingId: string,
  carveOuts: Parameters<typeof groupsOf>[0],
): Promise<string[]> {
  if (carveOuts.length === 0) return [];
  const [row] = await tx.db
    .select({ member: memberFacts })
    .from(bookings)
    .where(eq(bookings.id, bookingId));
  return groupsOf(carveOuts, row?.member ?? null);
}

/** What applies to offers where an offering fills nothing in. */
export async function readOfferDefaults(ctx: Ctx): Promise<OfferHours> {
  return read(ctx, (tx) => readSettings(tx, offerSettings));
}
