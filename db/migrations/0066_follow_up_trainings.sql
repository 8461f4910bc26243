-- 培训回访: asked some months after a training, answered by oneself, counted by the organiser.
CREATE TABLE "follow_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offering_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"booking_id" uuid,
	"account_id" uuid,
	"person_id" uuid,
	"round" smallint NOT NULL,
	"months" smallint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "follow_ups_round" CHECK (round in (1, 2) and months between 1 and 24),
	CONSTRAINT "follow_ups_answered" CHECK ((answer is null) = (answered_at is null)),
	CONSTRAINT "follow_ups_known" CHECK ((account_id is null) = (booking_id is null)
      and (account_id is null) = (person_id is null))
);
--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "follow_ups_once_idx" ON "follow_ups" USING btree ("booking_id","round");--> statement-breakpoint
CREATE INDEX "follow_ups_offering_idx" ON "follow_ups" USING btree ("offering_id","round");--> statement-breakpoint
CREATE INDEX "follow_ups_account_idx" ON "follow_ups" USING btree ("account_id","asked_at");
--> statement-breakpoint
alter table follow_ups enable row level security;
--> statement-breakpoint
alter table follow_ups force row level security;
--> statement-breakpoint
-- Oneself, and the organiser of the training; neither the employer's union nor any other.
create policy follow_ups_seen on follow_ups for select
  using ((select app_system()) or account_id = (select app_account()) or organiser_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
-- Nobody answers for another.
create policy follow_ups_written on follow_ups
  using ((select app_system()) or account_id = (select app_account()))
  with check ((select app_system()) or account_id = (select app_account()));
