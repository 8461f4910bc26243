import 'server-only';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { openApplicationStatuses } from '../rules/transitions';

/**
 * The name that a worker has typed into an application under way, before any union has seen it. Null for a
 * stranger, and while none is under way or its name is empty.
 */
export async function findTypedName(ctx: Ctx): Promise<string | null> {
  const { actor } = ctx;
  if (actor.kind !== 'account') return null;
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ name: applications.name })
      .from(applications)
      .where(
        and(
          eq(applications.accountId, actor.accountId),
          inArray(applications.status, [...openApplicationStatuses]),
          isNotNull(applications.name),
        ),
      )
      .orderBy(desc(applications.createdAt))
      .limit(1);
    return row?.name ?? null;
  });
}
