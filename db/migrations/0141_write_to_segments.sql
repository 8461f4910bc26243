-- 群发 to the people of a 人群: of no offering, by the conditions as they were when it was written.
alter table announcements alter column offering_id drop not null;
--> statement-breakpoint
alter table announcements add column segment_id uuid;
--> statement-breakpoint
alter table announcements add column definition jsonb;
--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_segment_id_segments_id_fk" FOREIGN KEY ("segment_id") REFERENCES "public"."segments"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
alter table announcements add constraint announcements_of_one
  check ((offering_id is null) = (segment_id is not null) and (segment_id is null) = (definition is null)
    and (segment_id is null) = (audience <> 'segment')) not valid;
--> statement-breakpoint
alter table announcements validate constraint announcements_of_one;
--> statement-breakpoint
CREATE INDEX "announcements_segment_idx" ON "announcements" USING btree ("segment_id","created_at");
--> statement-breakpoint
alter table announcement_recipients alter column booking_id drop not null;
