import 'server-only';
import { eq } from 'drizzle-orm';
import { transferSides, transfers } from '@/db/schema/transfers';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import type { SideName } from '../rules/two-sides';

export type TransferRow = typeof transfers.$inferSelect;
export type SideRow = typeof transferSides.$inferSelect;

export interface LockedTransfer {
  readonly transfer: TransferRow;
  readonly sides: Readonly<Record<SideName, SideRow>>;
}

/**
 * A transfer with both its sides, the request's row locked: whoever changes a side holds it first, then the clock,
 * then the 会籍. As the system, since each union sees its own people only. Throws NotFound for none.
 */
export async function lockTransfer(systemTx: Ctx, id: string): Promise<LockedTransfer> {
  const [transfer] = await systemTx.db
    .select()
    .from(transfers)
    .where(eq(transfers.id, id))
    .for('update');
  const rows = await systemTx.db
    .select()
    .from(transferSides)
    .where(eq(transferSides.transferId, id));
  const outward = rows.find(({ side }) => side === 'out');
  const inward = rows.find(({ side }) => side === 'in');
  if (!transfer || !outward || !inward) throw new NotFound('transfer');
  return { transfer, sides: { out: outward, in: inward } };
}
