CREATE TABLE "carve_outs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"label" text NOT NULL,
	"position" integer NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"criteria" jsonb NOT NULL,
	"returns_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	CONSTRAINT "carve_outs_exact" CHECK (taken >= 0 and taken <= capacity and capacity >= 1)
);
--> statement-breakpoint
DROP INDEX "bookings_one_active_idx";--> statement-breakpoint
DROP INDEX "bookings_one_per_term_idx";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "entry_no" integer;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "offered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "offer_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "offer_source" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "carve_out_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "is_override" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "household_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "rules_version" integer;--> statement-breakpoint
ALTER TABLE "offerings" ADD COLUMN "allocation" text DEFAULT 'first_come' NOT NULL;--> statement-breakpoint
ALTER TABLE "offerings" ADD COLUMN "allocation_terms" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "offerings" ADD COLUMN "rules_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "session_capacity" ADD COLUMN "reserved" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "session_capacity" ADD COLUMN "overridden" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "carve_outs" ADD CONSTRAINT "carve_outs_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "carve_outs_order_idx" ON "carve_outs" USING btree ("session_id","position");--> statement-breakpoint
CREATE INDEX "carve_outs_returns_idx" ON "carve_outs" USING btree ("returns_at") WHERE returned_at is null;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_carve_out_id_carve_outs_id_fk" FOREIGN KEY ("carve_out_id") REFERENCES "public"."carve_outs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_entry_idx" ON "bookings" USING btree ("session_id","entry_no") WHERE entry_no is not null;--> statement-breakpoint
CREATE INDEX "bookings_offers_idx" ON "bookings" USING btree ("offer_expires_at") WHERE status = 'offered';--> statement-breakpoint
CREATE INDEX "bookings_household_idx" ON "bookings" USING btree ("household_id") WHERE household_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_active_idx" ON "bookings" USING btree ("session_id","attendee_id") WHERE status in ('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted', 'attended', 'absent');--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_per_term_idx" ON "bookings" USING btree ("attendee_id","term") WHERE kind = 'childcare' and term is not null and status in ('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted', 'attended', 'absent');--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_offer" CHECK ((status = 'offered') = (offer_expires_at is not null));--> statement-breakpoint
ALTER TABLE "session_capacity" ADD CONSTRAINT "session_capacity_reserved" CHECK (reserved >= 0 and taken + reserved <= capacity);--> statement-breakpoint
ALTER TABLE "session_capacity" ADD CONSTRAINT "session_capacity_overridden" CHECK (overridden >= 0);--> statement-breakpoint
ALTER TABLE "bookings" DROP CONSTRAINT "bookings_no_overlap";--> statement-breakpoint
-- A place that is offered is held, so it counts against overlap too; a draw entry does not.
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_no_overlap"
  EXCLUDE USING gist (attendee_id WITH =, period WITH &&)
  WHERE (status in ('pending', 'sent_back', 'booked', 'offered', 'attended'));
