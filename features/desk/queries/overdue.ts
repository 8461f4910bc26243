import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { slaDays } from '@/features/applications/settings';
import { inScope } from '@/features/organisations/queries/scope';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { addWorkdays, type WorkCalendar } from '@/lib/calendar/workdays';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { readAsSystem } from '@/lib/transaction';
import type { DeskMatter } from '../rules/overdue';

interface Terms {
  /** YYYY-MM-DD */
  readonly today: string;
  /** Workdays in which an application is answered; requests that promise no day are measured by it. */
  readonly days: number;
  readonly calendar: WorkCalendar;
}

async function readTerms(tx: Ctx): Promise<Terms> {
  const { days } = await readSettings(tx, { days: slaDays });
  return { today: todayOn(tx.now), days, calendar: await readWorkCalendar(tx) };
}

/** The day on which something was asked, in China. */
const dayOf = (at: SQL) => sql`(${at} at time zone 'Asia/Shanghai')::date`;

/**
 * Everything that waits for an answer of the desks that `where` picks: desk_id, matter, due_on where a day was
 * promised, else asked_on; and whether it is late.
 */
function waiting({ today, days, calendar }: Terms, where: (desk: SQL) => SQL): SQL {
  const before = addWorkdays(today, -days, calendar);
  return sql`
    select a.desk_id, 'membership' as matter, a.due_on, null::date as asked_on, a.due_on < ${today}::date as late
      from membership_applications a
      where a.status in ('submitted', 'in_review') and ${where(sql`a.desk_id`)}
    union all select b.organiser_id, b.kind, b.due_on, null, b.due_on < ${today}::date from bookings b
      where b.status = 'pending' and ${where(sql`b.organiser_id`)}
    union all select t.organisation_id, 'transfer', null, ${dayOf(sql`t.created_at`)},
      ${dayOf(sql`t.created_at`)} < ${before}::date from transfer_requests t
      where t.status = 'requested' and ${where(sql`t.organisation_id`)}
    union all select i.organisation_id, 'correction', null, ${dayOf(sql`i.sent_at`)},
      ${dayOf(sql`i.sent_at`)} < ${before}::date from identity_corrections i
      where i.status = 'waiting' and ${where(sql`i.organisation_id`)}`;
}

export interface LateDesk {
  readonly id: string;
  readonly name: string;
  readonly waiting: number;
  readonly overdue: number;
  readonly counts: Readonly<Partial<Record<DeskMatter, number>>>;
  /** The first day that has passed, YYYY-MM-DD. */
  readonly oldestOn: string;
  /** YYYY-MM-DD; null when nobody urged them yet. */
  readonly urgedOn: string | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  waiting: number;
  overdue: number;
  counts: Partial<Record<DeskMatter, number>>;
  due_on: string | null;
  asked_on: string | null;
  urged_on: string | null;
}

/**
 * The desks below these organisations, themselves left out, at which something is late: the most first, at most 50.
 * Counts alone, read as the system: what waits there is nobody's above to open by them.
 */
export async function listLateDesks(tx: Ctx, granted: readonly string[]): Promise<LateDesk[]> {
  const terms = await readTerms(tx);
  const own = `{${granted.join(',')}}`;
  const below = (desk: SQL) =>
    sql`${inScope(desk, granted)} and not (${desk} = any (${own}::uuid[]))`;
  const rows = await readAsSystem(tx, (systemTx) =>
    systemTx.db.execute<Row>(sql`
      select o.id, o.short_name as name, sum(n)::int as waiting, sum(late)::int as overdue,
        jsonb_object_agg(matter, late) as counts, min(due_on)::text as due_on, min(asked_on)::text as asked_on,
        (select max(u."on")::text from desk_urges u where u.organisation_id = o.id) as urged_on
      from (select desk_id, matter, count(*) as n, count(*) filter (where late) as late,
          min(due_on) filter (where late) as due_on, min(asked_on) filter (where late) as asked_on
        from (${waiting(terms, below)}) w group by desk_id, matter) m
      join organisations o on o.id = m.desk_id
      group by o.id, o.short_name having sum(late) > 0
      order by overdue desc, o.id limit 50`),
  );
  return rows.map(({ due_on, asked_on, urged_on, ...row }) => {
    const promised = asked_on && addWorkdays(asked_on, terms.days, terms.calendar);
    const [oldestOn = terms.today] = [due_on, promised].filter((on) => on !== null).sort();
    return { ...row, oldestOn, urgedOn: urged_on };
  });
}

/** How many of each matter are late at one desk; none of a matter is left out. Read as the system. */
export async function countLateAt(
  tx: Ctx,
  deskId: string,
): Promise<Partial<Record<DeskMatter, number>>> {
  const terms = await readTerms(tx);
  const here = (desk: SQL) => sql`${desk} = ${deskId}::uuid`;
  const rows = await readAsSystem(tx, (systemTx) =>
    systemTx.db.execute<{ matter: DeskMatter; n: number }>(sql`
      select matter, count(*)::int as n from (${waiting(terms, here)}) w where late group by matter`),
  );
  return Object.fromEntries(rows.map(({ matter, n }) => [matter, n]));
}
