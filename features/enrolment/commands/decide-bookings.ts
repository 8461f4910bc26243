import 'server-only';
import { isOwnEntry } from '@/features/bookings/policy';
import { noticeFacts } from '@/features/bookings/queries/booking-row';
import { mayDecide, organiserName } from '@/features/bookings/queries/organiser';
import type { BookingStatus, Decided } from '@/features/bookings/rules/booking';
import type { BookingNotice, NoticeFacts } from '@/features/bookings/rules/booking-notice';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { freePlace } from '@/features/places/steps/free-place';
import { lockBooking } from '@/features/places/steps/lock-booking';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { undoSeconds } from '@/lib/undo-settings';
import { approvedBookingNotice, refusedBookingNotice, sentBackBookingNotice } from '../messages';
import {
  type ApproveBookingInput,
  type RefuseBookingInput,
  type SendBackBookingInput,
  sentBackFieldLabels,
} from '../schema/booking';
import { bookingConflict, type OvertakenBooking } from '../steps/booking-conflict';

export type DecideBookingRefusal = OvertakenBooking | 'own_case' | 'own_entry';

interface Decision {
  readonly to: Extract<BookingStatus, 'booked' | 'refused' | 'sent_back'>;
  readonly type: 'approved' | 'refused' | 'sent_back';
  readonly reason?: string;
  readonly fields?: string[];
  readonly notice: (facts: NoticeFacts, now: Date) => BookingNotice;
}

const auditNames: Record<Decision['type'], string> = {
  approved: 'approve_booking',
  refused: 'refuse_booking',
  sent_back: 'send_back_booking',
};

async function decide(
  ctx: Ctx,
  input: { bookingId: string; version: number },
  decision: Decision,
): Promise<Result<Decided, DecideBookingRefusal>> {
  return transaction(ctx, async (tx) => {
    const { booking, stock } = await lockBooking(tx, input.bookingId);
    authorize(await mayDecide(tx, booking));
    if (await isOwnCase(tx, booking)) return refuse('own_case');
    if (isOwnEntry(tx.actor, booking)) return refuse('own_entry');
    const open = booking.status === 'pending' || booking.status === 'sent_back';
    if (!open || booking.version !== input.version) return bookingConflict(tx, booking);
    if (booking.status === 'sent_back' && decision.to !== 'refused') {
      return bookingConflict(tx, booking);
    }
    const { to, type, reason, fields = [] } = decision;
    const decidedBy = accountOf(tx.actor);
    const version = await moveBooking(
      tx,
      booking,
      { to, type, by: await organiserName(tx, booking), note: reason },
      { reason: reason ?? null, sentBackFields: fields, decidedAt: tx.now, decidedBy },
    );
    if (to === 'refused') await freePlace(tx, booking, booking.status, stock);
    await recordAudit(tx, {
      action: auditNames[type],
      entityType: 'booking',
      entityId: booking.id,
      organisationId: booking.organiserId,
      before: { status: booking.status },
      after: { status: to, fields },
      reason,
    });
    const notice = decision.notice(noticeFacts(booking, version), tx.now);
    const { undoSeconds: delaySeconds } = await readSettings(tx, { undoSeconds });
    await notify(tx, { accountId: booking.accountId, delaySeconds, ...notice });
    return ok({ bookingId: booking.id, version });
  });
}

/**
 * Approves a booking whose place was held: it becomes 已预约.
 * Refuses `own_case` for one's own or one's family's; `own_entry` for what the officer entered (代办);
 * further those of `bookingConflict`.
 */
export const approveBooking = (ctx: Ctx, input: ApproveBookingInput) =>
  decide(ctx, input, { to: 'booked', type: 'approved', notice: approvedBookingNotice });

/**
 * Refuses it with a reason; the place goes to the next eligible in the queue in the same
 * transaction.
 * Refuses `own_case` for one's own or one's family's; `own_entry` for what the officer entered (代办);
 * further those of `bookingConflict`.
 */
export const refuseBooking = (ctx: Ctx, input: RefuseBookingInput) =>
  decide(ctx, input, {
    to: 'refused',
    type: 'refused',
    reason: input.reason,
    notice: (facts) => refusedBookingNotice(facts, input.reason),
  });

/**
 * Sends it back for completion, place still held, saying what and why.
 * Refuses `own_case` for one's own or one's family's; `own_entry` for what the officer entered (代办);
 * further those of `bookingConflict`.
 */
export const sendBackBooking = (ctx: Ctx, input: SendBackBookingInput) =>
  decide(ctx, input, {
    to: 'sent_back',
    type: 'sent_back',
    reason: input.reason,
    fields: input.fields,
    notice: (facts) =>
      sentBackBookingNotice(facts, {
        reason: input.reason,
        fields: input.fields.map((f) => sentBackFieldLabels[f]),
      }),
  });
