-- A link to a file is of one roll, as before, or of a list as it was filtered.
alter table export_links alter column subject_id drop not null;
--> statement-breakpoint
alter table export_links add column list text;
--> statement-breakpoint
alter table export_links add column asked text;
--> statement-breakpoint
alter table export_links add column format text;
--> statement-breakpoint
alter table export_links add constraint export_links_of_one
  check ((subject_id is null) = (list is not null) and (list is null) = (asked is null) and (list is null) = (format is null));
