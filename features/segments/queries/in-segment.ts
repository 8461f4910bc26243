import 'server-only';
import { sql } from 'drizzle-orm';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { within } from '@/lib/transaction';
import { type SegmentOf, segmentCondition, segmentTables } from './condition';

/**
 * Which of these people are in a 人群 today, for whoever judges one or many: the same condition as its list.
 * @open callers have authorised, and pass on yes or no
 * @param personIds as many as there are; asked in one statement
 */
export async function findInSegment(
  tx: Ctx,
  segment: SegmentOf,
  personIds: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db.execute<{ id: string }>(sql`
      select distinct m.person_id as id ${segmentTables}
      where m.person_id = any (${`{${[...new Set(personIds)].join(',')}}`}::uuid[])
        and ${segmentCondition(segment, todayOn(tx.now))}`),
  );
  return new Set(rows.map((row) => row.id));
}
