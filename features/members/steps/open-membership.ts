import 'server-only';
import { memberships } from '@/db/schema/membership';
import type { Ctx } from '@/lib/ctx';
import { bySystem } from '@/lib/transaction';

/**
 * A 会籍 begins: by an approved application, or where a transfer leads. Its line of the log follows by
 * `recordMembershipChange`. As the system; the caller has judged who may.
 */
export const openMembership = (tx: Ctx, row: typeof memberships.$inferInsert): Promise<void> =>
  bySystem(tx, async (systemTx) => {
    await systemTx.db.insert(memberships).values(row);
  });
