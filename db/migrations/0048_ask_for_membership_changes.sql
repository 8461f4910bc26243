-- A member asks too: 转会 to another union, another occupation or employer, 退会. Each waits for its own answer.
ALTER TABLE "transfer_requests" ADD COLUMN "kind" text DEFAULT 'joining' NOT NULL;--> statement-breakpoint
ALTER TABLE "transfer_requests" ADD COLUMN "wish" text;--> statement-breakpoint
ALTER TABLE "transfer_requests" ADD COLUMN "occupation_code" text;--> statement-breakpoint
ALTER TABLE "transfer_requests" ADD COLUMN "employer_name" text;--> statement-breakpoint
ALTER TABLE "transfer_requests" ALTER COLUMN "id_index" DROP NOT NULL;--> statement-breakpoint
DROP INDEX "transfer_requests_open_idx";--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_requests_open_idx" ON "transfer_requests" USING btree ("person_id","kind") WHERE status = 'requested';--> statement-breakpoint
ALTER TABLE "transfer_requests" ADD CONSTRAINT "transfer_requests_kind" CHECK (kind in ('joining', 'move', 'work', 'leave'));
