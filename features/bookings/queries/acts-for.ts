import 'server-only';
import { isOwnChild } from '@/features/identity/queries/own-case';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';

/**
 * Whether the actor may act on a booking as its owner: an adult on their own, for a child whoever is its
 * guardian today. Having made the booking counts for nothing once one has left the child.
 */
export async function actsFor(
  tx: Ctx,
  { accountId, childId }: { accountId: string; childId: string | null },
): Promise<boolean> {
  if (childId) return isOwnChild(tx, childId);
  return accountOf(tx.actor) === accountId;
}
