import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { classAbsences } from '@/db/schema/childcare';
import { isGuardian } from '@/features/family/policy';
import { meetingOnDay, timedOf } from '@/features/offerings/rules/meetings';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { childDays } from '../queries/child-days';
import { guardedBooking } from '../queries/guarded-booking';
import type { AbsenceInput } from '../schema/guardian';

type AbsenceRefusal = 'not_a_class_day' | 'too_late_to_announce';

/**
 * A guardian says beforehand that the child does not come on a day, or that it comes after all. No
 * reason is asked. The class sees it, and nobody is alarmed that day.
 * Refuses `not_a_class_day` when the class does not meet that day; `too_late_to_announce` once that
 * meeting is over or the child was there.
 */
export async function announceAbsence(
  ctx: Ctx,
  { bookingId, on, withdraw }: AbsenceInput,
): Promise<Result<{ bookingId: string }, AbsenceRefusal>> {
  return transaction(ctx, async (tx) => {
    const booking = await guardedBooking(tx, bookingId);
    authorize(isGuardian(tx.actor, booking.guardianIds));
    const meeting = meetingOnDay(timedOf(booking), on);
    if (!meeting) return refuse('not_a_class_day');
    const day = (await childDays(tx, [bookingId], on)).get(bookingId);
    if (on < todayOn(tx.now) || meeting.to < tx.now || day?.signedInAt || day?.handedOver) {
      return refuse('too_late_to_announce');
    }
    const { sessionId, organiserId, childId } = booking;
    if (withdraw) {
      await tx.db
        .delete(classAbsences)
        .where(
          and(
            eq(classAbsences.bookingId, bookingId),
            eq(classAbsences.onDay, on),
            isNull(classAbsences.toldAt),
          ),
        );
    } else {
      const announcedBy = accountOf(tx.actor);
      const said = { announcedAt: tx.now, announcedBy };
      await tx.db
        .insert(classAbsences)
        .values({ bookingId, onDay: on, sessionId, organiserId, childId, ...said })
        .onConflictDoUpdate({ target: [classAbsences.bookingId, classAbsences.onDay], set: said });
    }
    await recordAudit(tx, {
      action: withdraw ? 'withdraw_class_absence' : 'announce_class_absence',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: organiserId,
      after: { on },
    });
    return ok({ bookingId });
  });
}
