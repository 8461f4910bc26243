import 'server-only';
import { sql } from 'drizzle-orm';
import { offeringFilter } from '@/features/bookings/schema/desk-filter';
import { canReviewApplication, canSeeMembers } from '@/features/members/policy';
import { joinedFully } from '@/features/members/queries/joined-fully';
import { managedKinds } from '@/features/offerings/queries/desk-scope';
import { listTownsBelow } from '@/features/organisations/queries/find-unions';
import { inScope } from '@/features/organisations/queries/scope';
import { sumDeskOfferings } from '@/features/scheduling/queries/desk-offerings';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { workdaysBetween } from '@/lib/calendar/workdays';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { type Period, periodOf } from '../rules/period';
import type { Range } from '../schema/dashboard';
import { countInbox } from './inbox-counts';
import { decidedBetween } from './inbox-statement';

export interface TownFigure extends Record<string, unknown> {
  town_id: string | null;
  town: string | null;
  members: number;
  new_form: number;
}

/** New members of a period by town, the nine always there; unions outside any town come last. */
async function membersByTown(tx: Ctx, period: Period, granted: readonly string[]) {
  return tx.db.execute<TownFigure>(sql`
    with joined as (
      select o.town_id, c.person_id, c.is_new_form
      from membership_changes c join organisations o on o.id = c.organisation_id
      where ${joinedFully(sql`c`)} and c."on" between ${period.from}::date and ${period.to}::date
        and ${inScope(sql`c.organisation_id`, granted)}),
    towns as (select id, short_name, area_code from organisations where kind = 'town_federation'
      union all select null, null, null)
    select t.id as town_id, t.short_name as town, count(distinct j.person_id)::int as members,
      count(distinct j.person_id) filter (where j.is_new_form)::int as new_form
    from towns t left join joined j on j.town_id is not distinct from t.id
    group by t.id, t.short_name, t.area_code
    having t.id is not null or count(j.person_id) > 0
    order by t.area_code nulls last`);
}

/** New members month by month over the last twelve months, this one as far as it goes. */
async function membersByMonth(tx: Ctx, today: string, granted: readonly string[]) {
  return tx.db.execute<{ month: string; members: number }>(sql`
    select to_char(s.month, 'YYYY-MM') as month, count(distinct c.person_id)::int as members
    from generate_series(date_trunc('month', ${today}::date) - interval '11 months',
      date_trunc('month', ${today}::date), interval '1 month') s(month)
    left join membership_changes c on ${joinedFully(sql`c`)} and c."on" >= s.month::date
      and c."on" < (s.month + interval '1 month')::date and ${inScope(sql`c.organisation_id`, granted)}
    group by s.month order by s.month`);
}

/** Members on the books today, those of new forms of work among them, and 预备会员, who do not count yet. */
async function membersNow(tx: Ctx, granted: readonly string[]) {
  const [row] = await tx.db.execute<{ all: number; new_form: number; provisional: number }>(sql`
    select count(*) filter (where m.status <> 'provisional')::int as all,
      count(*) filter (where m.is_new_form and m.status <> 'provisional')::int as new_form,
      count(*) filter (where m.status = 'provisional')::int as provisional
    from memberships m where m.status <> 'left' and ${inScope(sql`m.organisation_id`, granted)}`);
  const { all = 0, new_form: newForm = 0, provisional = 0 } = row ?? {};
  return { all, newForm, provisional };
}

/** How long answers took: each decided application of the period, in working days, and how many in time. */
async function answerTimes(tx: Ctx, period: Period, granted: readonly string[]) {
  const rows = await tx.db.execute<{ from: string; to: string; in_time: boolean; n: number }>(sql`
    select (a.submitted_at at time zone 'Asia/Shanghai')::date::text as from,
      (a.decided_at at time zone 'Asia/Shanghai')::date::text as to,
      (a.decided_at at time zone 'Asia/Shanghai')::date <= a.due_on as in_time, count(*)::int as n
    from membership_applications a
    where a.status in ('approved', 'rejected') and ${inScope(sql`a.desk_id`, granted)}
      and ${decidedBetween(period)}
    group by 1, 2, 3`);
  const calendar = await readWorkCalendar(tx);
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const days = rows.reduce(
    (sum, row) => sum + row.n * Math.max(0, workdaysBetween(row.from, row.to, calendar)),
    0,
  );
  const inTime = rows.reduce((sum, row) => sum + (row.in_time ? row.n : 0), 0);
  return { decided: n, days: n > 0 ? days / n : null, inTime: n > 0 ? inTime / n : null };
}

/** What stands open and what is still a draft among the offerings of an officer who runs some; else null. */
async function readServices(tx: Ctx) {
  if (managedKinds(tx.actor).length === 0) return null;
  const open = await sumDeskOfferings(tx, offeringFilter.parse({ phase: 'open' }));
  const drafts = await sumDeskOfferings(tx, offeringFilter.parse({ phase: 'draft' }));
  return { ...open, drafts: drafts.offerings };
}

/** The dashboard's figures, each from the rows its list shows, in this officer's scope. */
export async function readDashboard(ctx: Ctx, range: Range) {
  const today = todayOn(ctx.now);
  const period = periodOf(range, today);
  const seen = canSeeMembers.organisationsOf(ctx.actor);
  const reviewed = canReviewApplication.organisationsOf(ctx.actor);
  const inbox = await countInbox(ctx);
  return read(ctx, async (tx) => {
    const towns = await membersByTown(tx, period, seen);
    return {
      today,
      period,
      inbox,
      towns,
      members: towns.reduce((sum, town) => sum + town.members, 0),
      newForm: towns.reduce((sum, town) => sum + town.new_form, 0),
      onBooks: await membersNow(tx, seen),
      months: await membersByMonth(tx, today, seen),
      answers: await answerTimes(tx, period, reviewed),
      services: await readServices(tx),
      // One town, or none, is no comparison.
      comparesTowns: (await listTownsBelow(tx, seen)).length > 1,
      now: tx.now,
    };
  });
}

export type Dashboard = Awaited<ReturnType<typeof readDashboard>>;
