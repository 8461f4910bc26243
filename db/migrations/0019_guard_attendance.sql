-- Arrivals follow their booking: who may see it sees them. Certificates: their holder and the organiser.
alter table check_ins enable row level security;
--> statement-breakpoint
alter table check_ins force row level security;
--> statement-breakpoint
create policy check_ins_seen on check_ins
  using (app_system() or exists (select 1 from bookings b where b.id = booking_id))
  with check (app_system() or exists (select 1 from bookings b where b.id = booking_id));
--> statement-breakpoint
create trigger check_ins_append_only before update or delete on check_ins
  for each statement execute function refuse_change();
--> statement-breakpoint
revoke update, delete on check_ins from lianxin_app;
--> statement-breakpoint
alter table certificates enable row level security;
--> statement-breakpoint
alter table certificates force row level security;
--> statement-breakpoint
create policy certificates_seen on certificates
  using (app_system() or account_id = (select app_account())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
-- What a certificate said stays; it can only be revoked, once.
revoke update, delete on certificates from lianxin_app;
--> statement-breakpoint
grant update (revoked_at, revoked_by, revoked_reason) on certificates to lianxin_app;
