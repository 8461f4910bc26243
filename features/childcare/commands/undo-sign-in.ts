import 'server-only';
import { type NewEntry, recordEntries } from '@/features/rolls/steps/record-entries';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { childDays } from '../queries/child-days';
import { enterClass, mayLookAfter } from '../queries/class-access';
import { findClassChild } from '../queries/class-child';
import type { SignInInput } from '../schema/class';

/**
 * Takes back a sign-in of today that was tapped for the wrong child. What has been handed over
 * stays.
 * Refuses `not_on_the_roll` for a child of another class; `not_in` before a sign-in; `already_out`
 * after today's handing over.
 */
export async function undoSignIn(
  ctx: Ctx,
  { sessionId, bookingId }: SignInInput,
): Promise<Result<{ sessionId: string }, 'not_on_the_roll' | 'not_in' | 'already_out'>> {
  return transaction(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayLookAfter(tx, facts));
    const on = todayOn(tx.now);
    const undone = await within(tx, asSystem(tx), async (systemTx) => {
      if (!(await findClassChild(systemTx, bookingId, sessionId))) return refuse('not_on_the_roll');
      const day = (await childDays(systemTx, [bookingId], on)).get(bookingId);
      if (day?.handedOver) return refuse('already_out');
      if (!day?.signedInAt) return refuse('not_in');
      const entry: NewEntry = {
        ...{ id: newId(), bookingId, sessionId, meetingOn: on, kind: 'undone', way: 'roll' },
        ...{ at: tx.now, byAccount: accountOf(tx.actor), round: day.round },
      };
      await recordEntries(systemTx, [entry]);
      return ok({ sessionId });
    });
    if (!undone.ok) return undone;
    await recordAudit(tx, {
      action: 'undo_sign_in_child',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: facts.organiserId,
      after: { on },
    });
    return undone;
  });
}
