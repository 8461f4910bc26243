-- Texts wait for the morning, but what a person asked for this minute does not.
ALTER TABLE "outbox" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What was not delivered is looked through and sent again by an officer.
CREATE INDEX "outbox_failed_idx" ON "outbox" USING btree ("created_at") WHERE status = 'failed';
--> statement-breakpoint
-- Texts that a later change has overtaken: only what waits is looked at, so the index of waiting rows serves.
create function withdraw_texts(key_prefix text) returns void
language sql security definer set search_path = public, pg_temp as $$
  update outbox set status = 'cancelled'
    where status = 'waiting' and starts_with(dedupe_key, key_prefix)
$$;
--> statement-breakpoint
revoke execute on function withdraw_texts from public;
--> statement-breakpoint
grant execute on function withdraw_texts to lianxin_app;
