import 'server-only';
import { and, inArray, lte } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { actsFor } from '@/features/bookings/queries/acts-for';
import { type BookingRow, noticeFacts } from '@/features/bookings/queries/booking-row';
import { askedWhenMoved } from '@/features/bookings/rules/moved';
import { moveEndedNotice } from '@/features/bookings/rules/moved-notice';
import { changeBooking, moveBooking } from '@/features/bookings/steps/move-booking';
import { findIneligibility } from '@/features/eligibility/steps/find-ineligibility';
import { silenceOf } from '@/features/offerings/schema/offering';
import { freePlace } from '@/features/places/steps/free-place';
import { lockBooking } from '@/features/places/steps/lock-booking';
import type { LockedAvailability } from '@/features/places/steps/lock-places';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { read, transaction, within } from '@/lib/transaction';
import type { KeepMovedPlaceInput } from '../schema/booking';

/** The question is settled; a person who stayed by saying so is bound by the deadline again. */
const recordAnswer = (
  tx: Ctx,
  b: BookingRow,
  { mayLeave, ...said }: { type: string; by: string; mayLeave: boolean },
) => changeBooking(tx, b, said, { answerBy: null, mayLeave });

/** The place goes on to the next: the new day does not fit them, or they never answered. */
async function release(
  tx: Ctx,
  b: BookingRow,
  stock: LockedAvailability,
  words: string,
): Promise<void> {
  const move = { to: 'cancelled', type: 'move_ended', by: '系统', note: words } as const;
  const patch = { reason: words, cancelledAt: tx.now, answerBy: null };
  const version = await moveBooking(tx, b, move, patch);
  await freePlace(tx, b, b.status, stock);
  await notify(tx, { accountId: b.accountId, ...moveEndedNotice(noticeFacts(b, version), words) });
}

const isOpen = (b: BookingRow) =>
  b.answerBy !== null && askedWhenMoved.some((status) => status === b.status);

const audited = (b: BookingRow, action: string, keepsPlace: boolean) => ({
  action,
  entityType: 'booking',
  entityId: b.id,
  organisationId: b.organiserId,
  before: { status: b.status },
  after: { status: keepsPlace ? b.status : 'cancelled' },
});

/**
 * 能来: the person says that the moved session suits. The conditions are judged on the new day, on facts
 * under the lock; whom they bar keeps nothing and is told why. A second yes changes nothing.
 * Refuses `nothing_asked` for a booking that no move waits on.
 */
export async function acceptMove(
  ctx: Ctx,
  input: KeepMovedPlaceInput,
): Promise<Result<{ bookingId: string; status: BookingRow['status'] }, 'nothing_asked'>> {
  return transaction(ctx, async (tx) => {
    const { booking, stock } = await lockBooking(tx, input.bookingId);
    authorize(await actsFor(tx, booking));
    const done = { bookingId: booking.id, status: booking.status };
    if (booking.status === 'booked' && booking.answerBy === null) return ok(done);
    if (!isOpen(booking)) return refuse('nothing_asked');
    const ineligible = await within(tx, asSystem(tx), (systemTx) =>
      findIneligibility(systemTx, booking),
    );
    if (ineligible) await release(tx, booking, stock, ineligible.words);
    else await recordAnswer(tx, booking, { type: 'move_kept', by: '本人', mayLeave: false });
    await recordAudit(tx, audited(booking, 'answer_move', !ineligible));
    return ok({ ...done, status: ineligible ? ('cancelled' as const) : booking.status });
  });
}

/** @open run by the clock, as the system */
async function endQuestion(ctx: Ctx, bookingId: string): Promise<void> {
  await transaction(asSystem(ctx), async (tx) => {
    const { booking, stock } = await lockBooking(tx, bookingId);
    if (!isOpen(booking) || !booking.answerBy || booking.answerBy > tx.now) return;
    const ineligible = await findIneligibility(tx, booking);
    const keeps = !ineligible && silenceOf(booking.offeringDetails) === 'keep';
    if (keeps) await recordAnswer(tx, booking, { type: 'move_silent', by: '系统', mayLeave: true });
    else await release(tx, booking, stock, ineligible?.words ?? '改时间后没有在时限内答复');
    await recordAudit(tx, audited(booking, 'end_move_question', keeps));
  });
}

/**
 * Ends the questions that nobody answered in time: whom the new day does not fit loses the place, the
 * others keep or lose it as the offering says.
 * @open run by the clock, as the system
 * @unaudited each is, in `endQuestion`
 */
export async function endMoveQuestions(ctx: Ctx): Promise<Swept> {
  const due = await read(asSystem(ctx), (tx) =>
    tx.db
      .select({ id: bookings.id })
      .from(bookings)
      .where(and(lte(bookings.answerBy, tx.now), inArray(bookings.status, askedWhenMoved)))
      .orderBy(bookings.answerBy),
  );
  return sweep('end_move_questions', due, ({ id }) => endQuestion(ctx, id));
}
