import 'server-only';
import { sql } from 'drizzle-orm';
import { canDecideBookings } from '@/features/bookings/policy';
import { canReviewApplication } from '@/features/members/policy';
import { inScope } from '@/features/organisations/queries/scope';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import type { Matter } from '../schema/inbox';

export interface BulkRow extends Record<string, unknown> {
  id: string;
  kind: Matter;
  title: string | null;
  number: string;
  about: string | null;
  place: string | null;
  status: string;
  version: number;
  /** One's own or one's family's case, as `isOwnCase` has it; entered by this very officer. */
  own: boolean;
  entered: boolean;
  duplicate: boolean;
  /** The first of two consents: it goes to the parent, nobody becomes a member yet. */
  passes_on: boolean;
}

const array = (values: readonly string[]) => `{${values.join(',')}}`;

/**
 * The selected cases as they stand now, for the preview of a bulk decision; what is not in scope is not
 * there. `duplicate` looks only at what this officer may see: the approval itself looks everywhere.
 * Applications, then bookings, each in order of the last day.
 */
export async function previewBulk(
  ctx: Ctx,
  ids: { applications: readonly string[]; bookings: readonly string[] },
): Promise<BulkRow[]> {
  const me = accountOf(ctx.actor);
  const granted = canReviewApplication.organisationsOf(ctx.actor);
  return read(ctx, async (tx) => {
    const applications = await tx.db.execute<BulkRow>(sql`
      select a.id, 'membership' as kind, a.name as title, a.number, w.name as about,
        o.short_name as place, a.status, a.version,
        a.account_id in (select app_recused()) as own, coalesce(a.entered_by = ${me}::uuid, false) as entered,
        exists (select 1 from people p where p.id_index = a.id_index and p.id <> a.person_id) as duplicate,
        a.step < a.steps_total and a.desk_id = a.organisation_id as passes_on
      from membership_applications a
      join organisations o on o.id = a.organisation_id
      left join occupations w on w.code = a.occupation_code and w.version = a.occupation_version
      where a.id = any (${array(ids.applications)}::uuid[]) and a.status <> 'draft'
        and ${inScope(sql`a.desk_id`, granted)}
      order by a.due_on, a.id`);
    const scopes = Object.entries(canDecideBookings).map(
      ([kind, permission]) =>
        sql`(b.kind = ${kind} and ${inScope(sql`b.organiser_id`, permission.organisationsOf(ctx.actor))})`,
    );
    const bookings = await tx.db.execute<BulkRow>(sql`
      select b.id, b.kind, b.attendee_masked as title, b.number, f.title as about,
        o.short_name as place, b.status, b.version,
        b.account_id in (select app_recused()) or coalesce(b.child_id in (select app_children()), false) as own,
        coalesce(b.entered_by = ${me}::uuid, false) as entered, false as duplicate, false as passes_on
      from bookings b join offerings f on f.id = b.offering_id
      join organisations o on o.id = b.organiser_id
      where b.id = any (${array(ids.bookings)}::uuid[]) and (${sql.join(scopes, sql` or `)})
      order by b.due_on, b.id`);
    return [...applications, ...bookings];
  });
}
