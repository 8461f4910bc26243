import 'server-only';
import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { importRows, imports } from '@/db/schema/imports';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { importRowsDays } from './settings';

const about = (personId: string) => sql`${importRows.made} ->> 'personId' = ${personId}`;

/** With which workbook of their union the person came into the books, for 查阅复制 (PIPL 45). */
async function exportOf(tx: Ctx, personId: string) {
  const broughtIn = await tx.db
    .select({ rowNo: importRows.rowNo, state: importRows.state, writtenAt: imports.writtenAt })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .where(about(personId));
  return { broughtIn };
}

/**
 * Forgets the rows of workbooks that made or changed one person who asked for it (PIPL 47). Run it as the system.
 * @returns how many rows were emptied
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const emptied = await tx.db
    .update(importRows)
    .set({ detailsSealed: null })
    .where(and(about(personId), isNotNull(importRows.detailsSealed)))
    .returning({ id: importRows.id });
  return emptied.length;
}

/**
 * The nightly round: what a workbook held goes so many days after it came; which row came to what stays. Run it
 * as the system.
 * @returns how many imports were emptied
 */
async function expire(tx: Ctx): Promise<number> {
  const { importRowsDays: days } = await readSettings(tx, { importRowsDays });
  const due = and(
    lt(imports.createdAt, sql`now() - make_interval(days => ${days})`),
    isNotNull(imports.cellsSealed),
    sql`${imports.status} not in ('checking', 'writing', 'taking_back')`,
  );
  const over = await tx.db.select({ id: imports.id }).from(imports).where(due).limit(100);
  const ids = over.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.db
    .update(importRows)
    .set({ detailsSealed: null })
    .where(inArray(importRows.importId, ids));
  await tx.db
    .update(imports)
    .set({
      cellsSealed: null,
      status: sql`case when ${imports.status} in ('uploaded', 'ready') then 'cancelled' else ${imports.status} end`,
    })
    .where(inArray(imports.id, ids));
  return ids.length;
}

/** What this module holds of a person, for how long, and how it is removed. */
export const personalData = {
  module: 'imports',
  tables: [
    {
      table: 'imports',
      holds: '导入的表格内容，加密',
      retention: '30 天后删除（可设）',
    },
    {
      table: 'import_rows',
      holds: '每行的核对结果，加密；写到哪个人',
      retention: '内容 30 天后删除（可设），结果长期',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
