-- Conditions of one session beside those of its offering (二三年级班、四五年级班); both must be met. Empty means
-- none of its own. Every change is a version, whoever makes it, as with an offering's.
alter table offering_sessions add column rules jsonb not null default '{}'::jsonb;
--> statement-breakpoint
alter table offering_sessions add column rules_version integer not null default 0;
--> statement-breakpoint
alter table bookings add column session_rules_version integer;
--> statement-breakpoint
create table session_rule_versions (
  session_id uuid not null,
  version integer not null,
  rules jsonb not null,
  changed_at timestamp with time zone default now() not null,
  changed_by uuid,
  reason text,
  unfit_held integer default 0 not null,
  unfit_waiting integer default 0 not null,
  constraint session_rule_versions_session_id_version_pk primary key (session_id, version)
);
--> statement-breakpoint
alter table session_rule_versions add constraint session_rule_versions_session_id_offering_sessions_id_fk
  foreign key (session_id) references offering_sessions (id);
--> statement-breakpoint
alter table session_rule_versions add constraint session_rule_versions_changed_by_accounts_id_fk
  foreign key (changed_by) references accounts (id);
--> statement-breakpoint
create trigger session_rule_versions_append_only before update or delete on session_rule_versions
  for each statement execute function refuse_change();
--> statement-breakpoint
revoke update, delete on session_rule_versions from lianxin_app;
--> statement-breakpoint
create trigger offering_sessions_count_rule_version before update of rules on offering_sessions
  for each row execute function count_rule_version();
--> statement-breakpoint
-- A session that begins with conditions, as a copy does, begins with their first version.
create function begin_session_rules() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  new.rules_version := case when new.rules = '{}'::jsonb then 0 else 1 end;
  return new;
end $$;
--> statement-breakpoint
create trigger offering_sessions_begin_rules before insert on offering_sessions
  for each row execute function begin_session_rules();
--> statement-breakpoint
create function store_session_rule_version() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if new.rules_version > 0 then
    insert into session_rule_versions (session_id, version, rules, changed_by)
      values (new.id, new.rules_version, new.rules, app_account())
      on conflict (session_id, version) do nothing;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger offering_sessions_store_rule_version after insert or update of rules on offering_sessions
  for each row execute function store_session_rule_version();
--> statement-breakpoint
revoke execute on function begin_session_rules, store_session_rule_version from public;
