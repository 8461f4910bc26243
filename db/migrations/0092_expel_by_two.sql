-- 自动退会 and 除名: opened by one officer, carried out by another, never by the clock.
create table membership_cases (
  id uuid primary key not null,
  kind text not null,
  membership_id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  status text not null,
  warnings jsonb not null,
  facts_sealed text,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_note text,
  constraint membership_cases_facts check (kind = 'lapse' or facts_sealed is not null),
  constraint membership_cases_decided check ((status = 'open') = (decided_at is null)),
  constraint membership_cases_two check (status <> 'carried_out' or (decided_by is not null and decided_by <> opened_by))
);
--> statement-breakpoint
alter table membership_cases add constraint membership_cases_membership_id_memberships_id_fk foreign key (membership_id) references public.memberships (id) on delete no action on update no action;
--> statement-breakpoint
alter table membership_cases add constraint membership_cases_person_id_people_id_fk foreign key (person_id) references public.people (id) on delete no action on update no action;
--> statement-breakpoint
alter table membership_cases add constraint membership_cases_account_id_accounts_id_fk foreign key (account_id) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table membership_cases add constraint membership_cases_organisation_id_organisations_id_fk foreign key (organisation_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table membership_cases add constraint membership_cases_opened_by_accounts_id_fk foreign key (opened_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table membership_cases add constraint membership_cases_decided_by_accounts_id_fk foreign key (decided_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
create unique index membership_cases_open_idx on membership_cases using btree (membership_id) where status = 'open';
--> statement-breakpoint
create index membership_cases_desk_idx on membership_cases using btree (organisation_id, status);
--> statement-breakpoint
create index membership_cases_person_idx on membership_cases using btree (person_id);
--> statement-breakpoint
alter table membership_cases enable row level security;
--> statement-breakpoint
alter table membership_cases force row level security;
--> statement-breakpoint
create policy membership_cases_seen on membership_cases
  using ((select app_system())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
