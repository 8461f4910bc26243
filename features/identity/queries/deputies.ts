import 'server-only';
import { sql } from 'drizzle-orm';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { readAsSystem } from '@/lib/transaction';
import type { Days } from '../rules/deputy';

export interface Colleague extends Record<string, unknown> {
  id: string;
  name: string;
}

/**
 * Officers who may act for the actor: with a role where the actor has one, or one step above or below. Not the
 * partner’s desk, and no system administrator (三权分立). By name, at most 200.
 */
export async function listColleagues(ctx: Ctx): Promise<Colleague[]> {
  const me = accountOf(ctx.actor);
  return readAsSystem(ctx, (systemTx) =>
    systemTx.db.execute<Colleague>(sql`
      select a.id, a.display_name as name from accounts a
      where a.id <> ${me}::uuid and a.disabled_at is null
        and not exists (select 1 from role_grants s where s.account_id = a.id and s.revoked_at is null
          and s.role in ('system_admin', 'hospital_desk'))
        and exists (select 1 from role_grants g join organisation_closure c
            on g.organisation_id in (c.ancestor_id, c.descendant_id) and c.depth <= 1
          join role_grants mine on mine.organisation_id in (c.ancestor_id, c.descendant_id)
            and mine.account_id = ${me}::uuid and mine.revoked_at is null
          where g.account_id = a.id and g.revoked_at is null)
      order by a.display_name, a.id limit 200`),
  );
}

export interface Deputyship extends Record<string, unknown> {
  id: string;
  officer_id: string;
  officer: string;
  deputy_id: string;
  deputy: string;
  starts_on: string;
  ends_on: string;
  reason: string;
}

const today = sql`(now() at time zone 'Asia/Shanghai')::date`;

/**
 * Who acts for whom, as far as one of these accounts takes part, today or later; ended ones are not there. In
 * order of the first day.
 * @param within only those that touch these days
 */
export async function listDeputyships(
  ctx: Ctx,
  accountIds: readonly string[],
  within?: Days,
): Promise<Deputyship[]> {
  const ids = `{${accountIds.join(',')}}`;
  const touching = within
    ? sql`and d.starts_on <= ${within.endsOn}::date and d.ends_on >= ${within.startsOn}::date`
    : sql``;
  return readAsSystem(ctx, (systemTx) =>
    systemTx.db.execute<Deputyship>(sql`
      select d.id, d.officer_id, o.display_name as officer, d.deputy_id, a.display_name as deputy,
        d.starts_on::text, d.ends_on::text, d.reason
      from deputies d join accounts o on o.id = d.officer_id join accounts a on a.id = d.deputy_id
      where d.ended_at is null and d.ends_on >= ${today} ${touching}
        and (d.officer_id = any (${ids}::uuid[]) or d.deputy_id = any (${ids}::uuid[]))
      order by d.starts_on, d.id`),
  );
}

/** For whom the actor acts, and who acts for them, today or later; in order of the first day. */
export async function readOwnDeputies(ctx: Ctx) {
  const me = accountOf(ctx.actor) ?? '';
  const all = await listDeputyships(ctx, [me]);
  return {
    lent: all.filter((one) => one.officer_id === me),
    borrowed: all.filter((one) => one.deputy_id === me),
  };
}
