import type { BookingStatus } from '@/features/bookings/rules/booking';

export type OfferRefusal = 'offer_over' | 'offer_gone';

interface Offered {
  readonly status: BookingStatus;
  readonly offerExpiresAt: Date | null;
}

/**
 * Whether the person may still say yes: while the place is held and its time is not over. The deadline
 * itself is too late, as for every deadline of a booking. Source: domain.md §3.5.
 * @returns null when they may
 */
export function refuseClaim({ status, offerExpiresAt }: Offered, now: Date): OfferRefusal | null {
  if (status === 'lapsed') return 'offer_over';
  if (status !== 'offered' || !offerExpiresAt) return 'offer_gone';
  return now < offerExpiresAt ? null : 'offer_over';
}

/**
 * The time of an offer that nobody answered is over. Source: domain.md §3.5.
 */
export const hasLapsed = ({ status, offerExpiresAt }: Offered, now: Date): boolean =>
  status === 'offered' && offerExpiresAt !== null && offerExpiresAt <= now;

export interface Delivery {
  /** Texts about this offer, by how they stand. */
  readonly sent: number;
  readonly failed: number;
  /** The notice in the portal has been opened. */
  readonly seen: boolean;
}

/**
 * Whether no channel brought the offer to its person: a text was tried and none arrived, and nobody
 * opened the notice. What was never texted relies on the notice and is not held longer.
 * Source: domain.md §3.5.
 */
export const reachedNobody = ({ sent, failed, seen }: Delivery): boolean =>
  failed > 0 && sent === 0 && !seen;
