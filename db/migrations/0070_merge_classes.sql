-- 并班: what one class brought into another, so that it can be taken back while nothing has changed.
create table session_merges (
  id uuid primary key not null,
  offering_id uuid not null,
  organiser_id uuid not null,
  from_session_id uuid not null,
  into_session_id uuid not null,
  reason text not null,
  moved jsonb not null,
  stayed integer not null,
  merged_by uuid not null,
  merged_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint session_merges_apart check (from_session_id <> into_session_id),
  constraint session_merges_undone check ((undone_at is null) = (undone_by is null))
);
--> statement-breakpoint
alter table session_merges add constraint session_merges_offering_id_offerings_id_fk foreign key (offering_id) references public.offerings (id) on delete no action on update no action;
--> statement-breakpoint
alter table session_merges add constraint session_merges_organiser_id_organisations_id_fk foreign key (organiser_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table session_merges add constraint session_merges_from_session_id_offering_sessions_id_fk foreign key (from_session_id) references public.offering_sessions (id) on delete no action on update no action;
--> statement-breakpoint
alter table session_merges add constraint session_merges_into_session_id_offering_sessions_id_fk foreign key (into_session_id) references public.offering_sessions (id) on delete no action on update no action;
--> statement-breakpoint
alter table session_merges add constraint session_merges_merged_by_accounts_id_fk foreign key (merged_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table session_merges add constraint session_merges_undone_by_accounts_id_fk foreign key (undone_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
create index session_merges_offering_idx on session_merges using btree (offering_id, merged_at);
--> statement-breakpoint
alter table session_merges enable row level security;
--> statement-breakpoint
alter table session_merges force row level security;
--> statement-breakpoint
-- Whoever organises, and nobody else.
create policy session_merges_seen on session_merges
  using ((select app_system())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
