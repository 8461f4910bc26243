import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { employers } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';

/** Takes a newer head count of 职工 into the list of employers; the caller has locked its entry and audits it. */
export async function countStaffOf(tx: Ctx, employerId: string, staffCount: number): Promise<void> {
  await tx.db
    .update(employers)
    .set({ staffCount, version: sql`${employers.version} + 1` })
    .where(eq(employers.id, employerId));
}
