-- 借调: its own dated link beside the 会籍, which stays where it is.
create table secondments (
  id uuid primary key not null,
  person_id uuid not null,
  membership_id uuid not null,
  organisation_id uuid not null,
  host_id uuid,
  host_name text,
  starts_on date not null,
  ends_on date not null,
  reason text not null,
  entered_by uuid not null,
  created_at timestamp with time zone not null,
  ended_on date,
  withdrawn_at timestamp with time zone,
  end_reason text,
  ended_by uuid,
  constraint secondments_host check ((host_id is null) <> (host_name is null)),
  constraint secondments_host_apart check (host_id <> organisation_id or withdrawn_at is not null or ended_on is not null),
  constraint secondments_days check (ends_on >= starts_on and ended_on between starts_on and ends_on),
  constraint secondments_ended check ((end_reason is not null) = (ended_on is not null or withdrawn_at is not null))
);
--> statement-breakpoint
alter table secondments add constraint secondments_person_id_people_id_fk foreign key (person_id) references public.people (id) on delete no action on update no action;
--> statement-breakpoint
alter table secondments add constraint secondments_membership_id_memberships_id_fk foreign key (membership_id) references public.memberships (id) on delete no action on update no action;
--> statement-breakpoint
alter table secondments add constraint secondments_organisation_id_organisations_id_fk foreign key (organisation_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table secondments add constraint secondments_host_id_organisations_id_fk foreign key (host_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table secondments add constraint secondments_entered_by_accounts_id_fk foreign key (entered_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table secondments add constraint secondments_ended_by_accounts_id_fk foreign key (ended_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
-- Nobody is in two places at once; one that never began counts for nothing.
alter table secondments add constraint secondments_no_overlap
  exclude using gist (person_id with =, daterange(starts_on, coalesce(ended_on, ends_on), '[]') with &&) where (withdrawn_at is null);
--> statement-breakpoint
create index secondments_person_idx on secondments using btree (person_id, starts_on);
--> statement-breakpoint
create index secondments_home_idx on secondments using btree (organisation_id, starts_on);
--> statement-breakpoint
create index secondments_host_idx on secondments using btree (host_id, starts_on);
--> statement-breakpoint
create index secondments_membership_idx on secondments using btree (membership_id);
--> statement-breakpoint
alter table secondments enable row level security;
--> statement-breakpoint
alter table secondments force row level security;
--> statement-breakpoint
-- The member, and both unions with all above them; written by the steps of the room alone.
create policy secondments_seen on secondments
  using ((select app_system()) or person_id = (select app_person())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or host_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()));
--> statement-breakpoint
insert into merge_keys (kind, table_name, column_name, rule, label, made_column) values
  ('person', 'secondments', 'person_id', 'move', '借调', null),
  ('account', 'secondments', 'entered_by', 'stay', null, null),
  ('account', 'secondments', 'ended_by', 'stay', null, null);
