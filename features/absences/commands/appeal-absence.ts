import 'server-only';
import { absenceExcuses, excuseReason } from '@/db/schema/absences';
import { actsFor } from '@/features/bookings/queries/acts-for';
import { findBookingRow } from '@/features/bookings/queries/booking-row';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { findExcuse } from '../queries/excuse';
import { type AppealRefusal, refuseAppeal } from '../rules';
import type { AppealInput } from '../schema';

/**
 * 爽约申诉: the person, or a guardian of the child, says why nobody came; once for each absence. It
 * counts until the organiser has answered. The words are sealed, because people write of illness. Throws
 * NotFound for a booking that is not to be seen, and for whoever has no account.
 * Refuses `already_appealed` for a second appeal against one absence.
 */
export async function appealAbsence(
  ctx: Ctx,
  input: AppealInput,
): Promise<Result<{ bookingId: string }, AppealRefusal>> {
  const { bookingId } = input;
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    const booking = await findBookingRow(tx, bookingId);
    if (!booking || actor.kind !== 'account') throw new NotFound('booking');
    authorize(await actsFor(tx, booking));
    const excuse = await findExcuse(tx, bookingId);
    const refused = refuseAppeal({ status: booking.status, excuse: excuse?.status ?? null });
    if (refused) return refuse(refused);
    const made = await tx.db
      .insert(absenceExcuses)
      .values({
        bookingId,
        accountId: actor.accountId,
        kind: booking.kind,
        organiserId: booking.organiserId,
        status: 'waiting',
        reasonSealed: sealField(input.reason, excuseReason(bookingId)),
        createdAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ bookingId: absenceExcuses.bookingId });
    if (made.length === 0) return refuse('already_appealed');
    await recordAudit(tx, {
      action: 'appeal_absence',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: booking.organiserId,
    });
    return ok({ bookingId });
  });
}
