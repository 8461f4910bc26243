-- Filters under a name, reasons in the federation's own words, and a desk that was asked to clear what is late.
CREATE TABLE "decision_reasons" (
	"case_kind" text NOT NULL,
	"decision" text NOT NULL,
	"position" smallint NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "decision_reasons_case_kind_decision_position_pk" PRIMARY KEY("case_kind","decision","position")
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"saved_by" uuid NOT NULL,
	"organisation_id" uuid,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "desk_urges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"on" date NOT NULL,
	"urged_by" uuid NOT NULL,
	"overdue" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_saved_by_accounts_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_urges" ADD CONSTRAINT "desk_urges_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_urges" ADD CONSTRAINT "desk_urges_urged_by_accounts_id_fk" FOREIGN KEY ("urged_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_filters_name_idx" ON "saved_filters" USING btree ("saved_by","name");--> statement-breakpoint
CREATE INDEX "saved_filters_organisation_idx" ON "saved_filters" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "desk_urges_day_idx" ON "desk_urges" USING btree ("organisation_id","on");--> statement-breakpoint
CREATE INDEX "application_events_reasons_idx" ON "application_events" USING btree ("at") WHERE type in ('sent_back', 'rejected');--> statement-breakpoint
CREATE INDEX "booking_events_reasons_idx" ON "booking_events" USING btree ("at") WHERE type in ('sent_back', 'refused');
--> statement-breakpoint
-- Who saved it, and the officers of the organisation it is shared with; only who saved it changes it.
alter table saved_filters enable row level security;
--> statement-breakpoint
alter table saved_filters force row level security;
--> statement-breakpoint
create policy saved_filters_seen on saved_filters for select
  using ((select app_system()) or saved_by = (select app_account()) or organisation_id = any ((select app_grants())::uuid[]));
--> statement-breakpoint
create policy saved_filters_own on saved_filters
  using ((select app_system()) or saved_by = (select app_account()))
  with check ((select app_system()) or (saved_by = (select app_account())
    and (organisation_id is null or organisation_id = any ((select app_grants())::uuid[]))));
