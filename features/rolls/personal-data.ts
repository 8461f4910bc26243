import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { exportLinks } from '@/db/schema/exports';
import type { Ctx } from '@/lib/ctx';

/** Which rolls the person took out and why, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const exported = await tx.db
    .select({ reason: exportLinks.reason, createdAt: exportLinks.createdAt })
    .from(exportLinks)
    .where(
      eq(
        exportLinks.accountId,
        sql`(select p.account_id from people p where p.id = ${personId}::uuid)`,
      ),
    );
  return { exported };
}

/**
 * Nothing: who took a roll out, and why, is kept as evidence like the ledger (PIPL 51, 69).
 * @returns 0, the number of rows emptied
 */
const erase = async (): Promise<number> => 0;

/** What this module holds of a person, for how long, and how it is handed out. */
export const personalData = {
  module: 'rolls',
  tables: [
    { table: 'export_links', holds: '谁为什么要导出名册', retention: '长期（与操作日志一起）' },
  ],
  export: exportOf,
  erase,
} as const;
