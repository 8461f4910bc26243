import 'server-only';
import { and, eq } from 'drizzle-orm';
import { transferRequests } from '@/db/schema/transfers';
import type { Ctx } from '@/lib/ctx';

/** 会籍登记 that a closed union has not answered is answered by the one that goes on. As the system. */
export async function passRequests(systemTx: Ctx, fromId: string, toId: string): Promise<void> {
  await systemTx.db
    .update(transferRequests)
    .set({ organisationId: toId })
    .where(
      and(eq(transferRequests.organisationId, fromId), eq(transferRequests.status, 'requested')),
    );
}
