import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { consents } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';

/**
 * Ends what somebody agreed to for one purpose and subject, as easily as it was given (PIPL 15); the row policies say
 * whose. Nothing happens where nothing was agreed to.
 */
export async function withdrawConsent(tx: Ctx, purpose: string, subjectId: string): Promise<void> {
  await tx.db
    .update(consents)
    .set({ withdrawnAt: tx.now })
    .where(
      and(
        eq(consents.purpose, purpose),
        eq(consents.subjectId, subjectId),
        isNull(consents.withdrawnAt),
      ),
    );
}
