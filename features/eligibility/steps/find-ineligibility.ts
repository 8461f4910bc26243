import 'server-only';
import type { BookingRow } from '@/features/bookings/queries/booking-row';
import { holdsPlace } from '@/features/bookings/rules/booking';
import type { Ctx } from '@/lib/ctx';
import { gatherFacts } from '../queries/facts';
import { gatherFactsOfList } from '../queries/facts-of-list';
import { decideEligibility } from '../rules/decide';
import type { Check, RuleName } from '../rules/facts';
import { ineligibleWords, orphaned, recheckEligibility, without } from '../rules/ineligibility';
import { runningShares } from '../rules/running-shares';
import { lockHousehold } from './lock-household';

export interface Ineligibility {
  /** For the ledger, which must not hold names. */
  readonly rule: string;
  readonly words: string;
}

type Checked = Pick<BookingRow, 'id' | 'offeringId' | 'sessionId' | 'personId' | 'childId'>;

/** Why a person who holds this booking may not have the place any more, or null, on facts as of now, behind the lock of their family. */
export async function findIneligibility(tx: Ctx, booking: Checked): Promise<Ineligibility | null> {
  const first = await gatherFacts(tx, booking);
  const gathered = first && (await lockHousehold(tx, booking, first));
  if (!gathered) return orphaned;
  const { failed } = recheckEligibility(gathered.facts, booking.id);
  return failed && { rule: failed.rule, words: ineligibleWords(failed) };
}

/** What a move within an offering leaves aside: the person has the place already. */
const voidInMove: readonly RuleName[] = ['window', 'no_show', 'family'];
/** Besides, when the organiser moves them: by which way they came, and what they cancelled. */
const voidAtDesk: readonly RuleName[] = ['channel', 'cycling'];

/**
 * Which rule bars somebody from the session they would go over to, judged on its day and behind the lock
 * of their family; their own booking stands in nobody's way. Null when none does.
 * @param booking with the session it would lie in
 * @param by the person themselves, or the organiser
 */
export async function findMoveIneligibility(
  tx: Ctx,
  booking: Checked,
  by: 'owner' | 'desk' = 'owner',
): Promise<Check | null> {
  const first = await gatherFacts(tx, booking);
  const gathered = first && (await lockHousehold(tx, booking, first));
  if (!gathered) return { rule: 'membership', outcome: 'fail', reason: orphaned.words };
  const skipped = by === 'desk' ? [...voidInMove, ...voidAtDesk] : voidInMove;
  return decideEligibility(without(gathered.facts, booking.id), skipped).failed;
}

/**
 * Which rule bars each of many from the session they would go over to together, judged on its day by the
 * rules of a move at the desk, each after those before that hold a place (按单位的名额); whom none bars is left out. The caller has locked their families.
 * @param systemTx as the system: callers have authorised, and pass on outcomes
 */
export async function findMoveIneligibilities(
  systemTx: Ctx,
  target: { offeringId: string; sessionId: string },
  bookings: readonly (Checked & Pick<BookingRow, 'status'>)[],
): Promise<Map<string, Check>> {
  const gathered = await gatherFactsOfList(systemTx, target, bookings);
  const shares = runningShares();
  const found = bookings.flatMap(({ id, status }, at): [string, Check][] => {
    const facts = gathered[at]?.facts;
    if (!facts) return [[id, { rule: 'membership', outcome: 'fail', reason: orphaned.words }]];
    const own = shares.after(without(facts, id));
    const { failed } = decideEligibility(own, [...voidInMove, ...voidAtDesk]);
    if (failed) return [[id, failed]];
    if (holdsPlace(status)) shares.take(facts);
    return [];
  });
  return new Map(found);
}
