import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/** Whether the person asking is a confirmed guardian of this child. */
export async function isOwnChild(tx: Ctx, childId: string): Promise<boolean> {
  const [row] = await tx.db.execute<{ own: boolean }>(
    sql`select ${childId}::uuid in (select app_children()) as own`,
  );
  return row?.own === true;
}
