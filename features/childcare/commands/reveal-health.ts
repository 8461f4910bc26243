import 'server-only';
import { bookingHealth } from '@/db/schema/bookings';
import { recordChildLook } from '@/features/family/steps/record-child-looks';
import { authorize } from '@/lib/access';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { enterClass, mayLookAfter } from '../queries/class-access';
import { findClassChild } from '../queries/class-child';
import type { ChildRecordInput } from '../schema/class';

/**
 * Shows what the guardian wrote about allergies, medicine and food, to the class's assigned staff (PIPL
 * 28). Throws NotFound for a class that the actor does not run, and for a child that is not on its roll.
 * @unaudited not so: recordChildLook writes the line of the ledger, and the one the guardians read
 */
export async function revealHealth(
  ctx: Ctx,
  { sessionId, bookingId }: ChildRecordInput,
): Promise<Result<{ notes: string }>> {
  return transaction(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayLookAfter(tx, facts));
    const child = await findClassChild(tx, bookingId, sessionId);
    if (!child) throw new NotFound('child');
    const { childId, organiserId, health } = child;
    await recordChildLook(tx, {
      childId,
      bookingId,
      organiserId,
      role: facts.role,
      what: 'health',
    });
    return ok({ notes: health ? openField(health, bookingHealth(bookingId)) : '家长没有填' });
  });
}
