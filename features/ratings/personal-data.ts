import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { ratingComment, ratings, ratingTasks } from '@/db/schema/ratings';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';

const ofPerson = (personId: string) =>
  sql`${ratings.accountId} in (select p.account_id from people p where p.id = ${personId}::uuid)`;

/** Every rating of the person in plain with its answer, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const rows = await tx.db
    .select({ rating: ratings, answer: ratingTasks.answer })
    .from(ratings)
    .leftJoin(ratingTasks, eq(ratingTasks.ratingId, ratings.id))
    .where(ofPerson(personId));
  return {
    ratings: rows.map(({ rating: r, answer }) => ({
      title: r.title,
      level: r.level,
      reasons: r.reasons,
      comment: r.commentSealed && openField(r.commentSealed, ratingComment(r.id)),
      answer,
      createdAt: r.createdAt,
    })),
  };
}

/** The words of a person who is gone are removed; the level stays in the average. Run it as the system. */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const emptied = await tx.db
    .update(ratings)
    .set({ commentSealed: null, caseNumber: null })
    .where(ofPerson(personId))
    .returning({ id: ratings.id });
  return emptied.length;
}

/** What was written goes two years after; the level stays in the average. */
async function expire(tx: Ctx): Promise<number> {
  const emptied = await tx.db
    .update(ratings)
    .set({ commentSealed: null, caseNumber: null })
    .where(
      sql`${ratings.createdAt} < now() - interval '2 years'
        and (${ratings.commentSealed} is not null or ${ratings.caseNumber} is not null)`,
    )
    .returning({ id: ratings.id });
  return emptied.length;
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'ratings',
  tables: [
    {
      table: 'ratings',
      holds: '满意程度、原因、留言（加密）',
      retention: '留言 2 年；分数留作平均',
    },
    { table: 'rating_tasks', holds: '差评的答复', retention: '随评价' },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
