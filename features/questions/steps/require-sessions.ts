import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';

/** Throws NotFound unless each of these sessions is the offering's: a question is limited to its own. */
export async function requireSessionsOf(
  tx: Ctx,
  offeringId: string,
  sessionIds: readonly string[],
): Promise<void> {
  if (sessionIds.length === 0) return;
  const known = await tx.db.$count(
    offeringSessions,
    and(eq(offeringSessions.offeringId, offeringId), inArray(offeringSessions.id, [...sessionIds])),
  );
  if (known !== new Set(sessionIds).size) throw new NotFound('session');
}
