-- 人群: a filter over members under a name, kept at an organisation and shared with those below it.
CREATE TABLE "segments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"definition" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"creator_label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "segments_name_idx" ON "segments" USING btree ("organisation_id","name") WHERE archived_at is null;
--> statement-breakpoint
-- Its organisation and what lies above it keep it; what lies below may use it.
alter table segments enable row level security;
--> statement-breakpoint
alter table segments force row level security;
--> statement-breakpoint
create policy segments_seen on segments for select
  using ((select app_system()) or organisation_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or organisation_id in
      (select ancestor_id from organisation_closure where descendant_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
create policy segments_entered on segments for insert
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
create policy segments_changed on segments for update
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
revoke delete on segments from lianxin_app;
