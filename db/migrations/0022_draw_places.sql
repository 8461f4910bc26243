CREATE TABLE "booking_claims" (
	"booking_id" uuid NOT NULL,
	"tier_key" text NOT NULL,
	"status" text DEFAULT 'declared' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_claims_booking_id_tier_key_pk" PRIMARY KEY("booking_id","tier_key")
);
--> statement-breakpoint
CREATE TABLE "draw_entries" (
	"draw_id" uuid NOT NULL,
	"entry_no" integer NOT NULL,
	"booking_id" uuid NOT NULL,
	"tier" smallint NOT NULL,
	"weight" smallint NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "draw_entries_draw_id_entry_no_pk" PRIMARY KEY("draw_id","entry_no")
);
--> statement-breakpoint
CREATE TABLE "draw_objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draw_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"entry_no" integer,
	"text" text NOT NULL,
	"due_on" date NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draw_results" (
	"draw_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"entry_no" integer NOT NULL,
	"score" text NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "draw_results_draw_id_rank_pk" PRIMARY KEY("draw_id","rank")
);
--> statement-breakpoint
CREATE TABLE "draw_witnesses" (
	"draw_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"commitment" text NOT NULL,
	"revealed" text,
	"revealed_at" timestamp with time zone,
	CONSTRAINT "draw_witnesses_draw_id_position_pk" PRIMARY KEY("draw_id","position")
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"offering_id" uuid NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"status" text DEFAULT 'announced' NOT NULL,
	"algorithm" text NOT NULL,
	"seed_source" text NOT NULL,
	"seed_on" date,
	"fallback_on" date,
	"secret_sealed" text,
	"commitment" text,
	"entries" integer DEFAULT 0 NOT NULL,
	"entries_text" text,
	"entries_hash" text,
	"frozen_at" timestamp with time zone,
	"seed_label" text,
	"seed" text,
	"seeded_at" timestamp with time zone,
	"results_text" text,
	"placed" integer DEFAULT 0 NOT NULL,
	"drawn_at" timestamp with time zone,
	"public_until" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draws_frozen" CHECK ((status = 'announced') = (entries_hash is null)),
	CONSTRAINT "draws_seeded" CHECK ((status in ('seeded', 'drawn')) = (seed is not null)),
	CONSTRAINT "draws_drawn" CHECK ((status = 'drawn') = (results_text is not null))
);
--> statement-breakpoint
ALTER TABLE "booking_claims" ADD CONSTRAINT "booking_claims_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_claims" ADD CONSTRAINT "booking_claims_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_entries" ADD CONSTRAINT "draw_entries_draw_id_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draws"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_entries" ADD CONSTRAINT "draw_entries_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_objections" ADD CONSTRAINT "draw_objections_draw_id_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draws"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_objections" ADD CONSTRAINT "draw_objections_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_objections" ADD CONSTRAINT "draw_objections_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_results" ADD CONSTRAINT "draw_results_draw_id_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draws"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draw_witnesses" ADD CONSTRAINT "draw_witnesses_draw_id_draws_id_fk" FOREIGN KEY ("draw_id") REFERENCES "public"."draws"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "draw_entries_booking_idx" ON "draw_entries" USING btree ("booking_id","draw_id");--> statement-breakpoint
CREATE INDEX "draw_objections_draw_idx" ON "draw_objections" USING btree ("draw_id","created_at");--> statement-breakpoint
CREATE INDEX "draw_objections_account_idx" ON "draw_objections" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "draw_results_entry_idx" ON "draw_results" USING btree ("draw_id","entry_no");--> statement-breakpoint
CREATE UNIQUE INDEX "draws_once_idx" ON "draws" USING btree ("session_id","round");--> statement-breakpoint
CREATE INDEX "draws_offering_idx" ON "draws" USING btree ("offering_id");