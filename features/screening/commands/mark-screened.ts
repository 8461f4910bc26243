import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { screeningHospitals } from '@/db/schema/screening';
import { type BookingRow, findBookingRow } from '@/features/bookings/queries/booking-row';
import { canMoveBooking } from '@/features/bookings/rules/booking';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { lockBooking } from '@/features/places/steps/lock-booking';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { canWorkAtHospitalDesk } from '../policy';
import { hospitalWindow, isWithin } from '../rules/hospital-window';
import type { MarkScreenedInput } from '../schema/hospital';
import { hospitalDeskMinutes } from '../settings';

/** The actor's hospital to which this booking's place belongs, or null. Read as the system. */
async function hospitalOf(systemTx: Ctx, booking: BookingRow, mine: string[]) {
  const [row] = await systemTx.db
    .select({ id: organisations.id, name: organisations.shortName })
    .from(screeningHospitals)
    .innerJoin(organisations, eq(organisations.id, screeningHospitals.hospitalId))
    .innerJoin(offeringSessions, eq(offeringSessions.place, screeningHospitals.place))
    .where(
      and(
        eq(offeringSessions.id, booking.sessionId),
        eq(screeningHospitals.offeringId, booking.offeringId),
        inArray(screeningHospitals.hospitalId, mine),
      ),
    );
  return row ?? null;
}

type MarkRefusal = 'desk_closed' | 'not_holding' | 'own_case';

/**
 * 到检: the hospital's desk says that a woman was screened, which with the day and the place is all the
 * portal ever keeps (domain.md §3.1). Only for its own half-days, in their window; a mark changes no place.
 * The desk sees no booking by itself, so the system acts for it after the check. Throws NotFound for a
 * booking of another place.
 */
export async function markScreened(
  ctx: Ctx,
  { bookingId, to }: MarkScreenedInput,
): Promise<Result<{ bookingId: string }, MarkRefusal>> {
  return transaction(ctx, async (tx) => {
    const mine = canWorkAtHospitalDesk.organisationsOf(tx.actor);
    authorize(mine.length > 0);
    const { minutes } = await readSettings(tx, { minutes: hospitalDeskMinutes });
    const done = await within(tx, asSystem(tx), async (systemTx) => {
      const seen = await findBookingRow(systemTx, bookingId);
      const hospital = seen?.kind === 'screening' && (await hospitalOf(systemTx, seen, mine));
      if (!hospital) throw new NotFound('booking');
      const { booking } = await lockBooking(systemTx, bookingId);
      if (await within(systemTx, tx, (desk) => isOwnCase(desk, booking))) return 'own_case';
      if (!isWithin(hospitalWindow(booking, minutes), tx.now)) return 'desk_closed';
      if (booking.status === to) return { booking, hospital };
      const marked = onTheRoll.some((status) => status === booking.status);
      if (!marked || !canMoveBooking(booking.status, to)) return 'not_holding';
      const type = to === 'attended' ? 'attended' : 'mark_undone';
      await moveBooking({ ...systemTx, actor: tx.actor }, booking, { to, type, by: hospital.name });
      return { booking, hospital };
    });
    if (typeof done === 'string') return refuse(done);
    await recordAudit(tx, {
      action: 'mark_screened',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: done.booking.organiserId,
      before: { status: done.booking.status },
      after: { to, hospital: done.hospital.id },
    });
    return ok({ bookingId });
  });
}
