import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { BookingRow } from '../queries/booking-row';
import { gatherFacts } from '../queries/facts';
import { decideEligibility } from '../rules/eligibility/decide';

export interface Barred {
  /** For the ledger, which must not hold names. */
  readonly rule: string;
  readonly words: string;
}

/**
 * Why a person who holds this booking may not have the place any more, or null: the same rules as
 * before applying, on facts as they are now. That booking has closed since is no reason; the booking
 * itself does not stand in its own way.
 */
export async function whyBarred(
  tx: Ctx,
  booking: Pick<BookingRow, 'id' | 'offeringId' | 'sessionId' | 'personId' | 'childId'>,
): Promise<Barred | null> {
  const gathered = await gatherFacts(tx, booking);
  if (!gathered) return { rule: 'guardian', words: '孩子已不在您的家庭里' };
  const others = gathered.facts.others.filter((other) => other.bookingId !== booking.id);
  const { failed } = decideEligibility({ ...gathered.facts, others }, [
    'window',
    'duplicate',
    'cycling',
    'channel',
  ]);
  if (!failed) return null;
  return { rule: failed.rule, words: [failed.reason, failed.note].filter(Boolean).join('，') };
}
