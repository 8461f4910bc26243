import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { isOwnChild } from '@/lib/own-case';

/**
 * Whether the actor may act on a booking as its owner: an adult on their own, for a child whoever is its
 * guardian today. Having made the booking counts for nothing once one has left the child.
 */
export async function actsFor(
  tx: Ctx,
  { accountId, childId }: { accountId: string; childId: string | null },
): Promise<boolean> {
  if (childId) return isOwnChild(tx, childId);
  return tx.actor.kind === 'account' && tx.actor.accountId === accountId;
}
