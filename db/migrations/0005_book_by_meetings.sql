-- A course on Monday evenings leaves Tuesday mornings free: overlap is judged by meetings, not by the whole span.
ALTER TABLE "bookings" DROP CONSTRAINT "bookings_no_overlap";--> statement-breakpoint
ALTER TABLE "bookings" ALTER COLUMN "period" SET DATA TYPE tstzmultirange USING tstzmultirange(period);--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_no_overlap"
  EXCLUDE USING gist (attendee_id WITH =, period WITH &&)
  WHERE (status IN ('pending', 'sent_back', 'booked', 'attended'));--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "answers_sealed" text;
