-- A decision is seen by whoever sees its application.
alter table application_decisions enable row level security;
--> statement-breakpoint
alter table application_decisions force row level security;
--> statement-breakpoint
create policy application_decisions_seen on application_decisions
  using (app_system() or exists (select 1 from membership_applications a where a.id = application_id))
  with check (app_system() or exists (select 1 from membership_applications a where a.id = application_id));
