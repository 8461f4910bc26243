-- 群发: a text to the people of an offering, and to whom it went.
CREATE TABLE "announcements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organiser_id" uuid NOT NULL,
	"offering_id" uuid NOT NULL,
	"session_id" uuid,
	"audience" text NOT NULL,
	"status" text NOT NULL,
	"body" text NOT NULL,
	"by_sms" boolean NOT NULL,
	"people" integer DEFAULT 0 NOT NULL,
	"texts" integer DEFAULT 0 NOT NULL,
	"units" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"sender_label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "announcements_sent" CHECK ((status = 'draft') = (sent_at is null)),
	CONSTRAINT "announcements_withdrawn" CHECK ((status = 'withdrawn') = (withdrawn_at is not null))
);
--> statement-breakpoint
CREATE TABLE "announcement_recipients" (
	"announcement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"by_sms" boolean NOT NULL,
	CONSTRAINT "announcement_recipients_announcement_id_account_id_pk" PRIMARY KEY("announcement_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipients" ADD CONSTRAINT "announcement_recipients_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_offering_idx" ON "announcements" USING btree ("offering_id","created_at");--> statement-breakpoint
CREATE INDEX "announcements_session_idx" ON "announcements" USING btree ("session_id","created_at");--> statement-breakpoint
CREATE INDEX "announcement_recipients_account_idx" ON "announcement_recipients" USING btree ("account_id");
--> statement-breakpoint
-- The organiser and what lies above it; the staff of a class, for as long as they look after it.
alter table announcements enable row level security;
--> statement-breakpoint
alter table announcements force row level security;
--> statement-breakpoint
create policy announcements_seen on announcements
  using ((select app_system()) or organiser_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or session_id in (select app_classes()))
  with check ((select app_system()) or organiser_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or session_id in (select app_classes()));
--> statement-breakpoint
alter table announcement_recipients enable row level security;
--> statement-breakpoint
alter table announcement_recipients force row level security;
--> statement-breakpoint
create policy announcement_recipients_seen on announcement_recipients
  using ((select app_system()) or exists (select 1 from announcements a where a.id = announcement_id))
  with check ((select app_system()) or exists (select 1 from announcements a where a.id = announcement_id));
--> statement-breakpoint
revoke update on announcement_recipients from lianxin_app;
