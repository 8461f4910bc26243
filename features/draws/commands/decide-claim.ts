import 'server-only';
import { and, eq } from 'drizzle-orm';
import { bookingClaims } from '@/db/schema/draws';
import { isOwnEntry } from '@/features/bookings/policy';
import { findBookingRow } from '@/features/bookings/queries/booking-row';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { drawStatusOf } from '../queries/draw-row';
import type { DecideClaimInput } from '../schema/draw';
import { lockDrawSession } from '../steps/lock-draw-session';

type ClaimRefusal = 'frozen' | 'own_case' | 'own_entry';

/**
 * An officer has seen the proof of a claimed priority, or it does not fit. Possible until the list is
 * sealed, and may be corrected until then; nobody decides on their own claim. Throws NotFound for a booking
 * that the officer does not see, or that claims no such priority.
 * Refuses `own_case` for one's own or one's family's; `own_entry` for what the officer entered
 * (代办); `frozen` once the list is sealed.
 */
export async function decideClaim(
  ctx: Ctx,
  input: DecideClaimInput,
): Promise<Result<{ offeringId: string }, ClaimRefusal>> {
  return transaction(ctx, async (tx): Promise<Result<{ offeringId: string }, ClaimRefusal>> => {
    const booking = await findBookingRow(tx, input.bookingId);
    if (!booking) throw new NotFound('booking');
    const { offering } = await lockDrawSession(tx, booking.sessionId);
    authorize(tx.actor.kind === 'account');
    if (await isOwnCase(tx, booking)) return refuse('own_case');
    if (isOwnEntry(tx.actor, booking)) return refuse('own_entry');
    if ((await drawStatusOf(tx, booking.sessionId)) !== 'announced') return refuse('frozen');
    const of = and(
      eq(bookingClaims.bookingId, input.bookingId),
      eq(bookingClaims.tierKey, input.tierKey),
    );
    const [decided] = await tx.db
      .update(bookingClaims)
      .set({ status: input.verdict, decidedBy: tx.actor.accountId, decidedAt: tx.now })
      .where(of)
      .returning({ tierKey: bookingClaims.tierKey });
    if (!decided) throw new NotFound('claim');
    await recordAudit(tx, {
      action: 'decide_claim',
      entityType: 'booking',
      entityId: input.bookingId,
      organisationId: offering.organisationId,
      after: { tier: input.tierKey, verdict: input.verdict },
    });
    return ok({ offeringId: offering.id });
  });
}
