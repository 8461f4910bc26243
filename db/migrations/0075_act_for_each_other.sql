-- A deputy has the roles of who is on leave, derived for these days and for nobody further; what officers say to
-- each other about a case, who has taken it on, who has it open.
CREATE TABLE "deputies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"officer_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "deputies_days" CHECK (starts_on <= ends_on),
	CONSTRAINT "deputies_other" CHECK (officer_id <> deputy_id)
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_kind" text NOT NULL,
	"case_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"written_by" uuid NOT NULL,
	"body_sealed" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_assignments" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"case_kind" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"assigned_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_views" (
	"case_id" uuid NOT NULL,
	"officer_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_views_case_id_officer_id_pk" PRIMARY KEY("case_id","officer_id")
);
--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_officer_id_accounts_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputies" ADD CONSTRAINT "deputies_deputy_id_accounts_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_assignments" ADD CONSTRAINT "case_assignments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_assignments" ADD CONSTRAINT "case_assignments_officer_id_accounts_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_assignments" ADD CONSTRAINT "case_assignments_assigned_by_accounts_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_views" ADD CONSTRAINT "case_views_officer_id_accounts_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deputies_officer_idx" ON "deputies" USING btree ("officer_id","ends_on");--> statement-breakpoint
CREATE INDEX "deputies_deputy_idx" ON "deputies" USING btree ("deputy_id","ends_on");--> statement-breakpoint
CREATE INDEX "case_notes_case_idx" ON "case_notes" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "case_assignments_officer_idx" ON "case_assignments" USING btree ("officer_id");
--> statement-breakpoint
alter table deputies enable row level security;
--> statement-breakpoint
alter table deputies force row level security;
--> statement-breakpoint
create policy deputies_own on deputies
  using ((select app_system()) or officer_id = (select app_account()) or deputy_id = (select app_account()))
  with check ((select app_system()) or officer_id = (select app_account()));
--> statement-breakpoint
alter table case_notes enable row level security;
--> statement-breakpoint
alter table case_notes force row level security;
--> statement-breakpoint
create policy case_notes_of_desk on case_notes
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or (written_by = (select app_account()) and organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
--> statement-breakpoint
alter table case_assignments enable row level security;
--> statement-breakpoint
alter table case_assignments force row level security;
--> statement-breakpoint
create policy case_assignments_of_desk on case_assignments
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table case_views enable row level security;
--> statement-breakpoint
alter table case_views force row level security;
--> statement-breakpoint
-- Who may see the case its command has asked; a row says no more than a name and a minute.
create policy case_views_of_officers on case_views
  using ((select app_system()) or cardinality((select app_grants())) > 0)
  with check ((select app_system()) or officer_id = (select app_account()));
--> statement-breakpoint
-- Who acts for whom today, in China. It ends by itself; it is for who has a role of their own; it does not go
-- on from deputy to deputy, because only roles that were given are handed on.
create function deputies_today() returns table (officer_id uuid, deputy_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.officer_id, d.deputy_id from deputies d
    join accounts o on o.id = d.officer_id and o.disabled_at is null
    join accounts a on a.id = d.deputy_id and a.disabled_at is null
  where d.ended_at is null and (now() at time zone 'Asia/Shanghai')::date between d.starts_on and d.ends_on
    and exists (select 1 from role_grants g where g.account_id = d.deputy_id and g.revoked_at is null)
$$;
--> statement-breakpoint
-- One’s own roles, and those of whom one acts for; a system administrator’s and the partner’s are given, never lent.
create or replace function grants_of(p_account uuid) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  with own as (
    select g.role, g.organisation_id, g.granted_at
    from role_grants g join organisations o on o.id = g.organisation_id and o.closed_at is null
    where g.account_id = p_account and g.revoked_at is null),
  lent as (
    select distinct on (g.role, g.organisation_id) g.role, g.organisation_id, g.granted_at, a.display_name as acts_for
    from deputies_today() d
    join role_grants g on g.account_id = d.officer_id and g.revoked_at is null and g.role not in ('system_admin', 'hospital_desk')
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
-- Who holds one of the roles at an organisation or above it, and who acts for them; 0 is the organisation itself.
create function officers_at(p_organisation uuid, p_roles text[])
returns table (account_id uuid, depth int, acts_for uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with given as (
    select g.account_id, min(c.depth) as depth
    from organisation_closure c
    join role_grants g on g.organisation_id = c.ancestor_id and g.revoked_at is null and g.role = any (p_roles)
    join accounts a on a.id = g.account_id and a.disabled_at is null
    where c.descendant_id = p_organisation
    group by g.account_id)
  select given.account_id, given.depth::int, null::uuid from given
  union all
  select d.deputy_id, given.depth::int, d.officer_id from given join deputies_today() d on d.officer_id = given.account_id
  where not ('hospital_desk' = any (p_roles))
$$;
--> statement-breakpoint
revoke execute on function deputies_today, officers_at from public;
--> statement-breakpoint
grant execute on function deputies_today, officers_at to lianxin_app;
