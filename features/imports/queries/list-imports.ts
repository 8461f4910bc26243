import 'server-only';
import { sql } from 'drizzle-orm';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { canImport } from '../policy';
import { importMostRows } from '../settings';
import type { ImportStatus } from './import-view';

export interface ImportItem extends Record<string, unknown> {
  id: string;
  file_name: string;
  union_name: string;
  status: ImportStatus;
  rows: number;
  written: number;
  created_at: string;
  may_undo: boolean;
}

/** The imports of the officer's unions, the newest first; at most fifty. */
export async function listImports(ctx: Ctx): Promise<ImportItem[]> {
  return read(ctx, (tx) =>
    tx.db.execute<ImportItem>(sql`
      select i.id, i.file_name, o.short_name as union_name, i.status, (i.notes ->> 'rows')::int as rows,
        i.created_at::text, i.status = 'written' and i.undo_until >= now() as may_undo,
        (select count(*)::int from import_rows r where r.import_id = i.id and r.state in ('written', 'stayed')) as written
      from imports i join organisations o on o.id = i.organisation_id
      where ${inScope(sql`i.organisation_id`, canImport.organisationsOf(ctx.actor))}
      order by i.created_at desc limit 50`),
  );
}

/** How many rows one file may have. */
export const readMostRows = async (ctx: Ctx): Promise<number> =>
  (await read(ctx, (tx) => readSettings(tx, { importMostRows }))).importMostRows;
