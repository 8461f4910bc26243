-- A draft that was given up was never published: its files stay its organiser's, as those of a draft do.
drop policy offering_files_seen on offering_files;
--> statement-breakpoint
create policy offering_files_seen on offering_files for select
  using ((select app_system()) or exists (select 1 from offerings o where o.id = offering_id
    and ((o.status <> 'draft' and o.published_at is not null) or o.organisation_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))));
