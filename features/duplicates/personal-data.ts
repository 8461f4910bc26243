import 'server-only';
import { and, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { duplicatePairs, pastPhones, recordMerges } from '@/db/schema/duplicates';
import { people } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { pastPhoneDays } from './settings';

const merged = (personId: string) =>
  and(
    eq(recordMerges.kind, 'person'),
    or(eq(recordMerges.survivorId, personId), eq(recordMerges.loserId, personId)),
  );

/** When records of the person were made one, why, and taken apart, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db.select().from(recordMerges).where(merged(personId));
  return {
    merges: rows.map(({ mergedAt, reason, undoneAt, undoReason }) => ({
      ...{ mergedAt, reason, undoneAt, undoReason },
    })),
  };
}

/**
 * Records that were taken into the person's lose what they said, pairs and earlier numbers go; a merge can be
 * taken back no more (PIPL 47). Run it as the system, before the person's own record is emptied.
 * @returns how many records and pairs were emptied
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const gone = await tx.db
    .select({ id: people.id, accountId: people.accountId })
    .from(people)
    .where(or(eq(people.id, personId), eq(people.mergedInto, personId)));
  const ids = gone.map(({ id }) => id);
  await tx.db
    .update(recordMerges)
    .set({ changes: [] })
    .where(or(inArray(recordMerges.survivorId, ids), inArray(recordMerges.loserId, ids)));
  await tx.db.delete(pastPhones).where(
    inArray(
      pastPhones.accountId,
      gone.map(({ accountId }) => accountId),
    ),
  );
  const pairs = await tx.db
    .delete(duplicatePairs)
    .where(or(inArray(duplicatePairs.aId, ids), inArray(duplicatePairs.bId, ids)))
    .returning({ id: duplicatePairs.id });
  return pairs.length;
}

/**
 * Numbers that accounts had longer ago than the setting says are forgotten (PIPL 19). Run it as the system.
 * @returns how many
 */
async function expire(tx: Ctx): Promise<number> {
  const { days } = await readSettings(tx, { days: pastPhoneDays });
  const old = await tx.db
    .delete(pastPhones)
    .where(lt(pastPhones.until, sql`now() - make_interval(days => ${days}::int)`))
    .returning({ accountId: pastPhones.accountId });
  return old.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'duplicates',
  tables: [
    {
      table: 'duplicate_pairs',
      holds: '哪两条记录像是同一个人、为什么，没有姓名和号码',
      retention: '不再相像时删除；核对过的长期',
    },
    {
      table: 'record_merges',
      holds: '合并前两条记录的姓名、证件和手机号（加密），用来拆开',
      retention: '注销前',
    },
    { table: 'past_phones', holds: '以前的手机号的摘要', retention: '2 年（可设）' },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
