import 'server-only';
import { sql } from 'drizzle-orm';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { sweep } from '@/lib/jobs/sweep';
import { notifyEach } from '@/lib/messaging/outbox';
import { read, transaction } from '@/lib/transaction';
import { weeklyNotice } from '../messages';
import { sumWeek } from '../queries/weekly';
import { weekBefore } from '../rules/week';

interface Place extends Record<string, unknown> {
  id: string;
  officers: string[];
}

/** Where somebody answers for several unions, and who. */
const listPlaces = (systemTx: Ctx) =>
  systemTx.db.execute<Place>(sql`
    select g.organisation_id as id, json_agg(distinct g.account_id) as officers
    from role_grants g join accounts a on a.id = g.account_id and a.disabled_at is null
    join organisations o on o.id = g.organisation_id and o.closed_at is null
    where g.revoked_at is null and g.role in ('town_admin', 'organisation_officer')
    group by g.organisation_id order by g.organisation_id`);

/**
 * Tells the officers of towns and of the federation, on Monday, what the week before came to; a week without a case
 * tells nothing. Once a week, however often it runs.
 * @open the system itself, on its clock
 * @unaudited figures that the page of the week shows at any time
 * @returns how many places were notified
 */
export async function sendWeekly(ctx: Ctx): Promise<number> {
  const systemTx = asSystem(ctx);
  const places = await read(systemTx, listPlaces);
  let notified = 0;
  await sweep('send_weekly', places, ({ id, officers }) =>
    transaction(systemTx, async (tx) => {
      const week = weekBefore(todayOn(tx.now));
      const figures = await sumWeek(tx, week, [id]);
      if (figures.arrived + figures.decided + figures.waiting === 0) return;
      const dedupeKey = `weekly:${week.from}:${id}`;
      await notifyEach(tx, officers, { ...weeklyNotice(week, figures), dedupeKey });
      notified += 1;
    }),
  );
  return notified;
}
