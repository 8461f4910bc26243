import 'server-only';
import type { Ctx } from '@/lib/ctx';
import type { Result } from '@/lib/result';
import type { MoveOfferingInput } from '../schema/manage-offering';
import { type MoveOfferingRefusal, moveOffering } from './move-offering';

/** Stops booking now, whatever the window says. Places stay given, and the queue still moves up. */
export function closeOffering(
  ctx: Ctx,
  input: MoveOfferingInput,
): Promise<Result<{ offeringId: string }, MoveOfferingRefusal>> {
  return moveOffering(ctx, input, { to: 'closed', action: 'close_offering' });
}
