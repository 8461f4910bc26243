import 'server-only';
import { eq } from 'drizzle-orm';
import { caseAssignments } from '@/db/schema/desk';
import type { Ctx } from '@/lib/ctx';

/** Nobody of a closed union has its cases any more. As the system. */
export async function letGoCases(systemTx: Ctx, organisationId: string): Promise<void> {
  await systemTx.db
    .delete(caseAssignments)
    .where(eq(caseAssignments.organisationId, organisationId));
}
