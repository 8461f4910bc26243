import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { ownBookings } from '@/features/bookings/queries/own-bookings';
import type { GatheredFacts } from '@/features/eligibility/queries/facts';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import type { Entered, Places } from '@/features/places/rules/places';
import type { Ctx } from '@/lib/ctx';
import { drawStatusOf } from '../queries/draw-row';
import { entryGranted, equalUntil, isDrawn, wayIn } from '../rules/entering';
import { announceDraw } from './announce-draw';

/**
 * Under the capacity lock: an entry instead of a place, where places are drawn. Nothing is asked of
 * the database for an offering that is first come from its first second.
 * @returns null where booking goes on as usual, `frozen` when the list is sealed already
 */
export async function enterDraw(
  tx: Ctx,
  sessionId: string,
  { offering }: GatheredFacts['found'],
  places: Places,
): Promise<Entered | 'frozen' | null> {
  const terms = allocationTerms.parse(offering.allocationTerms);
  const { allocation } = offering;
  const about = {
    allocation,
    equalMinutes: terms.equalMinutes,
    bookingOpensAt: offering.opensAt === null ? null : new Date(offering.opensAt),
  };
  if (!isDrawn(about)) return null;
  const status = await drawStatusOf(tx, sessionId);
  const way = wayIn({ ...about, status }, tx.now);
  if (way === 'book') return null;
  if (way === 'frozen') return 'frozen';
  if (status === null) {
    await announceDraw(tx, {
      sessionId,
      offeringId: offering.id,
      terms,
      equalUntil: equalUntil(about),
      closesAt: offering.closesAt === null ? null : new Date(offering.closesAt),
    });
  }
  return entryGranted(places);
}

/**
 * Siblings who go together: the token of a child of the same parents who has entered this session, or
 * a new one that both get.
 * @param bookingId the entry that is being made; its id becomes the token of a new household
 */
export async function joinSiblings(
  tx: Ctx,
  sessionId: string,
  bookingId: string,
): Promise<string | null> {
  const mine = and(
    eq(bookings.sessionId, sessionId),
    eq(bookings.status, 'entered'),
    ne(bookings.id, bookingId),
    ownBookings(tx),
  );
  const entered = await tx.db
    .select({ id: bookings.id, householdId: bookings.householdId })
    .from(bookings)
    .where(mine);
  if (entered.length === 0) return null;
  const household = entered.find((b) => b.householdId)?.householdId ?? bookingId;
  await tx.db
    .update(bookings)
    .set({ householdId: household })
    .where(and(mine, isNull(bookings.householdId)));
  return household;
}
