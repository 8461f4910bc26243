import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { cache } from 'react';
import { offeringKinds } from '@/db/schema/enums';
import { canDecideBookings } from '@/features/bookings/policy';
import { canReviewApplication } from '@/features/members/policy';
import type { Actor } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { countedUpTo } from '../rules/age';
import { desksOf } from './inbox-statement';

export interface InboxCounts {
  readonly waiting: number;
  readonly overdue: number;
  readonly sentBack: number;
}

/** Stops at `countedUpTo + 1` entries of one status: the figure is exact until it says 999+. */
function counted(
  table: SQL,
  desk: SQL,
  granted: readonly string[],
  status: string,
  more: SQL,
): SQL {
  return sql`(select count(*)::int from (select 1 from (${desksOf(granted)}) d cross join lateral (
    select 1 from ${table} a where ${desk} = d.id and a.status = ${status} ${more}
    limit ${countedUpTo + 1}) n limit ${countedUpTo + 1}) counted)`;
}

function totals(actor: Actor, more: SQL, statuses: { application: string[]; booking: string }) {
  const granted = canReviewApplication.organisationsOf(actor);
  const table = sql`membership_applications`;
  const applications = statuses.application.map((status) =>
    counted(table, sql`a.desk_id`, granted, status, more),
  );
  const bookings = offeringKinds
    .map((kind) => ({ kind, granted: canDecideBookings[kind].organisationsOf(actor) }))
    .filter((part) => part.granted.length > 0)
    .map((part) =>
      counted(
        sql`bookings`,
        sql`a.organiser_id`,
        part.granted,
        statuses.booking,
        sql`and a.kind = ${part.kind} ${more}`,
      ),
    );
  return sql.join([...applications, ...bookings], sql` + `);
}

/** How much waits, is late, and was sent back, for the chips, the navigation and the dashboard; once per request. */
export const countInbox = cache(async (ctx: Ctx): Promise<InboxCounts> => {
  const today = todayOn(ctx.now);
  const { actor } = ctx;
  const waiting = { application: ['submitted', 'in_review'], booking: 'pending' };
  const back = { application: ['sent_back'], booking: 'sent_back' };
  return read(ctx, async (tx) => {
    const [row] = await tx.db.execute<{ waiting: number; overdue: number; sent_back: number }>(sql`
      select ${totals(actor, sql``, waiting)} as waiting,
        ${totals(actor, sql`and a.due_on < ${today}::date`, waiting)} as overdue,
        ${totals(actor, sql``, back)} as sent_back`);
    return {
      waiting: row?.waiting ?? 0,
      overdue: row?.overdue ?? 0,
      sentBack: row?.sent_back ?? 0,
    };
  });
});
