import 'server-only';
import { actsFor } from '@/features/bookings/queries/acts-for';
import { type BookingRow, findBookingRow } from '@/features/bookings/queries/booking-row';
import { mayDecide, organiserName } from '@/features/bookings/queries/organiser';
import {
  type ConstraintRefusal,
  mapConstraintErrors,
} from '@/features/bookings/steps/map-constraint-errors';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { findOpenRequest } from '../queries/open-request';
import { isOwnRequest } from '../queries/own-request';
import type { AnswerMoveRequestInput, RecordMoveAnswerInput } from '../schema/move';
import { type Answer, type AnswerRefusal, takeAnswer } from '../steps/take-answer';

type Answered = Result<
  { bookingId: string; offeringId: string; status: 'asked' | 'done' | 'declined' },
  AnswerRefusal | ConstraintRefusal | 'own_case'
>;

async function seenBooking(tx: Ctx, id: string): Promise<BookingRow> {
  const booking = await findBookingRow(tx, id);
  if (!booking) throw new NotFound('booking');
  return booking;
}

async function answer(tx: Ctx, b: BookingRow, given: Answer, action: string): Promise<Answered> {
  const request = await findOpenRequest(tx, b.id);
  if (!request) return refuse('nothing_asked');
  const taken = await within(tx, asSystem(tx), (systemTx) => takeAnswer(systemTx, request, given));
  if (!taken.ok) return taken;
  await recordAudit(tx, {
    action,
    entityType: 'booking',
    entityId: b.id,
    organisationId: b.organiserId,
    before: { session: request.fromSessionId },
    after: { answer: given.answer, outcome: taken.value.status },
    ...(given.said && { reason: given.said }),
  });
  return ok({ bookingId: b.id, offeringId: b.offeringId, status: taken.value.status });
}

/**
 * The person says whether they go over to the other session, or swap: the last yes carries it out on facts
 * under both locks, a no leaves everyone where they are. Throws NotFound for a booking not to be seen.
 * Refuses `nothing_asked` when no question stands or its time is over; `answered` for a second yes; those
 * of `takeAnswer` and of the constraints of bookings: then everything stays, the question, too.
 */
export const answerMoveRequest = (ctx: Ctx, input: AnswerMoveRequestInput): Promise<Answered> =>
  mapConstraintErrors(() =>
    transaction(ctx, async (tx): Promise<Answered> => {
      const booking = await seenBooking(tx, input.bookingId);
      authorize(await actsFor(tx, booking));
      return answer(tx, booking, { ...input, by: '本人', said: '' }, 'answer_move_request');
    }),
  );

/**
 * 代办: the organiser writes down what the person said at the counter or on the telephone. Throws NotFound
 * for a booking that the officer does not see.
 * Refuses `own_case` for one's own or one's family's, also as the other of a swap; `nothing_asked` when no
 * question stands; further
 * those of `answerMoveRequest`.
 */
export const recordMoveAnswer = (
  ctx: Ctx,
  { proof, ...input }: RecordMoveAnswerInput,
): Promise<Answered> =>
  mapConstraintErrors(() =>
    transaction(ctx, async (tx): Promise<Answered> => {
      const booking = await seenBooking(tx, input.bookingId);
      authorize(await mayDecide(tx, booking));
      if (await isOwnRequest(tx, booking)) return refuse('own_case');
      const by = `${await organiserName(tx, booking)}代办`;
      return answer(tx, booking, { ...input, by, said: proof }, 'record_move_answer');
    }),
  );
