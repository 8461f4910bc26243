import 'server-only';
import { bookingClaims } from '@/db/schema/draws';
import { joinHousehold } from '@/features/bookings/steps/join-household';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import type { Ctx } from '@/lib/ctx';
import { claimsIn } from '../rules/tiers';

export interface DrawEntry {
  readonly bookingId: string;
  readonly sessionId: string;
  /** `offerings.allocation_terms` as stored. */
  readonly terms: unknown;
  /** The form of the entry: `claim1`… and `withSiblings`, each true when ticked. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * What an entry says besides: the priorities it claims, each to be proved to an officer before the list
 * is sealed, and that it goes together with a sibling's.
 */
export async function saveEntryClaims(tx: Ctx, entry: DrawEntry): Promise<void> {
  const { bookingId, sessionId, input } = entry;
  const terms = allocationTerms.parse(entry.terms);
  const claims = claimsIn(terms.tiers, input);
  if (claims.length > 0) {
    await tx.db
      .insert(bookingClaims)
      .values(claims.map((tierKey) => ({ bookingId, tierKey, createdAt: tx.now })));
  }
  if (terms.siblings === 'none' || input.withSiblings !== true) return;
  await joinHousehold(tx, sessionId, bookingId);
}
