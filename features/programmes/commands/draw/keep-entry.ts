import 'server-only';
import { eq } from 'drizzle-orm';
import { bookingClaims } from '@/db/schema/draws';
import { bookings } from '@/db/schema/programmes';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import type { Ctx } from '@/lib/ctx';
import { claimsIn } from '../../rules/draw/tiers';
import type { Making } from '../booking-parts';
import { joinSiblings } from './enter-draw';

/**
 * What an entry says besides: the priorities it claims, each to be proved to an officer before the list
 * is sealed, and that it goes together with a sibling's.
 * @open part of booking, which has been authorised
 */
export async function keepEntry(tx: Ctx, making: Making): Promise<void> {
  const { bookingId, input, actor, found } = making;
  const terms = allocationTerms.parse(found.offering.allocationTerms);
  const claims = claimsIn(terms.tiers, input);
  if (claims.length > 0) {
    await tx.db
      .insert(bookingClaims)
      .values(claims.map((tierKey) => ({ bookingId, tierKey, createdAt: tx.now })));
  }
  if (terms.siblings === 'none' || !input.withSiblings) return;
  const householdId = await joinSiblings(tx, input.sessionId, actor.accountId, bookingId);
  if (!householdId) return;
  await tx.db.update(bookings).set({ householdId }).where(eq(bookings.id, bookingId));
}
