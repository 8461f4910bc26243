import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { exportLinks } from '@/db/schema/exports';
import type { Ctx } from '@/lib/ctx';
import { forgetUnitNames, forgetUnitNamesOf } from './commands/forget-unit-names';

const accountOf = (personId: string) =>
  sql`(select p.account_id from people p where p.id = ${personId}::uuid)`;

/** Which rolls they took out, for 查阅复制 (PIPL 45). */
async function exportOf(tx: Ctx, personId: string) {
  const exported = await tx.db
    .select({ reason: exportLinks.reason, createdAt: exportLinks.createdAt })
    .from(exportLinks)
    .where(eq(exportLinks.accountId, accountOf(personId)));
  return { exported };
}

async function erase(tx: Ctx, personId: string): Promise<number> {
  return forgetUnitNamesOf(tx, personId);
}

const expire = (tx: Ctx): Promise<number> => forgetUnitNames(tx);

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'programmes',
  tables: [
    { table: 'export_links', holds: '谁为什么要导出名册', kept: '长期（与操作日志一起）' },
    {
      table: 'unit_lists',
      holds: '谁交的单位名单；未交的草稿加密',
      kept: '草稿 7 天；交了的名单长期，姓名另删',
    },
    {
      table: 'unit_list_rows',
      holds: '单位名单每行的结果，姓名已隐去',
      kept: '姓名在场次结束 180 天后删除（可设）',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
