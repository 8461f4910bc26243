CREATE TABLE "name_index" (
	"kind" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"grams" text[] NOT NULL,
	"reading" text NOT NULL,
	"initials" text NOT NULL,
	CONSTRAINT "name_index_kind_entity_id_pk" PRIMARY KEY("kind","entity_id")
);
--> statement-breakpoint
CREATE TABLE "application_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"officer_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undo_until" timestamp with time zone NOT NULL,
	"message_prefix" text NOT NULL,
	"before" jsonb NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "application_decisions" ADD CONSTRAINT "application_decisions_application_id_membership_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."membership_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_decisions" ADD CONSTRAINT "application_decisions_officer_id_accounts_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "name_index_grams_idx" ON "name_index" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "name_index_reading_idx" ON "name_index" USING btree ("reading" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "name_index_initials_idx" ON "name_index" USING btree ("initials" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "application_decisions_application_idx" ON "application_decisions" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "application_decisions_officer_idx" ON "application_decisions" USING btree ("officer_id","at");--> statement-breakpoint
CREATE INDEX "applications_done_idx" ON "membership_applications" USING btree ("desk_id","decided_at","id") WHERE status in ('approved', 'rejected');--> statement-breakpoint
CREATE UNIQUE INDEX "membership_changes_joined_once_idx" ON "membership_changes" USING btree ("application_id") WHERE type = 'joined';--> statement-breakpoint
CREATE INDEX "bookings_waiting_idx" ON "bookings" USING btree ("organiser_id","due_on","id") WHERE status = 'pending';--> statement-breakpoint
revoke all on name_index from lianxin_app;
--> statement-breakpoint
revoke delete on application_decisions from lianxin_app;
--> statement-breakpoint
-- Keeps name_index: the trigger's argument is the kind. A name that is gone (erased) leaves the index too.
create function keep_name_index() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare syllables text[] := string_to_array(coalesce(new.pinyin, ''), ' ');
begin
  if cardinality(new.name_grams) = 0 then
    delete from name_index where kind = tg_argv[0] and entity_id = new.id;
  else
    insert into name_index (kind, entity_id, grams, reading, initials)
      select tg_argv[0], new.id, new.name_grams, array_to_string(syllables, ''),
        coalesce(string_agg(left(s, 1), '' order by n), '') from unnest(syllables) with ordinality u(s, n)
      on conflict (kind, entity_id) do update
        set grams = excluded.grams, reading = excluded.reading, initials = excluded.initials;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger applications_named after insert or update of name_grams, pinyin on membership_applications
  for each row execute function keep_name_index('application');
--> statement-breakpoint
create trigger people_named after insert or update of name_grams, pinyin on people
  for each row execute function keep_name_index('person');
--> statement-breakpoint
create trigger bookings_named after insert or update of name_grams, pinyin on bookings
  for each row execute function keep_name_index('booking');
--> statement-breakpoint
-- Ids only, newest first; whoever asks still reads the rows through their own policies.
create function find_named(p_kind text, p_grams text[], p_reading text) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp rows 50 as $$
begin
  if cardinality(p_grams) > 0 then
    return query select n.entity_id from name_index n
      where n.grams @> p_grams and n.kind = p_kind order by n.entity_id desc limit 5000;
  elsif p_reading <> '' then
    return query select f.entity_id from (
        select n.entity_id from name_index n where n.kind = p_kind
          and n.reading ~>=~ p_reading and n.reading ~<~ (p_reading || '{')
        union
        select n.entity_id from name_index n where n.kind = p_kind
          and n.initials ~>=~ p_reading and n.initials ~<~ (p_reading || '{')) f
      order by f.entity_id desc limit 5000;
  end if;
end $$;
--> statement-breakpoint
revoke execute on function find_named from public;
--> statement-breakpoint
grant execute on function find_named to lianxin_app;
