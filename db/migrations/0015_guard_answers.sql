-- Answers are seen by whoever gave them, the child's guardians and the organiser (PIPL 28); certificates only grow.
alter table answer_sheets enable row level security;
--> statement-breakpoint
alter table answer_sheets force row level security;
--> statement-breakpoint
create policy answer_sheets_seen on answer_sheets
  using (app_system() or account_id = (select app_account()) or child_id in (select app_children())
    or (booking_id is not null and organiser_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check (app_system() or account_id = (select app_account()) or child_id in (select app_children()));
--> statement-breakpoint
alter table answers enable row level security;
--> statement-breakpoint
alter table answers force row level security;
--> statement-breakpoint
create policy answers_seen on answers
  using (app_system() or exists (select 1 from answer_sheets s where s.id = sheet_id))
  with check (app_system() or exists (select 1 from answer_sheets s where s.id = sheet_id));
--> statement-breakpoint
alter table answer_files enable row level security;
--> statement-breakpoint
alter table answer_files force row level security;
--> statement-breakpoint
create policy answer_files_seen on answer_files
  using (app_system() or exists (select 1 from answers a where a.id = answer_id))
  with check (app_system() or exists (select 1 from answers a where a.id = answer_id));
--> statement-breakpoint
create trigger purge_certificates_append_only before update or delete on purge_certificates
  for each statement execute function refuse_change();
--> statement-breakpoint
revoke update, delete on purge_certificates from lianxin_app;
