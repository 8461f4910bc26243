import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { OrganisationKind } from '@/features/organisations/rules/kinds';
import type { Ctx } from '@/lib/ctx';
import { readAsSystem } from '@/lib/transaction';
import type { ClosingCounts } from '../rules/closing-table';

interface Counted extends Record<string, unknown>, ClosingCounts {
  readonly inTown: number;
  readonly childKinds: OrganisationKind[];
}

/**
 * What hangs on an organisation, line by line of the table of 撤并. Counted as the system: who may close a union need
 * not see its members. The caller has authorised.
 */
export async function countBeforeClosing(ctx: Ctx, id: string): Promise<Counted> {
  const of = (table: string, more: SQL, column = 'organisation_id') =>
    sql`(select count(*)::int from ${sql.identifier(table)} t
      where t.${sql.identifier(column)} = ${id}::uuid and ${more})`;
  const atDesk = sql`(organisation_id = ${id}::uuid or desk_id = ${id}::uuid)`;
  const [counts] = await readAsSystem(ctx, (systemTx) =>
    systemTx.db.execute<Counted>(sql`select
      ${of('memberships', sql`status <> 'left'`)} as members,
      (select count(*)::int from membership_applications
        where ${atDesk} and status in ('submitted', 'in_review', 'sent_back')) as applications,
      ${of('transfer_requests', sql`status = 'requested'`)} as requests,
      (select count(*)::int from secondments where (organisation_id = ${id}::uuid or host_id = ${id}::uuid)
        and withdrawn_at is null and coalesce(ended_on, ends_on) >= (now() at time zone 'Asia/Shanghai')::date) as secondments,
      ${of('identity_corrections', sql`status in ('draft', 'waiting')`)} as corrections,
      ${of('organisations', sql`closed_at is null`, 'parent_id')} as children,
      ${of('employers', sql`closed_at is null`, 'union_id')} as employers,
      ${of('venues', sql`closed_at is null`)} as venues,
      ${of('offerings', sql`status in ('published', 'open', 'closed')`)} as offerings,
      ${of('role_grants', sql`revoked_at is null`)} as roles,
      ${of('union_offices', sql`ended_on is null`)} as offices,
      ${of('role_invitations', sql`ended_at is null and expires_at > now()`)} as invitations,
      ${of('union_certificates', sql`void_on is null`)} as certificates,
      (select count(*)::int from transfers t where t.status in ('proposed', 'open')
        and (t.from_id = ${id}::uuid or t.to_id = ${id}::uuid or exists (select 1 from transfer_sides s
          where s.transfer_id = t.id and s.desk_id = ${id}::uuid))) as transfers,
      ${of('membership_cases', sql`status = 'open'`)} as cases,
      (select count(*)::int from foundings f
        cross join lateral (select step from founding_actions a where a.founding_id = f.id
          order by a.position desc limit 1) last
        where ((f.organisation_id = ${id}::uuid and f.kind <> 'founding') or f.parent_id = ${id}::uuid)
          and last.step not in ('certified', 'abandoned')
          and not (f.kind = 'dissolution' and last.step = 'registered')
          and not (f.kind = 'founding' and last.step in ('founded', 'registered'))) as foundings,
      ${of('imports', sql`(status in ('uploaded', 'checking', 'ready', 'writing', 'taking_back') or (status = 'written' and undo_until > now()))`)} as imports,
      ${of('unit_lists', sql`(status = 'draft' or (status = 'submitted' and undo_until > now()))`)} as lists,
      ${of('employers', sql`closed_at is null`, 'town_id')} as "inTown",
      (select coalesce(array_agg(kind order by id), '{}') from organisations
        where parent_id = ${id}::uuid and closed_at is null) as "childKinds"`),
  );
  if (!counts) throw new Error('no counts');
  return counts;
}

/** How many open places of one have the name of an open place of the other. */
export async function countSameVenues(ctx: Ctx, fromId: string, toId: string): Promise<number> {
  const [row] = await ctx.db.execute<{ n: number }>(sql`select count(*)::int as n from venues v
    join venues w on w.name = v.name and w.organisation_id = ${toId}::uuid and w.closed_at is null
    where v.organisation_id = ${fromId}::uuid and v.closed_at is null`);
  return row?.n ?? 0;
}
