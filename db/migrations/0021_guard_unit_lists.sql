-- The union that names its members, and whoever organises, see a list; nobody else knows it exists.
alter table unit_lists enable row level security;
--> statement-breakpoint
alter table unit_lists force row level security;
--> statement-breakpoint
create policy unit_lists_seen on unit_lists
  using (app_system()
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table unit_list_rows enable row level security;
--> statement-breakpoint
alter table unit_list_rows force row level security;
--> statement-breakpoint
create policy unit_list_rows_seen on unit_list_rows
  using (app_system() or exists (select 1 from unit_lists l where l.id = list_id))
  with check (app_system() or exists (select 1 from unit_lists l where l.id = list_id));
--> statement-breakpoint
create trigger unit_list_rows_append_only before update or delete on unit_list_rows
  for each statement execute function refuse_change();
--> statement-breakpoint
revoke update, delete on unit_list_rows from lianxin_app;
