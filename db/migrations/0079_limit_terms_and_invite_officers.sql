-- A role may be held until a day, and an officer who never signed in may be invited by phone.
ALTER TABLE "role_grants" ADD COLUMN "ends_on" date;--> statement-breakpoint
CREATE TABLE "role_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_index" text NOT NULL,
	"phone_tail" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"ends_on" date,
	"reason" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"accepted_by" uuid
);
--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_invitations" ADD CONSTRAINT "role_invitations_accepted_by_accounts_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "role_invitations_open_idx" ON "role_invitations" USING btree ("phone_index","role","organisation_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "role_grants_ends_idx" ON "role_grants" USING btree ("ends_on") WHERE revoked_at is null and ends_on is not null;
--> statement-breakpoint
alter table role_invitations enable row level security;
--> statement-breakpoint
alter table role_invitations force row level security;
--> statement-breakpoint
create policy role_invitations_seen on role_invitations for select
  using ((select app_system()) or phone_index = (select app_phone_index())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
-- As with the roles themselves: the command has judged it and writes as the system.
create policy role_invitations_made on role_invitations for insert with check ((select app_system()));
--> statement-breakpoint
create policy role_invitations_ended on role_invitations for update
  using ((select app_system())) with check ((select app_system()));
--> statement-breakpoint
create policy role_invitations_removed on role_invitations for delete using ((select app_system()));
--> statement-breakpoint
-- A role whose last day is over opens nothing from midnight on, however late the worker takes it back; nor does
-- it for who acts for its holder.
create function runs_today(p_revoked timestamptz, p_ends date) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select p_revoked is null and (p_ends is null or p_ends >= (now() at time zone 'Asia/Shanghai')::date)
$$;
--> statement-breakpoint
create or replace function deputies_today() returns table (officer_id uuid, deputy_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.officer_id, d.deputy_id from deputies d
    join accounts o on o.id = d.officer_id and o.disabled_at is null
    join accounts a on a.id = d.deputy_id and a.disabled_at is null
  where d.ended_at is null and (now() at time zone 'Asia/Shanghai')::date between d.starts_on and d.ends_on
    and exists (select 1 from role_grants g where g.account_id = d.deputy_id and runs_today(g.revoked_at, g.ends_on))
$$;
--> statement-breakpoint
create or replace function grants_of(p_account uuid) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select g.role, g.organisation_id, g.granted_at
    from role_grants g join organisations o on o.id = g.organisation_id and o.closed_at is null
    where g.account_id = p_account and runs_today(g.revoked_at, g.ends_on)),
  lent as (
    select distinct on (g.role, g.organisation_id) g.role, g.organisation_id, g.granted_at, a.display_name as acts_for
    from deputies_today() d
    join role_grants g on g.account_id = d.officer_id and runs_today(g.revoked_at, g.ends_on)
      and g.role not in ('system_admin', 'hospital_desk')
    join organisations o on o.id = g.organisation_id and o.closed_at is null
    join accounts a on a.id = d.officer_id
    where d.deputy_id = p_account and not exists (select 1 from own
      where own.role = g.role and own.organisation_id = g.organisation_id)
    order by g.role, g.organisation_id, g.granted_at)
  select coalesce(json_agg(one.given order by one.at), '[]'::json) from (
    select json_build_object('role', role, 'organisationId', organisation_id) as given, granted_at as at from own
    union all
    select json_build_object('role', role, 'organisationId', organisation_id, 'actsFor', acts_for), granted_at from lent) one
$$;
--> statement-breakpoint
create or replace function officers_at(p_organisation uuid, p_roles text[])
returns table (account_id uuid, depth int, acts_for uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with given as (
    select g.account_id, min(c.depth) as depth
    from organisation_closure c
    join role_grants g on g.organisation_id = c.ancestor_id and runs_today(g.revoked_at, g.ends_on) and g.role = any (p_roles)
    join accounts a on a.id = g.account_id and a.disabled_at is null
    where c.descendant_id = p_organisation
    group by g.account_id)
  select given.account_id, given.depth::int, null::uuid from given
  union all
  select d.deputy_id, given.depth::int, d.officer_id from given join deputies_today() d on d.officer_id = given.account_id
  where not ('hospital_desk' = any (p_roles))
$$;
