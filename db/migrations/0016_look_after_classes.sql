CREATE TABLE "child_hand_overs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"by" text NOT NULL,
	"person_sealed" text,
	"reason" text,
	"staff_account_id" uuid,
	"staff_label" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "child_record_views" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"child_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"account_id" uuid,
	"viewer_label" text NOT NULL,
	"viewer_role" text NOT NULL,
	"what" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "class_absences" (
	"booking_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"session_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"announced_at" timestamp with time zone,
	"announced_by" uuid,
	"told_at" timestamp with time zone,
	CONSTRAINT "class_absences_booking_id_on_day_pk" PRIMARY KEY("booking_id","on_day")
);
--> statement-breakpoint
CREATE TABLE "class_checklist" (
	"session_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"item" text NOT NULL,
	"done_on" date NOT NULL,
	"note" text NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "class_checklist_session_id_item_pk" PRIMARY KEY("session_id","item")
);
--> statement-breakpoint
CREATE TABLE "class_incidents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"booking_id" uuid,
	"child_id" uuid,
	"happened_at" timestamp with time zone NOT NULL,
	"body_sealed" text NOT NULL,
	"corrects_id" uuid,
	"recorded_by" uuid,
	"recorder_label" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "class_openings" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"organiser_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid
);
--> statement-breakpoint
CREATE TABLE "class_staff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"phone_sealed" text NOT NULL,
	"phone_index" text NOT NULL,
	"phone_tail" text NOT NULL,
	"check_passed_on" date,
	"check_reference" text,
	"check_valid_until" date,
	"check_recorded_by" uuid,
	"removed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "class_staff_check_whole" CHECK (num_nulls(check_passed_on, check_reference, check_valid_until) in (0, 3)),
	CONSTRAINT "class_staff_check_order" CHECK (check_valid_until > check_passed_on)
);
--> statement-breakpoint
CREATE TABLE "pick_up_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"code_sealed" text NOT NULL,
	"bearer_sealed" text NOT NULL,
	"made_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"wrong_tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pick_up_photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"person_key" text NOT NULL,
	"photo_sealed" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "child_hand_overs" ADD CONSTRAINT "child_hand_overs_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_hand_overs" ADD CONSTRAINT "child_hand_overs_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_hand_overs" ADD CONSTRAINT "child_hand_overs_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_hand_overs" ADD CONSTRAINT "child_hand_overs_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_hand_overs" ADD CONSTRAINT "child_hand_overs_staff_account_id_accounts_id_fk" FOREIGN KEY ("staff_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_record_views" ADD CONSTRAINT "child_record_views_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_record_views" ADD CONSTRAINT "child_record_views_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_record_views" ADD CONSTRAINT "child_record_views_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_record_views" ADD CONSTRAINT "child_record_views_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_absences" ADD CONSTRAINT "class_absences_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_absences" ADD CONSTRAINT "class_absences_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_absences" ADD CONSTRAINT "class_absences_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_absences" ADD CONSTRAINT "class_absences_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_absences" ADD CONSTRAINT "class_absences_announced_by_accounts_id_fk" FOREIGN KEY ("announced_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_checklist" ADD CONSTRAINT "class_checklist_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_checklist" ADD CONSTRAINT "class_checklist_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_checklist" ADD CONSTRAINT "class_checklist_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_incidents" ADD CONSTRAINT "class_incidents_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_incidents" ADD CONSTRAINT "class_incidents_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_incidents" ADD CONSTRAINT "class_incidents_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_incidents" ADD CONSTRAINT "class_incidents_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_incidents" ADD CONSTRAINT "class_incidents_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_openings" ADD CONSTRAINT "class_openings_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_openings" ADD CONSTRAINT "class_openings_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_openings" ADD CONSTRAINT "class_openings_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_staff" ADD CONSTRAINT "class_staff_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_staff" ADD CONSTRAINT "class_staff_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_staff" ADD CONSTRAINT "class_staff_check_recorded_by_accounts_id_fk" FOREIGN KEY ("check_recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_staff" ADD CONSTRAINT "class_staff_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_up_codes" ADD CONSTRAINT "pick_up_codes_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_up_codes" ADD CONSTRAINT "pick_up_codes_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_up_codes" ADD CONSTRAINT "pick_up_codes_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_up_codes" ADD CONSTRAINT "pick_up_codes_made_by_accounts_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_up_photos" ADD CONSTRAINT "pick_up_photos_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_up_photos" ADD CONSTRAINT "pick_up_photos_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_up_photos" ADD CONSTRAINT "pick_up_photos_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "child_hand_overs_once_idx" ON "child_hand_overs" USING btree ("booking_id","on_day") WHERE outcome = 'released';--> statement-breakpoint
CREATE INDEX "child_hand_overs_day_idx" ON "child_hand_overs" USING btree ("session_id","on_day");--> statement-breakpoint
CREATE INDEX "child_record_views_child_idx" ON "child_record_views" USING btree ("child_id","at");--> statement-breakpoint
CREATE INDEX "class_absences_day_idx" ON "class_absences" USING btree ("session_id","on_day");--> statement-breakpoint
CREATE INDEX "class_incidents_session_idx" ON "class_incidents" USING btree ("session_id","happened_at");--> statement-breakpoint
CREATE INDEX "class_incidents_child_idx" ON "class_incidents" USING btree ("child_id","happened_at");--> statement-breakpoint
CREATE INDEX "class_staff_phone_idx" ON "class_staff" USING btree ("phone_index");--> statement-breakpoint
CREATE UNIQUE INDEX "class_staff_once_idx" ON "class_staff" USING btree ("session_id","phone_index") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pick_up_codes_current_idx" ON "pick_up_codes" USING btree ("booking_id","on_day") WHERE replaced_at is null and used_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pick_up_photos_person_idx" ON "pick_up_photos" USING btree ("booking_id","person_key");