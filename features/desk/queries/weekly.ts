import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { canReviewApplication } from '@/features/members/policy';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import type { Week } from '../rules/week';
import { listLateDesks } from './overdue';

export interface WeekFigures {
  arrived: number;
  decided: number;
  in_time: number;
  waiting: number;
  overdue: number;
}

export interface TownWeek extends WeekFigures, Record<string, unknown> {
  town_id: string | null;
  town: string | null;
}

const open = sql`a.status in ('submitted', 'in_review')`;

function figures({ from, to }: Week, today: string): SQL {
  const [first, end] = [from, addDays(to, 1)].map((on) => startOfDay(on).toISOString());
  const within = (at: SQL) => sql`${at} >= ${first}::timestamptz and ${at} < ${end}::timestamptz`;
  const arrived = within(sql`a.submitted_at`);
  const decided = sql`a.status in ('approved', 'rejected') and ${within(sql`a.decided_at`)}`;
  return sql`count(*) filter (where ${arrived})::int as arrived,
    count(*) filter (where ${decided})::int as decided,
    count(*) filter (where ${decided}
      and (a.decided_at at time zone 'Asia/Shanghai')::date <= a.due_on)::int as in_time,
    count(*) filter (where ${open})::int as waiting,
    count(*) filter (where ${open} and a.due_on < ${today}::date)::int as overdue`;
}

/** Applications of a week in the unions below these organisations; what waits and is late as of today. */
export async function sumWeek(
  tx: Ctx,
  week: Week,
  organisations: readonly string[],
): Promise<WeekFigures> {
  const [row] = await tx.db.execute<WeekFigures & Record<string, unknown>>(sql`
    select ${figures(week, todayOn(tx.now))} from membership_applications a
    where a.status <> 'draft' and ${inScope(sql`a.desk_id`, organisations)}`);
  return row ?? { arrived: 0, decided: 0, in_time: 0, waiting: 0, overdue: 0 };
}

/**
 * The week by town, in the order of the area codes, what belongs to no town last; and the desks below the officer’s
 * own at which anything is late, the most first, at most 50. Throws Forbidden for who reviews no applications.
 */
export async function readWeekly(ctx: Ctx, week: Week) {
  authorize(canReviewApplication.anywhere(ctx.actor));
  const granted = canReviewApplication.organisationsOf(ctx.actor);
  const today = todayOn(ctx.now);
  return read(ctx, async (tx) => {
    const towns = await tx.db.execute<TownWeek>(sql`
      select t.id as town_id, t.short_name as town, ${figures(week, today)}
      from membership_applications a left join organisations t on t.id = a.town_id
      where a.status <> 'draft' and ${inScope(sql`a.desk_id`, granted)}
      group by t.id, t.short_name, t.area_code order by t.area_code nulls last`);
    const late = await listLateDesks(tx, granted);
    return { week, towns, late, today };
  });
}

export type Weekly = Awaited<ReturnType<typeof readWeekly>>;
