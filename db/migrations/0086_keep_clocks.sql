-- 期限: one table of deadlines for all rooms, and the versions of the table of holidays they are computed by.
CREATE TABLE "calendar_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_in" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"start_on" date NOT NULL,
	"unit" text NOT NULL,
	"length" smallint NOT NULL,
	"rolls_over" boolean NOT NULL,
	"silence" text NOT NULL,
	"closes_at" text,
	"warn_before" smallint,
	"pauses" jsonb NOT NULL,
	"extension" jsonb,
	"due_on" date,
	"late_at" timestamp with time zone,
	"warn_on" date,
	"provisional" boolean NOT NULL,
	"calendar_version" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"warned_at" timestamp with time zone,
	"expired_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_on" date,
	"ended_how" text,
	CONSTRAINT "clocks_length" CHECK (length >= 0),
	CONSTRAINT "clocks_due" CHECK ((due_on is null) = (late_at is null)),
	CONSTRAINT "clocks_ended" CHECK ((ended_at is null) = (ended_on is null) and (ended_at is null) = (ended_how is null))
);
--> statement-breakpoint
CREATE TABLE "clock_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"clock_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"due_before" date,
	"due_after" date,
	"calendar_version" integer NOT NULL,
	"reason" text,
	"actor_label" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clock_events" ADD CONSTRAINT "clock_events_clock_id_clocks_id_fk" FOREIGN KEY ("clock_id") REFERENCES "public"."clocks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clock_events_clock_idx" ON "clock_events" USING btree ("clock_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "clocks_running_idx" ON "clocks" USING btree ("subject_kind","subject_id","kind") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "clocks_subject_idx" ON "clocks" USING btree ("subject_id","kind","started_at");--> statement-breakpoint
CREATE INDEX "clocks_late_idx" ON "clocks" USING btree ("late_at") WHERE ended_at is null and expired_at is null;--> statement-breakpoint
CREATE INDEX "clocks_warn_idx" ON "clocks" USING btree ("warn_on") WHERE ended_at is null and expired_at is null and warned_at is null;--> statement-breakpoint
CREATE INDEX "clocks_calendar_idx" ON "clocks" USING btree ("calendar_version","id") WHERE ended_at is null and expired_at is null;
--> statement-breakpoint
-- Who sees what a deadline is of, by the policies of that table. A room that brings another kind of subject adds it.
create function clock_subject_seen(p_kind text, p_id uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select case p_kind
    when 'application' then exists (select 1 from membership_applications where id = p_id)
    when 'booking' then exists (select 1 from bookings where id = p_id)
    when 'transfer_request' then exists (select 1 from transfer_requests where id = p_id)
    else false end
$$;
--> statement-breakpoint
alter table clocks enable row level security;
--> statement-breakpoint
alter table clocks force row level security;
--> statement-breakpoint
create policy clocks_seen on clocks
  using ((select app_system()) or clock_subject_seen(subject_kind, subject_id))
  with check ((select app_system()) or clock_subject_seen(subject_kind, subject_id));
--> statement-breakpoint
alter table clock_events enable row level security;
--> statement-breakpoint
alter table clock_events force row level security;
--> statement-breakpoint
create policy clock_events_seen on clock_events
  using ((select app_system()) or exists (select 1 from clocks c where c.id = clock_id))
  with check ((select app_system()) or exists (select 1 from clocks c where c.id = clock_id));
--> statement-breakpoint
revoke delete on clocks from lianxin_app;
--> statement-breakpoint
revoke update, delete on clock_events from lianxin_app;
--> statement-breakpoint
revoke insert, update, delete on calendar_versions from lianxin_app;
--> statement-breakpoint
-- Whoever changes the table of holidays, by whatever way, makes a version of it: one for each transaction, in the
-- order in which they commit.
create function raise_calendar_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and old is not distinct from new then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('calendar_versions', 0));
  if not exists (select 1 from calendar_versions where made_at = now() and made_in = pg_current_xact_id()::text) then
    insert into calendar_versions (version, made_in)
      select coalesce(max(version), 0) + 1, pg_current_xact_id()::text from calendar_versions;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger holidays_versioned after insert or update or delete on holidays
  for each row execute function raise_calendar_version();
