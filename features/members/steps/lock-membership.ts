import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { memberships } from '@/db/schema/membership';
import type { Ctx } from '@/lib/ctx';
import { bySystem } from '@/lib/transaction';
import type { MembershipRow } from './record-membership-change';

/**
 * Locks a 会籍 that something is about to rest on, until the transaction ends: whoever ends it comes before or after,
 * never between the look and the write. As the system; the caller has judged who may.
 * @returns null when it has ended
 */
export const lockMembership = (tx: Ctx, membershipId: string): Promise<MembershipRow | null> =>
  bySystem(tx, async (systemTx) => {
    const [row] = await systemTx.db
      .select()
      .from(memberships)
      .where(and(eq(memberships.id, membershipId), ne(memberships.status, 'left')))
      .for('update');
    return row ?? null;
  });
