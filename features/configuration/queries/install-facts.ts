import 'server-only';
import { sql } from 'drizzle-orm';
import type { RoleName } from '@/db/schema/identity';
import { canReviewApplication } from '@/features/members/policy';
import { canManageOfferings } from '@/features/offerings/policy';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { sendsNoTexts } from '@/lib/env';
import { portalSettings } from '@/lib/portal/portal-settings';
import { readSettings } from '@/lib/settings';
import { readAsSystem } from '@/lib/transaction';
import { firstSteps, type InstallFacts } from '../rules/first-steps';
import { missingYear } from '../rules/missing-year';
import { nextYearMonth } from '../settings';

const roles = (names: readonly string[]) => `{${[...new Set(names)].join(',')}}`;

/** Officers who hold one of these roles today. */
const holders = (names: readonly string[]) => sql`(select count(distinct account_id)::int
  from role_grants where revoked_at is null and role = any (${roles(names)}::text[]))`;

const organiserRoles: readonly RoleName[] = Object.values(canManageOfferings).flatMap(
  (may) => may.roles,
);

type Counted = Omit<InstallFacts, 'year' | 'missingYear' | 'sendsTexts'>;

/**
 * How far this installation has come, out of what it holds; counts only. The system reads, because texts and
 * roles are nobody's rows to see.
 */
export const readInstallFacts = (ctx: Ctx): Promise<InstallFacts> =>
  readAsSystem(ctx, async (tx) => {
    const today = todayOn(tx.now);
    const year = Number(today.slice(0, 4));
    const [row] = await tx.db.execute<Counted & Record<string, unknown>>(sql`select
      (select id from organisations where parent_id is null limit 1) as "rootId",
      coalesce((select name from organisations where parent_id is null limit 1), '') as "rootName",
      exists (select 1 from settings where key = ${portalSettings.hotline.key}) as "hotlineSet",
      (select count(*)::int from organisations where kind = 'town_federation' and closed_at is null) as towns,
      (select count(*)::int from organisations where closed_at is null and kind in
        ('industry_federation', 'grassroots_union', 'joint_union', 'online_home')) as unions,
      (select count(*)::int from employers where closed_at is null) as employers,
      (select count(*)::int from holidays where "on" between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date) as holidays,
      (select count(*)::int from (select 1 from outbox where status = 'sent' limit 1) o) as "textsSent",
      ${holders(canReviewApplication.roles)} as reviewers, ${holders(organiserRoles)} as organisers,
      (select count(*)::int from offerings where published_at is not null and status <> 'cancelled') as published`);
    if (!row) throw new Error('no facts');
    const { month } = await readSettings(tx, { month: nextYearMonth });
    const missing = missingYear(today, month, await readWorkCalendar(tx));
    return { ...row, year, missingYear: missing, sendsTexts: !sendsNoTexts() };
  });

/** How many of the first steps are still to do. */
export const countStepsLeft = async (ctx: Ctx): Promise<number> =>
  firstSteps(await readInstallFacts(ctx), '').filter((step) => !step.done).length;
