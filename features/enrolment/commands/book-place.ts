import 'server-only';
import { mapConstraintErrors } from '@/features/bookings/steps/map-constraint-errors';
import { soldOutFor } from '@/features/places/queries/sold-out';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { limitConcurrency } from '@/lib/limits/concurrency';
import { isRefusal, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { BookPlaceInput } from '../schema/booking';
import { type BookingReceipt, type BookRefusal, takePlaceFor } from '../steps/take-place-for';

/**
 * Books one place for the signed-in member or for their child: exactly as many as there are, whoever
 * comes at the same instant (security.md §1.2). Full means the end of the queue, approval means the
 * place is held. Eligibility was shown before; it is decided here, on facts read under the lock. Throws
 * NotFound for a session that the member does not see, and for an attendee whom it is not for.
 * Refuses `missing` with words for the fields; `questions` while an answer is owed; `frozen` once
 * the list of the draw is sealed; `full` when the queue is full, too; `already_booked` for a second
 * booking of the same.
 * @unaudited it is, in `takePlaceFor`
 * @returns the receipt, or why not: `ineligible` carries the rule, its words and the way out
 */
export async function bookPlace(
  ctx: Ctx,
  input: BookPlaceInput,
): Promise<Result<BookingReceipt, BookRefusal>> {
  const book = async (tx: Ctx) => {
    authorize(tx.actor.kind === 'account' && tx.actor.personId !== null);
    return takePlaceFor(tx, input, null);
  };
  // Everybody saw free places when they came; once they are gone, one look answers all who still wait.
  const whenGone = {
    who: accountOf(ctx.actor) ?? '',
    suggests: (answer: Result<BookingReceipt, BookRefusal>) =>
      isRefusal(answer) && answer.reason === 'full',
    look: (waiting: readonly string[]) => soldOutFor(ctx, input.sessionId, waiting),
    answer: () => refuse('full' as const),
  };
  return mapConstraintErrors(() =>
    limitConcurrency(input.sessionId, () => transaction(ctx, book), whenGone),
  );
}
