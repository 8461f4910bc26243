-- Who is asked about a founding, and the scans behind its steps: both sealed, for sign-in sheets name people.
alter table foundings add column contact_name text;
--> statement-breakpoint
alter table foundings add column contact_phone_sealed text;
--> statement-breakpoint
alter table foundings add column contact_phone_tail text;
--> statement-breakpoint
alter table foundings add column preparing_group text;
--> statement-breakpoint
alter table foundings add column purpose text;
--> statement-breakpoint
alter table foundings add constraint foundings_contact
  check ((contact_phone_sealed is null) = (contact_phone_tail is null));
--> statement-breakpoint
create table founding_files (
  id uuid primary key not null,
  founding_id uuid not null references foundings(id),
  kind text not null,
  content_sealed bytea,
  added_by uuid references accounts(id),
  added_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  removed_reason text,
  constraint founding_files_removed check ((removed_at is null) = (removed_reason is null)
    and (removed_at is null) = (content_sealed is not null))
);
--> statement-breakpoint
create index founding_files_founding_idx on founding_files (founding_id, added_at);
--> statement-breakpoint
revoke delete on founding_files from lianxin_app;
--> statement-breakpoint
alter table founding_files enable row level security;
--> statement-breakpoint
alter table founding_files force row level security;
--> statement-breakpoint
create policy founding_files_seen on founding_files
  using ((select app_system()) or exists (select 1 from foundings f where f.id = founding_id))
  with check ((select app_system()) or exists (select 1 from foundings f where f.id = founding_id));
