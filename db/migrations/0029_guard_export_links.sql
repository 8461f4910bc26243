-- A link to a file is its asker's alone, and used once: no other change, no going back.
alter table export_links enable row level security;
--> statement-breakpoint
alter table export_links force row level security;
--> statement-breakpoint
create policy export_links_own on export_links
  using (app_system() or account_id = (select app_account()))
  with check (app_system() or account_id = (select app_account()));
--> statement-breakpoint
revoke update, delete on export_links from lianxin_app;
--> statement-breakpoint
grant update (used_at) on export_links to lianxin_app;
