import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import type { Book } from '../rules/books';
import { importMostRows } from '../settings';
import type { ImportStatus } from './import-view';
import { seenImports } from './seen-imports';

export interface ImportItem extends Record<string, unknown> {
  id: string;
  book: Book;
  file_name: string;
  union_name: string;
  status: ImportStatus;
  rows: number;
  written: number;
  created_at: string;
  may_undo: boolean;
}

/**
 * The imports of the officer's unions, the newest first.
 * @param most how many at most
 */
export async function listImports(ctx: Ctx, most = 50): Promise<ImportItem[]> {
  return read(ctx, (tx) =>
    tx.db.execute<ImportItem>(sql`
      select imports.id, imports.book, imports.file_name, o.short_name as union_name, imports.status, (imports.notes ->> 'rows')::int as rows,
        imports.created_at::text,
        imports.status = 'written' and imports.undo_until >= now() as may_undo,
        (select count(*)::int from import_rows r where r.import_id = imports.id and r.state in ('written', 'stayed')) as written
      from imports join organisations o on o.id = imports.organisation_id
      where ${seenImports(ctx.actor)}
      order by imports.created_at desc limit ${most}`),
  );
}

/** How many rows one file may have. */
export const readMostRows = async (ctx: Ctx): Promise<number> =>
  (await read(ctx, (tx) => readSettings(tx, { importMostRows }))).importMostRows;
