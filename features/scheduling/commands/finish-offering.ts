import 'server-only';
import { listSessionsOf } from '@/features/offerings/queries/sessions-of';
import type { Ctx } from '@/lib/ctx';
import { type Result, refuse } from '@/lib/result';
import type { MoveOfferingInput } from '../schema/manage-offering';
import { type MoveOfferingRefusal, moveOffering } from './move-offering';

/**
 * Ends an offering once its last session is over; before that it is cancelled, not finished.
 * Refuses `not_over` with how many sessions are `left`.
 */
export function finishOffering(
  ctx: Ctx,
  input: MoveOfferingInput,
): Promise<Result<{ offeringId: string }, MoveOfferingRefusal | 'not_over'>> {
  return moveOffering(ctx, input, {
    to: 'finished',
    action: 'finish_offering',
    unless: async (tx, offering) => {
      const sessions = await listSessionsOf(tx, offering.id);
      const left = sessions.filter((s) => s.cancelledAt === null && s.endsAt > tx.now);
      return left.length > 0 ? refuse('not_over', { detail: { left: left.length } }) : null;
    },
  });
}
