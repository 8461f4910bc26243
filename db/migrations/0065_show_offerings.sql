-- 封面、附件、照片 and 小结 of an offering: everybody sees them with it, its organiser writes them.
CREATE TABLE "offering_closings" (
	"offering_id" uuid PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	"sessions" integer NOT NULL,
	"attended" integer NOT NULL,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offering_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offering_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"width" integer,
	"height" integer,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offering_files_words" CHECK (length(btrim(words)) > 0),
	CONSTRAINT "offering_files_measured" CHECK ((kind = 'jpeg') = (width is not null and height is not null)),
	CONSTRAINT "offering_files_size" CHECK (size = octet_length(content) and size > 0)
);
--> statement-breakpoint
ALTER TABLE "offering_closings" ADD CONSTRAINT "offering_closings_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offering_files" ADD CONSTRAINT "offering_files_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offering_files" ADD CONSTRAINT "offering_files_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "offering_files_cover_idx" ON "offering_files" USING btree ("offering_id") WHERE purpose = 'cover';--> statement-breakpoint
CREATE INDEX "offering_files_offering_idx" ON "offering_files" USING btree ("offering_id","purpose","added_at");
--> statement-breakpoint
alter table offering_files enable row level security;
--> statement-breakpoint
alter table offering_files force row level security;
--> statement-breakpoint
-- A draft's are its organiser's alone; a query says besides whom a published offering is for.
create policy offering_files_seen on offering_files for select
  using ((select app_system()) or exists (select 1 from offerings o where o.id = offering_id and (o.status <> 'draft'
    or o.organisation_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))));
--> statement-breakpoint
create policy offering_files_written on offering_files
  using ((select app_system()) or exists (select 1 from offerings o where o.id = offering_id and o.organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check ((select app_system()) or exists (select 1 from offerings o where o.id = offering_id and o.organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
--> statement-breakpoint
alter table offering_closings enable row level security;
--> statement-breakpoint
alter table offering_closings force row level security;
--> statement-breakpoint
create policy offering_closings_seen on offering_closings for select
  using ((select app_system()) or published_at is not null or exists (select 1 from offerings o where o.id = offering_id
    and o.organisation_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
--> statement-breakpoint
create policy offering_closings_written on offering_closings
  using ((select app_system()) or exists (select 1 from offerings o where o.id = offering_id and o.organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check ((select app_system()) or exists (select 1 from offerings o where o.id = offering_id and o.organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
