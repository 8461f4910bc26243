import 'server-only';
import { canDecideBookings } from '@/features/bookings/policy';
import { findBookingRow } from '@/features/bookings/queries/booking-row';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { findExcuse } from '../queries/excuse';
import type { ExcuseInput } from '../schema';
import { dropExcuses, excuseOnTheSpot } from '../steps/excuse';

const auditNames: Record<ExcuseInput['to'], string> = {
  excused: 'excuse_absence',
  none: 'undo_excuse',
};

/**
 * 现场豁免: the officer on the spot knows why somebody did not come, and says it in a word; the absence
 * then counts no more.
 * May be taken back. An appeal that waits is answered as an appeal, so that the person hears of it. Throws
 * NotFound for a booking that the officer does not see.
 * Refuses `own_case` for one's own or one's family's; `has_appeal` while or after the person has
 * appealed; `not_excusable` when the booking is not absent.
 */
export async function excuseAbsence(
  ctx: Ctx,
  { bookingId, to, cause }: ExcuseInput,
): Promise<Result<{ bookingId: string }, 'not_excusable' | 'has_appeal' | 'own_case'>> {
  return transaction(ctx, async (tx) => {
    const booking = await findBookingRow(tx, bookingId);
    if (!booking || tx.actor.kind !== 'account') throw new NotFound('booking');
    const path = await organisationPath(tx, booking.organiserId);
    authorize(canDecideBookings[booking.kind](tx.actor, path));
    if (await isOwnCase(tx, booking)) return refuse('own_case');
    const excuse = await findExcuse(tx, bookingId);
    if (excuse?.reasonSealed) return refuse('has_appeal');
    if (to === 'excused' && booking.status !== 'absent') return refuse('not_excusable');
    if (to === 'none') await dropExcuses(tx, [bookingId]);
    else await excuseOnTheSpot(tx, [booking], cause ?? null);
    await recordAudit(tx, {
      action: auditNames[to],
      entityType: 'booking',
      entityId: bookingId,
      organisationId: booking.organiserId,
      before: { excuse: excuse?.status ?? null },
      after: { cause: to === 'excused' ? (cause ?? null) : null },
    });
    return ok({ bookingId });
  });
}
