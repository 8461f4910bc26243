import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { transfers } from '@/db/schema/transfers';
import type { Ctx } from '@/lib/ctx';
import { bySystem } from '@/lib/transaction';
import { endAllClocks } from './end-all-clocks';

/** Whoever leaves has nothing to transfer: an open one is taken back with its deadlines. As the system. */
export const dropTransfer = (tx: Ctx, personId: string): Promise<void> =>
  bySystem(tx, async (systemTx) => {
    const open = and(
      eq(transfers.personId, personId),
      inArray(transfers.status, ['proposed', 'open']),
    );
    const dropped = await systemTx.db
      .update(transfers)
      .set({ status: 'withdrawn', closedAt: systemTx.now })
      .where(open)
      .returning({ id: transfers.id });
    for (const { id } of dropped) await endAllClocks(systemTx, id);
  });
