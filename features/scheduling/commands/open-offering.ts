import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { type Result, refuse } from '@/lib/result';
import type { MoveOfferingInput } from '../schema/manage-offering';
import { type MoveOfferingRefusal, moveOffering } from './move-offering';

/**
 * Opens booking by hand: before its time, or again after it was closed by hand. Once the window is
 * over the closing time has to be changed instead, or members would read a date that is not true.
 * Refuses `window_over` after the closing time.
 */
export function openOffering(
  ctx: Ctx,
  input: MoveOfferingInput,
): Promise<Result<{ offeringId: string }, MoveOfferingRefusal | 'window_over'>> {
  return moveOffering(ctx, input, {
    to: 'open',
    action: 'open_offering',
    unless: async (tx, { bookingClosesAt }) =>
      bookingClosesAt && bookingClosesAt <= tx.now ? refuse('window_over') : null,
  });
}
