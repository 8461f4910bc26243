import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

interface OpenApplication extends Record<string, unknown> {
  readonly id: string;
  readonly number: string | null;
  readonly status: string;
  readonly version: number;
  readonly accountId: string;
  readonly deskId: string | null;
}

/** Locks what is asked of a union or lies on its desk, drafts too, in order of id. As the system. */
export const lockApplicationsAt = (systemTx: Ctx, organisationId: string) =>
  systemTx.db.execute<OpenApplication>(sql`
    select id, number, status, version, account_id as "accountId", desk_id as "deskId" from membership_applications
    where (organisation_id = ${organisationId}::uuid or desk_id = ${organisationId}::uuid)
      and status in ('draft', 'submitted', 'in_review', 'sent_back')
    order by id for update`);

interface Passing {
  readonly fromId: string;
  /** The union that goes on with them; null where there is none, and there are only drafts. */
  readonly to: { readonly id: string; readonly parentId: string | null } | null;
  /** Where the unions below go: what these had passed up follows them. */
  readonly childrenTo: string;
  /** Who did it, as the history names them. */
  readonly by: string;
  readonly note: string;
}

/**
 * Passes what was locked to the union that goes on: their clocks run on, what had been passed up lies with the level
 * above the new union, and whoever had opened one has it no longer. A decision of the last seconds cannot be undone
 * any more. As the system. Source: domain.md §1.1.
 * @returns those whose applicants must hear of it: handed in, and asked of this union
 */
export async function passApplications(
  systemTx: Ctx,
  { fromId, to, childrenTo, by, note }: Passing,
) {
  const passed = await systemTx.db.execute<OpenApplication>(sql`
    update membership_applications set
      desk_id = case when status = 'draft' then desk_id
        when organisation_id <> ${fromId}::uuid then ${childrenTo}::uuid
        when desk_id = ${fromId}::uuid then ${to?.id ?? null}::uuid
        else ${to?.parentId ?? to?.id ?? null}::uuid end,
      organisation_id = case when organisation_id = ${fromId}::uuid then ${to?.id ?? null}::uuid
        else organisation_id end,
      opened_at = case when status = 'in_review' then null else opened_at end,
      opened_by = case when status = 'in_review' then null else opened_by end,
      version = version + 1, updated_at = now()
    where (organisation_id = ${fromId}::uuid or desk_id = ${fromId}::uuid)
      and status in ('draft', 'submitted', 'in_review', 'sent_back')
    returning id, number, status, version, account_id as "accountId", desk_id as "deskId"`);
  const open = passed.filter(({ status }) => status !== 'draft');
  const ids = `{${open.map(({ id }) => id).join(',')}}`;
  await systemTx.db.execute(sql`
    insert into application_events (application_id, at, type, from_status, to_status, actor_label, note)
    select id, now(), 'moved_union', status, status, ${by}, ${note} from membership_applications
    where id = any (${ids}::uuid[]) order by id`);
  await systemTx.db.execute(sql`update membership_applications set version = version + 1
    where (organisation_id = ${fromId}::uuid or desk_id = ${fromId}::uuid)
      and id in (select application_id from application_decisions where undo_until > now() and undone_at is null)`);
  return open;
}

/**
 * What a union's desk had passed to the level above follows it to the new one; both as they were before and after
 * the move of the union, its clocks running on. As the system.
 */
export async function passEscalated(
  systemTx: Ctx,
  { unionId, before, after }: { unionId: string; before: string; after: string },
): Promise<void> {
  await systemTx.db.execute(sql`update membership_applications set desk_id = ${after}::uuid,
      opened_at = case when status = 'in_review' then null else opened_at end,
      opened_by = case when status = 'in_review' then null else opened_by end,
      version = version + 1, updated_at = now()
    where organisation_id = ${unionId}::uuid and desk_id = ${before}::uuid
      and status in ('submitted', 'in_review', 'sent_back')`);
}
