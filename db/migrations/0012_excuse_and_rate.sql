CREATE TABLE "absence_excuses" (
	"booking_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"organiser_id" uuid NOT NULL,
	"status" text NOT NULL,
	"reason_sealed" text,
	"answer" text,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rating_tasks" (
	"rating_id" uuid PRIMARY KEY NOT NULL,
	"organiser_id" uuid NOT NULL,
	"status" text NOT NULL,
	"due_on" date NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"solved_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"case_number" text,
	"level" smallint NOT NULL,
	"reasons" text[] DEFAULT '{}'::text[] NOT NULL,
	"comment_sealed" text,
	"changeable_until" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ratings_level" CHECK (level between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "screening_hospitals" (
	"offering_id" uuid NOT NULL,
	"place" text NOT NULL,
	"hospital_id" uuid NOT NULL,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "screening_hospitals_offering_id_place_pk" PRIMARY KEY("offering_id","place")
);
--> statement-breakpoint
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_tasks" ADD CONSTRAINT "rating_tasks_rating_id_ratings_id_fk" FOREIGN KEY ("rating_id") REFERENCES "public"."ratings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_tasks" ADD CONSTRAINT "rating_tasks_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rating_tasks" ADD CONSTRAINT "rating_tasks_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_hospitals" ADD CONSTRAINT "screening_hospitals_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_hospitals" ADD CONSTRAINT "screening_hospitals_hospital_id_organisations_id_fk" FOREIGN KEY ("hospital_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_hospitals" ADD CONSTRAINT "screening_hospitals_set_by_accounts_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absence_excuses_desk_idx" ON "absence_excuses" USING btree ("organiser_id","status","created_at");--> statement-breakpoint
CREATE INDEX "absence_excuses_account_idx" ON "absence_excuses" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "rating_tasks_desk_idx" ON "rating_tasks" USING btree ("organiser_id","status","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_one_per_case_idx" ON "ratings" USING btree ("entity_type","entity_id");--> statement-breakpoint
CREATE INDEX "ratings_subject_idx" ON "ratings" USING btree ("subject","level");--> statement-breakpoint
CREATE INDEX "ratings_organiser_idx" ON "ratings" USING btree ("organiser_id","created_at");--> statement-breakpoint
CREATE INDEX "ratings_account_idx" ON "ratings" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "screening_hospitals_hospital_idx" ON "screening_hospitals" USING btree ("hospital_id");