-- What the ledger's chains ended with each night, signed with a key that the database does not have.
CREATE TABLE "audit_seals" (
	"on_day" date PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"heads" jsonb NOT NULL,
	"previous" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
create trigger audit_seals_append_only before update or delete or truncate on audit_seals
  for each statement execute function refuse_change();
--> statement-breakpoint
revoke update, delete on audit_seals from lianxin_app;
