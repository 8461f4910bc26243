-- 企业台账: the employers that should have a union, where each stands, and who visited it when. About
-- employers only; nothing here describes a worker.
create table register_entries (
  employer_id uuid primary key not null references employers(id),
  place_id uuid not null references organisations(id),
  source text not null,
  origin text not null,
  entered_on date not null,
  listed_on date,
  status text default 'untouched' not null,
  status_reason text,
  staff_count integer,
  staff_counted_on date,
  staff_evidence text,
  responsible_id uuid references accounts(id),
  next_visit_on date,
  reminded_for date,
  version integer default 1 not null,
  created_by uuid references accounts(id),
  created_at timestamp with time zone default now() not null,
  constraint register_entries_listed check (origin <> 'listed' or listed_on is not null),
  constraint register_entries_typed check (status not in ('preparing', 'founded')),
  constraint register_entries_reason check ((status in ('unfit', 'ended')) = (status_reason is not null)),
  constraint register_entries_counted check ((staff_count is null) = (staff_counted_on is null)
    and (staff_count is null) = (staff_evidence is null) and staff_count >= 0)
);
--> statement-breakpoint
create index register_entries_place_idx on register_entries (place_id, next_visit_on, employer_id);
--> statement-breakpoint
create index register_entries_next_idx on register_entries (next_visit_on, employer_id);
--> statement-breakpoint
-- Where it lies decides who sees it: one owner, the employer's town.
create function place_of_employer(p_employer uuid) returns uuid language sql stable as $$
  select coalesce(e.town_id, (select id from organisations where parent_id is null order by created_at, id limit 1))
  from employers e where e.id = p_employer
$$;
--> statement-breakpoint
create function guard_register_entry() returns trigger language plpgsql as $$
begin
  new.place_id := place_of_employer(new.employer_id);
  if tg_op = 'UPDATE' then
    if new.employer_id <> old.employer_id or new.origin <> old.origin
      or new.source <> old.source or new.entered_on <> old.entered_on then
      raise exception 'origin, source and day of an entry never change'
        using errcode = '23514', constraint = 'register_entries_origin';
    end if;
    if old.listed_on is not null and new.listed_on is distinct from old.listed_on then
      raise exception 'an employer comes onto the list once, and never leaves it'
        using errcode = '23514', constraint = 'register_entries_one_way';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard_register_entry before insert or update on register_entries
  for each row execute function guard_register_entry();
--> statement-breakpoint
-- Whoever moves an employer to another town may not see its entry there any more: the owner writes.
create function follow_employer_town() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  update register_entries set place_id = place_id where employer_id = new.id;
  return new;
end $$;
--> statement-breakpoint
create trigger follow_employer_town after update of town_id on employers
  for each row when (old.town_id is distinct from new.town_id) execute function follow_employer_town();
--> statement-breakpoint
create table employer_visits (
  id uuid primary key not null,
  employer_id uuid not null references register_entries(employer_id),
  visited_on date not null,
  met text not null,
  result text not null,
  next_visit_on date,
  corrects uuid references employer_visits(id),
  correction_reason text,
  recorded_by uuid references accounts(id),
  recorded_at timestamp with time zone not null,
  constraint employer_visits_correction check ((corrects is null) = (correction_reason is null) and corrects <> id),
  constraint employer_visits_next check (next_visit_on > visited_on)
);
--> statement-breakpoint
create index employer_visits_employer_idx on employer_visits (employer_id, visited_on);
--> statement-breakpoint
create unique index employer_visits_corrects_idx on employer_visits (corrects);
--> statement-breakpoint
create table visit_photos (
  id uuid primary key not null,
  visit_id uuid not null references employer_visits(id),
  position smallint not null,
  width integer not null,
  height integer not null,
  content bytea not null
);
--> statement-breakpoint
create unique index visit_photos_order_idx on visit_photos (visit_id, position);
--> statement-breakpoint
create table cluster_decisions (
  id uuid primary key not null,
  home_id uuid not null references organisations(id),
  employer_id uuid references employers(id),
  employer_name text,
  answer text not null,
  members integer not null,
  reason text,
  decided_by uuid references accounts(id),
  decided_at timestamp with time zone not null,
  constraint cluster_decisions_whom check (num_nonnulls(employer_id, employer_name) = 1),
  constraint cluster_decisions_reason check ((answer = 'dismissed') = (reason is not null))
);
--> statement-breakpoint
create index cluster_decisions_home_idx on cluster_decisions (home_id);
--> statement-breakpoint
-- What was written down of a visit stays as it was written.
revoke update, delete on employer_visits from lianxin_app;
--> statement-breakpoint
revoke update, delete on visit_photos from lianxin_app;
--> statement-breakpoint
revoke update, delete on cluster_decisions from lianxin_app;
--> statement-breakpoint
revoke delete on register_entries from lianxin_app;
--> statement-breakpoint
alter table register_entries enable row level security;
--> statement-breakpoint
alter table register_entries force row level security;
--> statement-breakpoint
create policy register_entries_seen on register_entries
  using ((select app_system()) or place_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or place_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table employer_visits enable row level security;
--> statement-breakpoint
alter table employer_visits force row level security;
--> statement-breakpoint
create policy employer_visits_seen on employer_visits
  using ((select app_system()) or exists (select 1 from register_entries r where r.employer_id = employer_visits.employer_id))
  with check ((select app_system()) or exists (select 1 from register_entries r where r.employer_id = employer_visits.employer_id));
--> statement-breakpoint
alter table visit_photos enable row level security;
--> statement-breakpoint
alter table visit_photos force row level security;
--> statement-breakpoint
create policy visit_photos_seen on visit_photos
  using ((select app_system()) or exists (select 1 from employer_visits v where v.id = visit_id))
  with check ((select app_system()) or exists (select 1 from employer_visits v where v.id = visit_id));
--> statement-breakpoint
alter table cluster_decisions enable row level security;
--> statement-breakpoint
alter table cluster_decisions force row level security;
--> statement-breakpoint
create policy cluster_decisions_seen on cluster_decisions
  using ((select app_system()) or home_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or home_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
