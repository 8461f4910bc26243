-- 交接: what one teacher of a class leaves for the next; sealed, closed once somebody has seen to it.
CREATE TABLE "class_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"booking_id" uuid,
	"child_id" uuid,
	"body_sealed" text NOT NULL,
	"written_by" uuid,
	"writer_label" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"closed_by" uuid,
	"closer_label" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "class_notes_closed" CHECK ((closed_at is null) = (closer_label is null))
);
--> statement-breakpoint
ALTER TABLE "class_notes" ADD CONSTRAINT "class_notes_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_notes" ADD CONSTRAINT "class_notes_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_notes" ADD CONSTRAINT "class_notes_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_notes" ADD CONSTRAINT "class_notes_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_notes" ADD CONSTRAINT "class_notes_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_notes" ADD CONSTRAINT "class_notes_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "class_notes_session_idx" ON "class_notes" USING btree ("session_id","written_at");
--> statement-breakpoint
alter table class_notes enable row level security;
--> statement-breakpoint
alter table class_notes force row level security;
--> statement-breakpoint
create policy class_notes_seen on class_notes
  using ((select app_system()) or organiser_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or session_id in (select app_classes()))
  with check ((select app_system()) or organiser_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or session_id in (select app_classes()));
