-- 换场次: somebody is asked whether they go over to other hours, or two whether they change places.
create table move_requests (
  id uuid primary key not null,
  offering_id uuid not null,
  organiser_id uuid not null,
  status text default 'asked' not null,
  booking_id uuid not null,
  other_booking_id uuid,
  from_session_id uuid not null,
  to_session_id uuid not null,
  carve_out_id uuid,
  reason text not null,
  answer_by timestamp with time zone not null,
  agreed_at timestamp with time zone,
  other_agreed_at timestamp with time zone,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_note text,
  constraint move_requests_closed check ((status = 'asked') = (closed_at is null)),
  constraint move_requests_apart check (other_booking_id is distinct from booking_id)
);
--> statement-breakpoint
alter table move_requests add constraint move_requests_offering_id_offerings_id_fk foreign key (offering_id) references public.offerings (id) on delete no action on update no action;
--> statement-breakpoint
alter table move_requests add constraint move_requests_organiser_id_organisations_id_fk foreign key (organiser_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table move_requests add constraint move_requests_booking_id_bookings_id_fk foreign key (booking_id) references public.bookings (id) on delete no action on update no action;
--> statement-breakpoint
alter table move_requests add constraint move_requests_other_booking_id_bookings_id_fk foreign key (other_booking_id) references public.bookings (id) on delete no action on update no action;
--> statement-breakpoint
alter table move_requests add constraint move_requests_from_session_id_offering_sessions_id_fk foreign key (from_session_id) references public.offering_sessions (id) on delete no action on update no action;
--> statement-breakpoint
alter table move_requests add constraint move_requests_to_session_id_offering_sessions_id_fk foreign key (to_session_id) references public.offering_sessions (id) on delete no action on update no action;
--> statement-breakpoint
alter table move_requests add constraint move_requests_carve_out_id_carve_outs_id_fk foreign key (carve_out_id) references public.carve_outs (id) on delete no action on update no action;
--> statement-breakpoint
alter table move_requests add constraint move_requests_asked_by_accounts_id_fk foreign key (asked_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
-- One question at a time for each of them.
create unique index move_requests_open_idx on move_requests using btree (booking_id) where status = 'asked';
--> statement-breakpoint
create unique index move_requests_other_open_idx on move_requests using btree (other_booking_id) where status = 'asked';
--> statement-breakpoint
create index move_requests_due_idx on move_requests using btree (answer_by) where status = 'asked';
--> statement-breakpoint
create index move_requests_booking_idx on move_requests using btree (booking_id, asked_at);
--> statement-breakpoint
create index move_requests_other_idx on move_requests using btree (other_booking_id) where other_booking_id is not null;
--> statement-breakpoint
alter table move_requests enable row level security;
--> statement-breakpoint
alter table move_requests force row level security;
--> statement-breakpoint
-- Whoever organises, and whom it asks: those who see one of the bookings.
create policy move_requests_seen on move_requests
  using ((select app_system())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or exists (select 1 from bookings b where b.id in (booking_id, other_booking_id)))
  with check ((select app_system())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or exists (select 1 from bookings b where b.id in (booking_id, other_booking_id)));
