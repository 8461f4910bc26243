-- 建会: from a lead to the certificate. Where a founding stands follows from its steps, which are only ever
-- added; the papers of others are typed with their number and day.
create table foundings (
  id uuid primary key not null,
  place_id uuid not null references organisations(id),
  parent_id uuid not null references organisations(id),
  form text not null,
  name text not null,
  organisation_id uuid references organisations(id),
  created_by uuid references accounts(id),
  created_at timestamp with time zone not null
);
--> statement-breakpoint
create index foundings_place_idx on foundings (place_id, created_at);
--> statement-breakpoint
create unique index foundings_organisation_idx on foundings (organisation_id);
--> statement-breakpoint
create table founding_employers (
  founding_id uuid not null references foundings(id),
  employer_id uuid not null references employers(id),
  released_at timestamp with time zone,
  constraint founding_employers_founding_id_employer_id_pk primary key (founding_id, employer_id)
);
--> statement-breakpoint
-- An employer founds one union at a time.
create unique index founding_employers_open_idx on founding_employers (employer_id) where released_at is null;
--> statement-breakpoint
create table founding_actions (
  id bigserial primary key not null,
  founding_id uuid not null references foundings(id),
  position integer not null,
  step text not null,
  done_on date not null,
  document_no text,
  facts jsonb not null,
  recorded_by uuid references accounts(id),
  recorded_at timestamp with time zone not null,
  -- 工会法 16: three years or five.
  constraint founding_actions_term check (step <> 'founded' or (facts ->> 'term') in ('3', '5'))
);
--> statement-breakpoint
create unique index founding_actions_position_idx on founding_actions (founding_id, position);
--> statement-breakpoint
create table founding_candidates (
  id uuid primary key not null,
  founding_id uuid not null references foundings(id),
  name text not null,
  post text not null,
  ties text[] not null,
  position smallint not null,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  constraint founding_candidates_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null)),
  -- 工会法 10: near relatives of the head stay out of the committee.
  constraint founding_candidates_relatives check (not ('relative' = any (ties))),
  constraint founding_candidates_chair check (post <> 'chair' or ties = '{}')
);
--> statement-breakpoint
create index founding_candidates_founding_idx on founding_candidates (founding_id, position);
--> statement-breakpoint
revoke update, delete on founding_actions from lianxin_app;
--> statement-breakpoint
revoke delete on foundings, founding_candidates from lianxin_app;
--> statement-breakpoint
alter table foundings enable row level security;
--> statement-breakpoint
alter table foundings force row level security;
--> statement-breakpoint
create policy foundings_seen on foundings
  using ((select app_system()) or place_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or place_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table founding_employers enable row level security;
--> statement-breakpoint
alter table founding_employers force row level security;
--> statement-breakpoint
create policy founding_employers_seen on founding_employers
  using ((select app_system()) or exists (select 1 from foundings f where f.id = founding_id))
  with check ((select app_system()) or exists (select 1 from foundings f where f.id = founding_id));
--> statement-breakpoint
alter table founding_actions enable row level security;
--> statement-breakpoint
alter table founding_actions force row level security;
--> statement-breakpoint
create policy founding_actions_seen on founding_actions
  using ((select app_system()) or exists (select 1 from foundings f where f.id = founding_id))
  with check ((select app_system()) or exists (select 1 from foundings f where f.id = founding_id));
--> statement-breakpoint
alter table founding_candidates enable row level security;
--> statement-breakpoint
alter table founding_candidates force row level security;
--> statement-breakpoint
create policy founding_candidates_seen on founding_candidates
  using ((select app_system()) or exists (select 1 from foundings f where f.id = founding_id))
  with check ((select app_system()) or exists (select 1 from foundings f where f.id = founding_id));
