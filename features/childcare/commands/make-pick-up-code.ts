import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { pickUpBearer, pickUpCode, pickUpCodes } from '@/db/schema/childcare';
import { isGuardian } from '@/features/family/policy';
import { meetingOnDay, timedOf } from '@/features/offerings/rules/meetings';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import { newCode } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { childDays } from '../queries/child-days';
import { guardedBooking } from '../queries/guarded-booking';
import { CODES_A_DAY } from '../rules/pick-up';
import type { MakeCodeInput } from '../schema/guardian';

type CodeRefusal = 'no_class_today' | 'already_out' | 'too_many_codes';

/**
 * Makes the one-day code for somebody who is not on the list: six digits, today only, one use; a newer
 * one replaces it (domain.md §3.2). At most five a day, so that codes cannot be farmed.
 * Refuses `no_class_today`; `already_out` after today's handing over; `too_many_codes` after five
 * of today.
 */
export async function makePickUpCode(
  ctx: Ctx,
  { bookingId, bearer }: MakeCodeInput,
): Promise<Result<{ bookingId: string }, CodeRefusal>> {
  return transaction(ctx, async (tx) => {
    const { guardianIds, childId, organiserId, ...booking } = await guardedBooking(tx, bookingId);
    authorize(isGuardian(tx.actor, guardianIds));
    const onDay = todayOn(tx.now);
    if (!meetingOnDay(timedOf(booking), onDay)) return refuse('no_class_today');
    const day = (await childDays(tx, [bookingId], onDay)).get(bookingId);
    if (day?.handedOver) return refuse('already_out');
    const today = and(eq(pickUpCodes.bookingId, bookingId), eq(pickUpCodes.onDay, onDay));
    if ((await tx.db.$count(pickUpCodes, today)) >= CODES_A_DAY) return refuse('too_many_codes');
    await tx.db
      .update(pickUpCodes)
      .set({ replacedAt: tx.now })
      .where(and(today, isNull(pickUpCodes.replacedAt), isNull(pickUpCodes.usedAt)));
    const id = newId();
    await tx.db.insert(pickUpCodes).values({
      id,
      bookingId,
      organiserId,
      childId,
      onDay,
      codeSealed: sealField(newCode(), pickUpCode(id)),
      bearerSealed: sealField(bearer, pickUpBearer(id)),
      madeBy: accountOf(tx.actor),
      createdAt: tx.now,
    });
    await recordAudit(tx, {
      action: 'make_pick_up_code',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: organiserId,
      after: { on: onDay },
    });
    return ok({ bookingId });
  });
}
