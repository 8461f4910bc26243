import 'server-only';
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { followUps } from '@/db/schema/follow-ups';
import { offerings } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';

/** Every question and answer of the person in plain, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db
    .select({
      course: offerings.title,
      months: followUps.months,
      askedAt: followUps.askedAt,
      answer: followUps.answer,
      answeredAt: followUps.answeredAt,
    })
    .from(followUps)
    .innerJoin(offerings, eq(offerings.id, followUps.offeringId))
    .where(eq(followUps.personId, personId));
  return { followUps: rows };
}

/** Whoever it was is forgotten; what was said stays in the count. */
async function forget(tx: Ctx, where: SQL): Promise<number> {
  const forgotten = await tx.db
    .update(followUps)
    .set({ accountId: null, personId: null, bookingId: null })
    .where(and(isNotNull(followUps.accountId), where))
    .returning({ id: followUps.id });
  return forgotten.length;
}

/** Forgets a person who is gone; the count stays. Run it as the system. */
const erase = (tx: Ctx, personId: string): Promise<number> =>
  forget(tx, eq(followUps.personId, personId));

/** Three years after it was asked nobody needs to know any more who it was. */
const expire = (tx: Ctx): Promise<number> =>
  forget(tx, sql`${followUps.askedAt} < now() - interval '3 years'`);

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'training',
  tables: [
    {
      table: 'follow_ups',
      holds: '培训后的去向：就业、创业、未就业',
      retention: '3 年后不再知道是谁，只留人数',
    },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
