import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { membershipChanges, memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/**
 * How the signed-in worker's 会籍 stands: the one they have, else the last that ended, with the latest line of
 * its log (null for a 会籍 older than the log). Null for who never had one.
 */
export async function findMyStatus(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'account' || actor.personId === null) return null;
  const { personId } = actor;
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({
        id: memberships.id,
        status: memberships.status,
        unionName: organisations.name,
        endedOn: memberships.endedOn,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(eq(memberships.personId, personId))
      .orderBy(sql`${memberships.status} = 'left'`, desc(memberships.endedOn))
      .limit(1);
    if (!row) return null;
    const [change] = await tx.db
      .select({
        type: membershipChanges.type,
        reason: membershipChanges.reason,
        on: membershipChanges.on,
      })
      .from(membershipChanges)
      .where(eq(membershipChanges.membershipId, row.id))
      .orderBy(desc(membershipChanges.createdAt))
      .limit(1);
    return { ...row, change: change ?? null };
  });
}

export type MyStatus = NonNullable<Awaited<ReturnType<typeof findMyStatus>>>;
