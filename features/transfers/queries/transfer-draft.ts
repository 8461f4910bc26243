import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import type { Ctx } from '@/lib/ctx';

/** The application that ended in this 转会 request; null once it was emptied. Inside a transaction. */
export async function transferDraft(
  tx: Ctx,
  request: { accountId: string; idIndex: string | null },
): Promise<typeof applications.$inferSelect | null> {
  if (request.idIndex === null) return null;
  const [draft] = await tx.db
    .select()
    .from(applications)
    .where(
      and(eq(applications.accountId, request.accountId), eq(applications.idIndex, request.idIndex)),
    )
    .orderBy(desc(applications.createdAt))
    .limit(1);
  return draft ?? null;
}
