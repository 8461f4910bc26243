import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

/** What a list may change of an entry, as it is to stand. Days are `YYYY-MM-DD`. */
export interface EntryChange {
  readonly employerId: string;
  readonly staffCount: number | null;
  readonly staffCountedOn: string | null;
  readonly staffEvidence: string | null;
  readonly listedOn: string | null;
  readonly responsibleId: string | null;
}

/**
 * Writes these facts of entries that the caller has locked, in one statement; the caller audits it. An entry that
 * is on the list stays on it: the database refuses the way back.
 */
export async function changeEntries(tx: Ctx, rows: readonly EntryChange[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.db.execute(sql`
    update register_entries e set staff_count = r."staffCount", staff_counted_on = r."staffCountedOn",
      staff_evidence = r."staffEvidence", listed_on = r."listedOn", responsible_id = r."responsibleId",
      version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("employerId" uuid, "staffCount" int,
      "staffCountedOn" date, "staffEvidence" text, "listedOn" date, "responsibleId" uuid)
    where e.employer_id = r."employerId"`);
}
