import 'server-only';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { ratings, ratingTasks } from '@/db/schema/ratings';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { transaction } from '@/lib/transaction';
import { askNotice } from '../messages';

/** Cases that ended in the last week and were neither asked about nor rated; an undo is over by then. */
const unasked = sql`
  select 'booking' as "entityType", b.id as "entityId", b.account_id as "accountId", b.kind, o.title
  from bookings b
  join offerings o on o.id = b.offering_id
  join offering_sessions s on s.id = b.session_id
  where b.status = 'attended' and s.ends_at < now() and b.updated_at > now() - interval '7 days'
  union all
  select 'application', a.id, a.account_id, 'join', '加入工会'
  from membership_applications a
  where a.status in ('approved', 'rejected')
    and a.decided_at between now() - interval '7 days' and now() - interval '5 minutes'`;

type Asked = {
  entityType: 'booking' | 'application';
  entityId: string;
  accountId: string;
  kind: string;
  title: string;
};

/**
 * Asks once, after a service was attended or an application decided, how it was. The notice's own key
 * keeps a second run from asking again.
 * @open the worker calls it as the system
 * @unaudited a question changes nothing
 * @returns how many were asked
 */
export async function askForRatings(ctx: Ctx): Promise<number> {
  return transaction(ctx, async (tx) => {
    const cases = await tx.db.execute<Asked>(sql`select c.* from (${unasked}) c
      where not exists (select 1 from notices n where n.dedupe_key = 'rate:' || c."entityType" || ':' || c."entityId")
        and not exists (select 1 from ratings r where r.entity_type = c."entityType" and r.entity_id = c."entityId")
      limit 500`);
    await notifyMany(
      tx,
      cases.map((one) => ({ accountId: one.accountId, ...askNotice(one) })),
    );
    return cases.length;
  });
}

/**
 * Flags for the level above what nobody has answered by the due day; each once.
 * @open the worker calls it as the system
 * @returns how many were flagged
 */
export async function escalateOverdue(ctx: Ctx): Promise<number> {
  return transaction(ctx, async (tx) => {
    const late = await tx.db
      .update(ratingTasks)
      .set({ escalatedAt: tx.now })
      .from(ratings)
      .where(
        and(
          eq(ratings.id, ratingTasks.ratingId),
          eq(ratingTasks.status, 'open'),
          isNull(ratingTasks.escalatedAt),
          lt(ratingTasks.dueOn, todayOn(tx.now)),
        ),
      )
      .returning({ id: ratingTasks.ratingId, organiserId: ratingTasks.organiserId });
    for (const { id, organiserId } of late) {
      await recordAudit(tx, {
        action: 'escalate_rating',
        entityType: 'rating',
        entityId: id,
        organisationId: organiserId,
      });
    }
    return late.length;
  });
}
