CREATE TABLE "unit_list_rows" (
	"list_id" uuid NOT NULL,
	"row_no" integer NOT NULL,
	"name_masked" text NOT NULL,
	"phone_tail" text NOT NULL,
	"outcome" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"booking_id" uuid,
	CONSTRAINT "unit_list_rows_list_id_row_no_pk" PRIMARY KEY("list_id","row_no")
);
--> statement-breakpoint
CREATE TABLE "unit_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offering_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"status" text NOT NULL,
	"rows_sealed" text,
	"content_hash" text NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"undo_until" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_reason" text,
	CONSTRAINT "unit_lists_sealed" CHECK ((status = 'draft') = (rows_sealed is not null))
);
--> statement-breakpoint
ALTER TABLE "unit_list_rows" ADD CONSTRAINT "unit_list_rows_list_id_unit_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."unit_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_list_rows" ADD CONSTRAINT "unit_list_rows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_list_rows" ADD CONSTRAINT "unit_list_rows_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lists" ADD CONSTRAINT "unit_lists_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lists" ADD CONSTRAINT "unit_lists_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lists" ADD CONSTRAINT "unit_lists_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lists" ADD CONSTRAINT "unit_lists_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lists" ADD CONSTRAINT "unit_lists_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unit_list_rows_booking_idx" ON "unit_list_rows" USING btree ("booking_id") WHERE booking_id is not null;--> statement-breakpoint
CREATE INDEX "unit_list_rows_person_idx" ON "unit_list_rows" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "unit_lists_same_twice_idx" ON "unit_lists" USING btree ("session_id","organisation_id","content_hash") WHERE status = 'submitted';--> statement-breakpoint
CREATE INDEX "unit_lists_offering_idx" ON "unit_lists" USING btree ("offering_id","status","created_at");--> statement-breakpoint
CREATE INDEX "unit_lists_organisation_idx" ON "unit_lists" USING btree ("organisation_id","created_at");