import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { employers } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import { nameAsRead } from './insert-employer';

/** An employer as it is to stand. */
export interface EmployerChange {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly industry: string | null;
  readonly address: string | null;
  readonly staffCount: number | null;
}

/** Writes these facts of employers that the caller has locked, in one statement; the caller audits it. */
export async function changeEmployers(tx: Ctx, rows: readonly EmployerChange[]): Promise<void> {
  if (rows.length === 0) return;
  const given = JSON.stringify(rows.map((row) => ({ ...row, ...nameAsRead(row.name) })));
  await tx.db.execute(sql`
    update employers e set name = r.name, pinyin = r.pinyin, initials = r.initials, uscc = r.uscc,
      industry = r.industry, address = r.address, staff_count = r."staffCount", version = e.version + 1
    from jsonb_to_recordset(${given}::jsonb) as r(id uuid, name text, pinyin text, initials text, uscc text,
      industry text, address text, "staffCount" int)
    where e.id = r.id`);
}

/** Deletes employers that were entered by mistake and to which nothing points; the caller has looked, and audits it. */
export async function removeEmployers(tx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.db.delete(employers).where(inArray(employers.id, [...ids]));
}
