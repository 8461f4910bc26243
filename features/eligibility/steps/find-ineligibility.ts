import 'server-only';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import type { Ctx } from '@/lib/ctx';
import { gatherFacts } from '../queries/facts';
import { ineligibleWords, orphaned, recheckEligibility } from '../rules/ineligibility';
import { lockHousehold } from './lock-household';

export interface Ineligibility {
  /** For the ledger, which must not hold names. */
  readonly rule: string;
  readonly words: string;
}

/** Why a person who holds this booking may not have the place any more, or null, on facts as of now, behind the lock of their family. */
export async function findIneligibility(
  tx: Ctx,
  booking: Pick<BookingRow, 'id' | 'offeringId' | 'sessionId' | 'personId' | 'childId'>,
): Promise<Ineligibility | null> {
  const first = await gatherFacts(tx, booking);
  const gathered = first && (await lockHousehold(tx, booking, first));
  if (!gathered) return orphaned;
  const { failed } = recheckEligibility(gathered.facts, booking.id);
  return failed && { rule: failed.rule, words: ineligibleWords(failed) };
}
