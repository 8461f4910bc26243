import 'server-only';
import { recordChildLook } from '@/features/family/steps/record-child-looks';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { formatPhone } from '@/lib/format';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canDecideBookings } from '../policy';
import { findBookingRow } from '../queries/booking-row';
import { unmaskedLine } from '../queries/whole-lines';
import type { Revealed } from '../rules/booking-line';

/**
 * Shows one row of a list in whole: who comes and the phone to ring. The lists themselves are masked;
 * each look is a line in the audit (security.md §1.6), and of a child one that its guardians read. Health
 * notes and who may fetch a child are for the staff assigned to its class alone (domain.md §3.2). Throws
 * NotFound for a booking that the officer does not decide about.
 */
export async function revealAttendee(
  ctx: Ctx,
  { bookingId }: { bookingId: string },
): Promise<Result<Revealed>> {
  return transaction(ctx, async (tx) => {
    const booking = await findBookingRow(tx, bookingId);
    if (!booking) throw new NotFound('booking');
    const path = await organisationPath(tx, booking.organiserId);
    // A union sees its members' trainings elsewhere, but who comes is the organiser's to know.
    if (!canDecideBookings[booking.kind](tx.actor, path)) throw new NotFound('booking');
    authorize(canDecideBookings[booking.kind](tx.actor, path));
    const line = await unmaskedLine(tx, bookingId);
    if (!line) throw new NotFound('booking');
    await recordAudit(tx, {
      action: 'view_attendee',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: booking.organiserId,
      after: { shown: ['name', 'phone'], kind: booking.kind },
    });
    const { attendee, guardian, phone } = line;
    if (booking.childId) {
      const { childId, organiserId } = booking;
      const looked = { childId, bookingId, organiserId, role: '组织单位' };
      await recordChildLook(tx, { ...looked, what: 'identity' });
    }
    return ok({ attendee, guardian, phone: formatPhone(phone) });
  });
}
