import 'server-only';
import { sql } from 'drizzle-orm';
import { caseNoteBody } from '@/db/schema/desk';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { noteKeepDays } from './settings';

/** The cases of one person: their applications, and bookings by or for them. */
const casesOf = (personId: string) => sql`
  select id from membership_applications where person_id = ${personId}::uuid
  union select id from bookings where person_id = ${personId}::uuid or attendee_id = ${personId}::uuid`;

/**
 * What officers wrote about a person, in plain, for 查阅复制. No page and no notice shows it; but PIPL 45 gives a
 * right to what is stored about oneself, and knows no exception for notes of the office. Who wrote it is left out:
 * that is about the officer. The caller audits it.
 */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db.execute<{ id: string; at: string; body_sealed: string }>(sql`
    select id, at::text, body_sealed from case_notes
    where removed_at is null and case_id in (${casesOf(personId)}) order by at, id`);
  return {
    caseNotes: rows.map((row) => ({
      at: row.at,
      text: openField(row.body_sealed, caseNoteBody(row.id)),
    })),
  };
}

/**
 * Removes what officers wrote about a person (PIPL 47): the decision and its reason stand in the case itself.
 * @returns how many notes were removed
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const gone = await tx.db.execute(sql`
    delete from case_notes where case_id in (${casesOf(personId)}) returning id`);
  return gone.length;
}

/**
 * Removes notes after `desk.note_keep_days` (PIPL 19), and who had a case open on an earlier day.
 * @returns how many notes were removed
 */
async function expire(tx: Ctx): Promise<number> {
  const { days } = await readSettings(tx, { days: noteKeepDays });
  await tx.db.execute(sql`delete from case_views where seen_at < now() - interval '1 day'`);
  const gone = await tx.db.execute(sql`
    delete from case_notes where at < now() - make_interval(days => ${days}::int) returning id`);
  return gone.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'desk',
  tables: [
    {
      table: 'case_notes',
      holds: '干部之间关于一件申请、报名的备注（加密）',
      retention: '365 天（可设）',
    },
    { table: 'case_assignments', holds: '哪位干部接手', retention: '随申请、报名' },
    { table: 'case_views', holds: '哪位干部正打开着', retention: '次日删除' },
    { table: 'saved_filters', holds: '干部存的筛选', retention: '本人删除前' },
    { table: 'bulk_runs', holds: '干部一起办了哪些', retention: '30 天' },
    { table: 'bulk_rows', holds: '每一件的结果', retention: '30 天' },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
