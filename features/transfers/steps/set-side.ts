import 'server-only';
import { and, eq } from 'drizzle-orm';
import { transferSides } from '@/db/schema/transfers';
import type { Ctx } from '@/lib/ctx';
import type { SideName } from '../rules/two-sides';
import type { LockedTransfer, SideRow } from './lock-transfer';

/**
 * Writes one side of a locked transfer, as the system; the caller has looked at the table of states.
 * @returns the transfer with the side as it is now
 */
export async function setSide(
  systemTx: Ctx,
  locked: LockedTransfer,
  side: SideName,
  changed: Partial<SideRow>,
): Promise<LockedTransfer> {
  await systemTx.db
    .update(transferSides)
    .set(changed)
    .where(and(eq(transferSides.transferId, locked.transfer.id), eq(transferSides.side, side)));
  const sides = { ...locked.sides, [side]: { ...locked.sides[side], ...changed } };
  return { ...locked, sides };
}
