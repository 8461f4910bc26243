-- A workbook is taken in, looked through row by row, and only then written; who comes from a book has not
-- signed in yet, and the first to sign in with that phone proves with the document who they are.
ALTER TABLE "accounts" ADD COLUMN "imported_at" timestamp with time zone;--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"book" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"status" text DEFAULT 'uploaded' NOT NULL,
	"file_name" text NOT NULL,
	"file_index" text NOT NULL,
	"notes" jsonb NOT NULL,
	"cells_sealed" "bytea",
	"columns" jsonb,
	"uploaded_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"started_by" uuid,
	"started_at" timestamp with time zone,
	"written_at" timestamp with time zone,
	"undo_until" timestamp with time zone,
	"taken_back_at" timestamp with time zone,
	"worked_at" timestamp with time zone,
	CONSTRAINT "imports_undo" CHECK ((written_at is null) = (undo_until is null))
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"row_no" integer,
	"kind" text NOT NULL,
	"state" text DEFAULT 'reviewed' NOT NULL,
	"choice" text NOT NULL,
	"fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"details_sealed" text,
	"fingerprint" text NOT NULL,
	"made" jsonb,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "import_columns" (
	"organisation_id" uuid NOT NULL,
	"book" text NOT NULL,
	"headings" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_columns_organisation_id_book_pk" PRIMARY KEY("organisation_id","book")
);
--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_uploaded_by_accounts_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_started_by_accounts_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_columns" ADD CONSTRAINT "import_columns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_organisation_idx" ON "imports" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "imports_file_idx" ON "imports" USING btree ("file_index");--> statement-breakpoint
CREATE INDEX "imports_working_idx" ON "imports" USING btree ("worked_at") WHERE status in ('checking', 'writing', 'taking_back');--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_position_idx" ON "import_rows" USING btree ("import_id","position");--> statement-breakpoint
CREATE INDEX "import_rows_kind_idx" ON "import_rows" USING btree ("import_id","kind","position");--> statement-breakpoint
CREATE INDEX "import_rows_state_idx" ON "import_rows" USING btree ("import_id","state","position");
--> statement-breakpoint
alter table imports enable row level security;
--> statement-breakpoint
alter table imports force row level security;
--> statement-breakpoint
create policy imports_seen on imports
  using ((select app_system())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table import_rows enable row level security;
--> statement-breakpoint
alter table import_rows force row level security;
--> statement-breakpoint
create policy import_rows_seen on import_rows
  using ((select app_system()) or exists (select 1 from imports i where i.id = import_id))
  with check ((select app_system()) or exists (select 1 from imports i where i.id = import_id));
--> statement-breakpoint
create or replace function must_prove_identity(p_account uuid, p_browser text, p_days int) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from accounts where id = p_account
      and (last_signed_in_at = imported_at or last_signed_in_at < now() - make_interval(days => p_days)))
    and not exists (select 1 from known_devices
      where account_id = p_account and browser_hash = p_browser and p_browser <> '')
    and account_holds_anything(p_account)
$$;
