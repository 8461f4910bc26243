-- Many cases decided together: prepared with the versions that were shown, worked through by a job, each row
-- in a transaction of its own that also says what became of it.
CREATE TABLE "bulk_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"started_by" uuid NOT NULL,
	"status" text DEFAULT 'prepared' NOT NULL,
	"decision" text,
	"reason" text,
	"fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bulk_runs_decided" CHECK ((status = 'prepared') = (decision is null))
);
--> statement-breakpoint
CREATE TABLE "bulk_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"entity_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"decision" text,
	"undo" text,
	"reason" text,
	"detail" jsonb,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_started_by_accounts_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_rows" ADD CONSTRAINT "bulk_rows_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_runs_officer_idx" ON "bulk_runs" USING btree ("started_by","created_at");--> statement-breakpoint
CREATE INDEX "bulk_runs_running_idx" ON "bulk_runs" USING btree ("started_at") WHERE status = 'running';--> statement-breakpoint
CREATE INDEX "bulk_rows_run_idx" ON "bulk_rows" USING btree ("run_id","state","position");
--> statement-breakpoint
-- Whose selection it is, and the job that works through it.
alter table bulk_runs enable row level security;
--> statement-breakpoint
alter table bulk_runs force row level security;
--> statement-breakpoint
create policy bulk_runs_own on bulk_runs
  using ((select app_system()) or started_by = (select app_account()))
  with check ((select app_system()) or started_by = (select app_account()));
--> statement-breakpoint
alter table bulk_rows enable row level security;
--> statement-breakpoint
alter table bulk_rows force row level security;
--> statement-breakpoint
create policy bulk_rows_own on bulk_rows
  using ((select app_system()) or exists (select 1 from bulk_runs r where r.id = run_id))
  with check ((select app_system()) or exists (select 1 from bulk_runs r where r.id = run_id));
--> statement-breakpoint
-- The roles of an officer at this moment, for the session of a request and for the job that works on for them.
create function grants_of(p_account uuid) returns json
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id) order by g.granted_at), '[]'::json)
  from role_grants g join organisations o on o.id = g.organisation_id and o.closed_at is null
  where g.account_id = p_account and g.revoked_at is null
$$;
--> statement-breakpoint
create or replace function find_session(p_token_hash text, p_member_idle int, p_staff_idle int)
returns table (session_id uuid, account_id uuid, person_id uuid, display_name text, assurance text, mode text,
  text_size text, stepped_up_at timestamptz, fresh boolean, grants json)
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
declare s0 sessions; idle interval;
begin
  select * into s0 from sessions s
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now();
  if not found then return; end if;
  select make_interval(mins => coalesce(
      (select (value #>> '{}')::int from settings where key = 'session_' || s0.mode || '_idle_minutes'),
      case s0.mode when 'staff' then p_staff_idle else p_member_idle end))
    into idle;
  if s0.mode = 'staff' and s0.last_seen_at <= now() - idle then return; end if;
  -- Once cold, it stays cold: looking at the home page does not warm it up again.
  if s0.last_seen_at < now() - interval '1 minute' and s0.last_seen_at > now() - idle then
    update sessions s set last_seen_at = now() where s.id = s0.id;
  end if;
  return query
    select s0.id, a.id, p.id, a.display_name, s0.assurance, s0.mode, a.text_size, s0.stepped_up_at,
      s0.last_seen_at > now() - idle,
      case when s0.assurance = 'totp' and s0.mode = 'staff' then grants_of(a.id) else '[]'::json end
    from accounts a left join people p on p.account_id = a.id
    where a.id = s0.account_id and a.disabled_at is null;
end $$;
--> statement-breakpoint
revoke execute on function grants_of from public;
--> statement-breakpoint
grant execute on function grants_of to lianxin_app;
