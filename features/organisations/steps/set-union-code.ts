import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';

/** Writes the 统一社会信用代码 of a union's certificate; the caller audits it. One that is taken fails its index. */
export async function setUnionCode(tx: Ctx, organisationId: string, uscc: string): Promise<void> {
  await tx.db
    .update(organisations)
    .set({ uscc, version: sql`${organisations.version} + 1` })
    .where(eq(organisations.id, organisationId));
}
