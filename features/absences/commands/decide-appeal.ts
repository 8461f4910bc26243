import 'server-only';
import { eq } from 'drizzle-orm';
import { absenceExcuses } from '@/db/schema/absences';
import { canDecideBookings } from '@/features/bookings/policy';
import { findBookingRow } from '@/features/bookings/queries/booking-row';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { appealNotice } from '../messages';
import { canMoveExcuse } from '../rules';
import type { DecideAppealInput } from '../schema';

const auditNames: Record<DecideAppealInput['to'], string> = {
  accepted: 'accept_appeal',
  refused: 'refuse_appeal',
};

/**
 * Answers an appeal. Accepted, the absence counts no more and a bar that rested on it is over at once;
 * refused, the person reads why. Nobody answers their own (domain.md §4.3, 回避). Throws NotFound where no
 * appeal stands that the actor may see.
 * Refuses `own_case` for one's own or one's family's; `decided` when it is answered already or has
 * changed since the page.
 */
export async function decideAppeal(
  ctx: Ctx,
  input: DecideAppealInput,
): Promise<Result<{ bookingId: string }, 'decided' | 'own_case'>> {
  const { bookingId, to, answer } = input;
  return transaction(ctx, async (tx) => {
    const [appeal] = await tx.db
      .select()
      .from(absenceExcuses)
      .where(eq(absenceExcuses.bookingId, bookingId))
      .for('update');
    const booking = appeal && (await findBookingRow(tx, bookingId));
    if (!booking) throw new NotFound('appeal');
    const path = await organisationPath(tx, appeal.organiserId);
    authorize(canDecideBookings[appeal.kind](tx.actor, path));
    if ((await isOwnCase(tx, booking)) || (await isOwnCase(tx, appeal))) return refuse('own_case');
    if (!canMoveExcuse(appeal.status, to) || appeal.version !== input.version)
      return refuse('decided');
    const version = appeal.version + 1;
    const decidedBy = accountOf(tx.actor);
    await tx.db
      .update(absenceExcuses)
      .set({ status: to, answer, decidedAt: tx.now, decidedBy, version })
      .where(eq(absenceExcuses.bookingId, bookingId));
    await recordAudit(tx, {
      action: auditNames[to],
      entityType: 'booking',
      entityId: bookingId,
      organisationId: appeal.organiserId,
      before: { status: appeal.status },
      after: { status: to },
      reason: answer ?? undefined,
    });
    const about = { bookingId, kind: appeal.kind, title: booking.title, version };
    await notify(tx, {
      accountId: appeal.accountId,
      ...appealNotice(about, to === 'accepted', answer),
    });
    return ok({ bookingId });
  });
}
