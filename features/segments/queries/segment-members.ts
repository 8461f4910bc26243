import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { canSeeMembers } from '@/features/members/policy';
import type { MemberItem } from '@/features/members/queries/members';
import { inScope } from '@/features/organisations/queries/scope';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read, within } from '@/lib/transaction';
import { type SegmentOf, segmentCondition, segmentTables } from './condition';

const PAGE = 30;

const whereOf = (ctx: Ctx, segment: SegmentOf): SQL =>
  sql`where ${inScope(sql`m.organisation_id`, canSeeMembers.organisationsOf(ctx.actor))}
    and ${segmentCondition(segment, todayOn(ctx.now))}`;

const asked = <T extends Record<string, unknown>>(ctx: Ctx, statement: SQL) =>
  read(ctx, (tx) => within(tx, asSystem(tx), (systemTx) => systemTx.db.execute<T>(statement)));

/** How many members of the officer's own scope are in a 人群 today; 0 for whoever may not see members. */
export async function countSegment(ctx: Ctx, segment: SegmentOf): Promise<number> {
  const [row] = await asked<{ n: number }>(
    ctx,
    sql`select count(*)::int as n ${segmentTables} ${whereOf(ctx, segment)}`,
  );
  return row?.n ?? 0;
}

/**
 * The members of a 人群 in the officer's own scope, the newest first, thirty at a time; numbers masked.
 * @param after the row before, `2024-03-02~id`; null begins
 * @returns `after` null when there are no more
 */
export async function listSegmentMembers(
  ctx: Ctx,
  segment: SegmentOf,
  after: string | undefined,
): Promise<{ items: MemberItem[]; after: string | null }> {
  const [on = '', id = ''] = (after ?? '').split('~');
  const rows = await asked<MemberItem>(
    ctx,
    sql`
    select p.id as person_id, m.id as membership_id, p.name, m.member_no, m.status,
      o.short_name as union_name, t.short_name as town, w.name as occupation, m.is_new_form,
      p.id_masked, c.phone_tail, m.joined_on::text
    ${segmentTables}
    join organisations o on o.id = m.organisation_id
    left join organisations t on t.id = o.town_id
    left join occupations w on w.code = m.occupation_code and w.version = m.occupation_version
    ${whereOf(ctx, segment)} ${after ? sql`and (m.joined_on, m.id) < (${on}::date, ${id}::uuid)` : sql``}
    order by m.joined_on desc, m.id desc limit ${PAGE + 1}`,
  );
  const items = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? items.at(-1) : undefined;
  return { items, after: last ? `${last.joined_on}~${last.membership_id}` : null };
}
