-- 转会 by both sides: one request, two answers, and what a union may stop it for.
create table transfers (
  id uuid primary key not null,
  number text not null,
  person_id uuid not null,
  account_id uuid not null,
  membership_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  employer_id uuid,
  employer_name text,
  status text not null,
  asked_by uuid,
  created_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  effective_on date,
  new_membership_id uuid,
  constraint transfers_apart check (from_id <> to_id),
  constraint transfers_closed check ((status in ('proposed', 'open')) = (closed_at is null)),
  constraint transfers_done check ((status = 'done') = (new_membership_id is not null) and (status = 'done') = (effective_on is not null))
);
--> statement-breakpoint
create table transfer_stops (
  id uuid primary key not null,
  organisation_id uuid not null,
  kind text not null,
  basis text not null,
  starts_on date not null,
  ends_on date not null,
  entered_by uuid not null,
  created_at timestamp with time zone not null,
  constraint transfer_stops_dated check (ends_on >= starts_on)
);
--> statement-breakpoint
create table transfer_sides (
  transfer_id uuid not null,
  side text not null,
  desk_id uuid not null,
  status text not null,
  due_on date,
  refusal text,
  note text,
  answered_at timestamp with time zone,
  answered_by uuid,
  agreed_on date,
  appeal text,
  appealed_at timestamp with time zone,
  appeal_note text,
  appeal_decided_at timestamp with time zone,
  appeal_decided_by uuid,
  stop_id uuid,
  urged_at timestamp with time zone,
  constraint transfer_sides_transfer_id_side_pk primary key (transfer_id, side),
  constraint transfer_sides_agreed check ((status in ('agreed', 'silent')) = (agreed_on is not null)),
  constraint transfer_sides_refused check (status not in ('refused', 'appealed', 'upheld') or (refusal is not null and note is not null)),
  constraint transfer_sides_silence check (status <> 'silent' or side = 'out'),
  constraint transfer_sides_two check (appeal_decided_by is null or appeal_decided_by <> answered_by)
);
--> statement-breakpoint
alter table transfers add constraint transfers_person_id_people_id_fk foreign key (person_id) references public.people (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfers add constraint transfers_account_id_accounts_id_fk foreign key (account_id) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfers add constraint transfers_membership_id_memberships_id_fk foreign key (membership_id) references public.memberships (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfers add constraint transfers_from_id_organisations_id_fk foreign key (from_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfers add constraint transfers_to_id_organisations_id_fk foreign key (to_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfers add constraint transfers_employer_id_employers_id_fk foreign key (employer_id) references public.employers (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfers add constraint transfers_asked_by_accounts_id_fk foreign key (asked_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfers add constraint transfers_new_membership_id_memberships_id_fk foreign key (new_membership_id) references public.memberships (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfer_stops add constraint transfer_stops_organisation_id_organisations_id_fk foreign key (organisation_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfer_stops add constraint transfer_stops_entered_by_accounts_id_fk foreign key (entered_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfer_sides add constraint transfer_sides_transfer_id_transfers_id_fk foreign key (transfer_id) references public.transfers (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfer_sides add constraint transfer_sides_desk_id_organisations_id_fk foreign key (desk_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfer_sides add constraint transfer_sides_answered_by_accounts_id_fk foreign key (answered_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfer_sides add constraint transfer_sides_appeal_decided_by_accounts_id_fk foreign key (appeal_decided_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfer_sides add constraint transfer_sides_stop_id_transfer_stops_id_fk foreign key (stop_id) references public.transfer_stops (id) on delete no action on update no action;
--> statement-breakpoint
create unique index transfers_number_idx on transfers using btree (number);
--> statement-breakpoint
-- One at a time for each person.
create unique index transfers_open_idx on transfers using btree (person_id) where status in ('proposed', 'open');
--> statement-breakpoint
create index transfers_from_idx on transfers using btree (from_id, status);
--> statement-breakpoint
create index transfers_to_idx on transfers using btree (to_id, status);
--> statement-breakpoint
create index transfer_stops_organisation_idx on transfer_stops using btree (organisation_id, ends_on);
--> statement-breakpoint
create index transfer_sides_desk_idx on transfer_sides using btree (desk_id, status);
--> statement-breakpoint
create index transfer_sides_stopped_idx on transfer_sides using btree (stop_id) where status = 'stopped';
--> statement-breakpoint
alter table transfers enable row level security;
--> statement-breakpoint
alter table transfers force row level security;
--> statement-breakpoint
-- The member, and both unions with all above them; written by the steps of the room alone.
create policy transfers_seen on transfers
  using ((select app_system()) or person_id = (select app_person())
    or from_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or to_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()));
--> statement-breakpoint
alter table transfer_sides enable row level security;
--> statement-breakpoint
alter table transfer_sides force row level security;
--> statement-breakpoint
create policy transfer_sides_seen on transfer_sides
  using ((select app_system()) or exists (select 1 from transfers t where t.id = transfer_id))
  with check ((select app_system()));
--> statement-breakpoint
alter table transfer_stops enable row level security;
--> statement-breakpoint
alter table transfer_stops force row level security;
--> statement-breakpoint
create policy transfer_stops_seen on transfer_stops
  using ((select app_system())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or exists (select 1 from transfer_sides s where s.stop_id = transfer_stops.id))
  with check ((select app_system()));
--> statement-breakpoint
-- Its deadlines are seen by whoever sees the transfer.
create or replace function clock_subject_seen(p_kind text, p_id uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select case p_kind
    when 'application' then exists (select 1 from membership_applications where id = p_id)
    when 'booking' then exists (select 1 from bookings where id = p_id)
    when 'transfer_request' then exists (select 1 from transfer_requests where id = p_id)
    when 'transfer' then exists (select 1 from transfers where id = p_id)
    else false end
$$;
