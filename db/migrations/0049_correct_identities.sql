-- 资料更正: asked for with proof, decided by an officer; one open request for a person or a child.
CREATE TABLE "identity_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"child_id" uuid,
	"subject_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"origin" text DEFAULT 'asked' NOT NULL,
	"status" text NOT NULL,
	"fields" text[] NOT NULL,
	"details_sealed" text,
	"answer" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "identity_corrections_sent" CHECK ((status = 'draft') = (number is null)),
	CONSTRAINT "identity_corrections_decided" CHECK ((status in ('corrected', 'refused')) = (decided_at is not null))
);
--> statement-breakpoint
CREATE TABLE "correction_proofs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"correction_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"photo_sealed" "bytea" NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "identity_corrections" ADD CONSTRAINT "identity_corrections_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_corrections" ADD CONSTRAINT "identity_corrections_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_corrections" ADD CONSTRAINT "identity_corrections_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_corrections" ADD CONSTRAINT "identity_corrections_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_corrections" ADD CONSTRAINT "identity_corrections_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_proofs" ADD CONSTRAINT "correction_proofs_correction_id_identity_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."identity_corrections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "identity_corrections_open_idx" ON "identity_corrections" USING btree ("subject_id") WHERE status in ('draft', 'waiting');--> statement-breakpoint
CREATE UNIQUE INDEX "identity_corrections_number_idx" ON "identity_corrections" USING btree ("number");--> statement-breakpoint
CREATE INDEX "identity_corrections_desk_idx" ON "identity_corrections" USING btree ("organisation_id","status","sent_at");--> statement-breakpoint
CREATE INDEX "identity_corrections_account_idx" ON "identity_corrections" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_proofs_order_idx" ON "correction_proofs" USING btree ("correction_id","position");
--> statement-breakpoint
-- Oneself, the child's guardians of today, and the desk once it was sent: a draft is nobody else's.
alter table identity_corrections enable row level security;
--> statement-breakpoint
alter table identity_corrections force row level security;
--> statement-breakpoint
create policy identity_corrections_seen on identity_corrections
  using ((select app_system()) or (account_id = (select app_account()) and child_id is null) or child_id in (select app_children())
    or (status <> 'draft' and organisation_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check ((select app_system()) or (account_id = (select app_account()) and child_id is null) or child_id in (select app_children())
    or (status <> 'draft' and organisation_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
--> statement-breakpoint
alter table correction_proofs enable row level security;
--> statement-breakpoint
alter table correction_proofs force row level security;
--> statement-breakpoint
create policy correction_proofs_seen on correction_proofs
  using ((select app_system()) or exists (select 1 from identity_corrections c where c.id = correction_id))
  with check ((select app_system()) or exists (select 1 from identity_corrections c where c.id = correction_id));
