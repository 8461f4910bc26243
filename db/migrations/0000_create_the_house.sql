CREATE TABLE "children" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name_sealed" text NOT NULL,
	"name_masked" text NOT NULL,
	"id_type" text NOT NULL,
	"id_sealed" text NOT NULL,
	"id_index" text NOT NULL,
	"id_masked" text NOT NULL,
	"birth_sealed" text NOT NULL,
	"sex" text NOT NULL,
	"school" text,
	"school_entry_year" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guardians" (
	"id" uuid PRIMARY KEY NOT NULL,
	"child_id" uuid NOT NULL,
	"person_id" uuid,
	"account_id" uuid,
	"relation" text,
	"status" text NOT NULL,
	"invited_phone_index" text,
	"invited_phone_tail" text,
	"invited_by" uuid,
	"consent_id" uuid,
	"expires_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_index" text NOT NULL,
	"phone_sealed" text NOT NULL,
	"phone_tail" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text,
	"totp_sealed" text,
	"totp_enrolled_at" timestamp with time zone,
	"totp_last_step" integer,
	"wechat_openid_index" text,
	"text_size" text DEFAULT 'standard' NOT NULL,
	"disabled_at" timestamp with time zone,
	"disabled_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"text_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"subject_type" text,
	"subject_id" uuid,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text,
	"pinyin" text,
	"initials" text,
	"name_grams" text[] DEFAULT '{}'::text[] NOT NULL,
	"id_type" text,
	"id_sealed" text,
	"id_index" text,
	"id_masked" text,
	"sex" text,
	"birth_on" date,
	"union_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_by" uuid,
	"revoked_at" timestamp with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"assurance" text NOT NULL,
	"mode" text DEFAULT 'member' NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stepped_up_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_reason" text
);
--> statement-breakpoint
CREATE TABLE "sms_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"phone_index" text NOT NULL,
	"purpose" text NOT NULL,
	"browser_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"shard" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_account_id" uuid,
	"actor_label" text NOT NULL,
	"action" text NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" text NOT NULL,
	"organisation_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"request_id" text NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"shard" smallint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"on" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor_key" text NOT NULL,
	"key" uuid NOT NULL,
	"request_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_actor_key_key_pk" PRIMARY KEY("actor_key","key")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"dedupe_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"visible_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"account_id" uuid,
	"phone_sealed" text,
	"phone_tail" text,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"body_sealed" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"send_after" timestamp with time zone NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"last_error" text,
	"provider_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"scope" text NOT NULL,
	"subject" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_scope_subject_pk" PRIMARY KEY("scope","subject")
);
--> statement-breakpoint
CREATE TABLE "running_numbers" (
	"series" text NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "running_numbers_series_pk" PRIMARY KEY("series"),
	CONSTRAINT "running_numbers_positive" CHECK (last > 0)
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_account_id" uuid,
	"actor_label" text NOT NULL,
	"note" text,
	"fields" text[]
);
--> statement-breakpoint
CREATE TABLE "membership_applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"channel" text NOT NULL,
	"entered_by" uuid,
	"name" text,
	"pinyin" text,
	"name_grams" text[] DEFAULT '{}'::text[] NOT NULL,
	"phone_tail" text NOT NULL,
	"id_type" text,
	"id_sealed" text,
	"id_index" text,
	"id_masked" text,
	"sex" text,
	"birth_on" date,
	"occupation_code" text,
	"occupation_version" text,
	"route" text,
	"organisation_id" uuid,
	"employer_id" uuid,
	"employer_name" text,
	"town_id" uuid,
	"pledge_version" text,
	"submitted_at" timestamp with time zone,
	"desk_id" uuid,
	"step" smallint DEFAULT 1 NOT NULL,
	"steps_total" smallint DEFAULT 1 NOT NULL,
	"due_on" date,
	"reminded_at" timestamp with time zone,
	"escalated_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"opened_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	"sent_back_fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "applications_steps" CHECK (step between 1 and steps_total and steps_total between 1 and 2),
	CONSTRAINT "applications_submitted_whole" CHECK (status in ('draft', 'withdrawn') or (number is not null and id_index is not null and organisation_id is not null and desk_id is not null))
);
--> statement-breakpoint
CREATE TABLE "membership_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"membership_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"type" text NOT NULL,
	"reason" text,
	"on" date NOT NULL,
	"is_new_form" boolean NOT NULL,
	"application_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"member_no" text NOT NULL,
	"status" text NOT NULL,
	"occupation_code" text NOT NULL,
	"occupation_version" text NOT NULL,
	"is_new_form" boolean NOT NULL,
	"in_eight_groups" boolean NOT NULL,
	"employer_id" uuid,
	"employer_name" text,
	"joined_on" date NOT NULL,
	"ended_on" date
);
--> statement-breakpoint
CREATE TABLE "occupations" (
	"code" text NOT NULL,
	"version" text NOT NULL,
	"name" text NOT NULL,
	"is_new_form" boolean NOT NULL,
	"in_eight_groups" boolean NOT NULL,
	"sort" smallint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "occupations_code_version_pk" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "transfer_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"id_index" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"status" text DEFAULT 'requested' NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "employers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"initials" text NOT NULL,
	"uscc" text,
	"union_id" uuid,
	"town_id" uuid,
	"industry" text,
	"staff_count" integer,
	"address" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "employers_staff" CHECK (staff_count >= 0)
);
--> statement-breakpoint
CREATE TABLE "organisation_closure" (
	"ancestor_id" uuid NOT NULL,
	"descendant_id" uuid NOT NULL,
	"depth" smallint NOT NULL,
	CONSTRAINT "organisation_closure_ancestor_id_descendant_id_pk" PRIMARY KEY("ancestor_id","descendant_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"sort_key" text NOT NULL,
	"area_code" text,
	"town_id" uuid,
	"industry" text,
	"uscc" text,
	"join_code" text NOT NULL,
	"review_steps" smallint,
	"address" text,
	"phone" text,
	"founded_on" date,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_review_steps" CHECK (review_steps between 1 and 2),
	CONSTRAINT "organisations_not_own_parent" CHECK (parent_id <> id)
);
--> statement-breakpoint
CREATE TABLE "booking_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_account_id" uuid,
	"actor_label" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"session_id" uuid NOT NULL,
	"offering_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"child_id" uuid,
	"attendee_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"organiser_id" uuid NOT NULL,
	"term" text,
	"status" text NOT NULL,
	"period" "tstzrange" NOT NULL,
	"queue_no" integer,
	"health_sealed" text,
	"reason" text,
	"sent_back_fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"name_grams" text[] DEFAULT '{}'::text[] NOT NULL,
	"pinyin" text,
	"attendee_masked" text NOT NULL,
	"phone_tail" text NOT NULL,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"due_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"cancelled_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_queue" CHECK ((status = 'waitlisted') = (queue_no is not null))
);
--> statement-breakpoint
CREATE TABLE "offering_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offering_id" uuid NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"town_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancelled_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offering_sessions_period" CHECK (ends_at > starts_at)
);
--> statement-breakpoint
CREATE TABLE "offerings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"organisation_id" uuid NOT NULL,
	"visibility" text DEFAULT 'all' NOT NULL,
	"needs_approval" boolean DEFAULT false NOT NULL,
	"asks_health_notes" boolean DEFAULT false NOT NULL,
	"booking_opens_at" timestamp with time zone,
	"booking_closes_at" timestamp with time zone,
	"cancel_hours" integer DEFAULT 24 NOT NULL,
	"term" text,
	"rules" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"contact_phone" text,
	"copied_from" uuid,
	"created_by" uuid,
	"published_at" timestamp with time zone,
	"cancelled_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offerings_window" CHECK (booking_closes_at > booking_opens_at),
	CONSTRAINT "offerings_cancel_hours" CHECK (cancel_hours >= 0)
);
--> statement-breakpoint
CREATE TABLE "session_capacity" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"capacity" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"queue_next" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "session_capacity_exact" CHECK (taken >= 0 and taken <= capacity),
	CONSTRAINT "session_capacity_waiting" CHECK (waiting >= 0),
	CONSTRAINT "session_capacity_size" CHECK (capacity between 1 and 100000)
);
--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_invited_by_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_union_id_organisations_id_fk" FOREIGN KEY ("union_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_accounts_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_revoked_by_accounts_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_events" ADD CONSTRAINT "application_events_application_id_membership_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."membership_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_entered_by_accounts_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_town_id_organisations_id_fk" FOREIGN KEY ("town_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_desk_id_organisations_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_applications" ADD CONSTRAINT "membership_applications_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_changes" ADD CONSTRAINT "membership_changes_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_changes" ADD CONSTRAINT "membership_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_changes" ADD CONSTRAINT "membership_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_changes" ADD CONSTRAINT "membership_changes_application_id_membership_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."membership_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_employer_id_employers_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_requests" ADD CONSTRAINT "transfer_requests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_requests" ADD CONSTRAINT "transfer_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_requests" ADD CONSTRAINT "transfer_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_requests" ADD CONSTRAINT "transfer_requests_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employers" ADD CONSTRAINT "employers_union_id_organisations_id_fk" FOREIGN KEY ("union_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employers" ADD CONSTRAINT "employers_town_id_organisations_id_fk" FOREIGN KEY ("town_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_closure" ADD CONSTRAINT "organisation_closure_ancestor_id_organisations_id_fk" FOREIGN KEY ("ancestor_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_closure" ADD CONSTRAINT "organisation_closure_descendant_id_organisations_id_fk" FOREIGN KEY ("descendant_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_parent_id_organisations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_town_id_organisations_id_fk" FOREIGN KEY ("town_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_child_id_children_id_fk" FOREIGN KEY ("child_id") REFERENCES "public"."children"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_organiser_id_organisations_id_fk" FOREIGN KEY ("organiser_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offering_sessions" ADD CONSTRAINT "offering_sessions_offering_id_offerings_id_fk" FOREIGN KEY ("offering_id") REFERENCES "public"."offerings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offering_sessions" ADD CONSTRAINT "offering_sessions_town_id_organisations_id_fk" FOREIGN KEY ("town_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_capacity" ADD CONSTRAINT "session_capacity_session_id_offering_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."offering_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "children_id_idx" ON "children" USING btree ("id_index") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "guardians_person_idx" ON "guardians" USING btree ("child_id","person_id") WHERE status = 'confirmed';--> statement-breakpoint
CREATE UNIQUE INDEX "guardians_invite_idx" ON "guardians" USING btree ("child_id","invited_phone_index") WHERE status = 'invited';--> statement-breakpoint
CREATE INDEX "guardians_by_person_idx" ON "guardians" USING btree ("person_id","status");--> statement-breakpoint
CREATE INDEX "guardians_by_invite_idx" ON "guardians" USING btree ("invited_phone_index") WHERE status = 'invited';--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_phone_idx" ON "accounts" USING btree ("phone_index");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_wechat_idx" ON "accounts" USING btree ("wechat_openid_index");--> statement-breakpoint
CREATE INDEX "consents_account_idx" ON "consents" USING btree ("account_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "people_account_idx" ON "people" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_id_idx" ON "people" USING btree ("id_index");--> statement-breakpoint
CREATE INDEX "people_grams_idx" ON "people" USING gin ("name_grams");--> statement-breakpoint
CREATE INDEX "people_pinyin_idx" ON "people" USING btree ("pinyin");--> statement-breakpoint
CREATE INDEX "people_union_idx" ON "people" USING btree ("union_id","pinyin","id");--> statement-breakpoint
CREATE INDEX "recovery_codes_account_idx" ON "recovery_codes" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_active_idx" ON "role_grants" USING btree ("account_id","role","organisation_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX "role_grants_organisation_idx" ON "role_grants" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_idx" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_account_idx" ON "sessions" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "sms_codes_open_idx" ON "sms_codes" USING btree ("phone_index","purpose","created_at");--> statement-breakpoint
CREATE INDEX "audit_entries_entity_idx" ON "audit_entries" USING btree ("entity_type","entity_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor_account_id","id");--> statement-breakpoint
CREATE INDEX "audit_entries_organisation_idx" ON "audit_entries" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_chain_idx" ON "audit_entries" USING btree ("shard","prev_hash");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age_idx" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_dedupe_idx" ON "notices" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "notices_account_idx" ON "notices" USING btree ("account_id","visible_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_dedupe_idx" ON "outbox" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "outbox_waiting_idx" ON "outbox" USING btree ("send_after") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_created_idx" ON "outbox" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rate_limits_age_idx" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "application_events_application_idx" ON "application_events" USING btree ("application_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_number_idx" ON "membership_applications" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "applications_open_per_person_idx" ON "membership_applications" USING btree ("person_id") WHERE status in ('draft', 'submitted', 'in_review', 'sent_back');--> statement-breakpoint
CREATE UNIQUE INDEX "applications_open_per_id_idx" ON "membership_applications" USING btree ("id_index") WHERE status in ('submitted', 'in_review', 'sent_back');--> statement-breakpoint
CREATE INDEX "applications_desk_idx" ON "membership_applications" USING btree ("desk_id","status","due_on","id");--> statement-breakpoint
CREATE INDEX "applications_organisation_idx" ON "membership_applications" USING btree ("organisation_id","status");--> statement-breakpoint
CREATE INDEX "applications_due_idx" ON "membership_applications" USING btree ("due_on") WHERE status in ('submitted', 'in_review');--> statement-breakpoint
CREATE INDEX "applications_grams_idx" ON "membership_applications" USING gin ("name_grams");--> statement-breakpoint
CREATE INDEX "applications_pinyin_idx" ON "membership_applications" USING btree ("pinyin");--> statement-breakpoint
CREATE INDEX "applications_phone_tail_idx" ON "membership_applications" USING btree ("phone_tail");--> statement-breakpoint
CREATE INDEX "membership_changes_person_idx" ON "membership_changes" USING btree ("person_id","on");--> statement-breakpoint
CREATE INDEX "membership_changes_report_idx" ON "membership_changes" USING btree ("type","on");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_number_idx" ON "memberships" USING btree ("member_no");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_active_idx" ON "memberships" USING btree ("person_id") WHERE status <> 'left';--> statement-breakpoint
CREATE INDEX "memberships_organisation_idx" ON "memberships" USING btree ("organisation_id","status");--> statement-breakpoint
CREATE INDEX "memberships_joined_idx" ON "memberships" USING btree ("joined_on");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_requests_number_idx" ON "transfer_requests" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_requests_open_idx" ON "transfer_requests" USING btree ("person_id") WHERE status = 'requested';--> statement-breakpoint
CREATE INDEX "transfer_requests_organisation_idx" ON "transfer_requests" USING btree ("organisation_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "employers_uscc_idx" ON "employers" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "employers_union_idx" ON "employers" USING btree ("union_id");--> statement-breakpoint
CREATE INDEX "employers_name_idx" ON "employers" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "employers_pinyin_idx" ON "employers" USING gin ("pinyin" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "employers_initials_idx" ON "employers" USING gin ("initials" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "organisation_closure_up_idx" ON "organisation_closure" USING btree ("descendant_id","depth");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_join_code_idx" ON "organisations" USING btree ("join_code");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_area_code_idx" ON "organisations" USING btree ("area_code");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_uscc_idx" ON "organisations" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "organisations_parent_idx" ON "organisations" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "organisations_town_idx" ON "organisations" USING btree ("town_id");--> statement-breakpoint
CREATE INDEX "booking_events_booking_idx" ON "booking_events" USING btree ("booking_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_number_idx" ON "bookings" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_active_idx" ON "bookings" USING btree ("session_id","attendee_id") WHERE status in ('pending', 'sent_back', 'booked', 'waitlisted', 'attended', 'absent');--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_per_term_idx" ON "bookings" USING btree ("attendee_id","term") WHERE kind = 'childcare' and term is not null and status in ('pending', 'sent_back', 'booked', 'waitlisted', 'attended', 'absent');--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_queue_idx" ON "bookings" USING btree ("session_id","queue_no") WHERE status = 'waitlisted';--> statement-breakpoint
CREATE INDEX "bookings_session_idx" ON "bookings" USING btree ("session_id","status","queue_no");--> statement-breakpoint
CREATE INDEX "bookings_account_idx" ON "bookings" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "bookings_attendee_idx" ON "bookings" USING btree ("attendee_id","kind","status");--> statement-breakpoint
CREATE INDEX "bookings_desk_idx" ON "bookings" USING btree ("organiser_id","status","created_at");--> statement-breakpoint
CREATE INDEX "bookings_grams_idx" ON "bookings" USING gin ("name_grams");--> statement-breakpoint
CREATE INDEX "offering_sessions_offering_idx" ON "offering_sessions" USING btree ("offering_id","starts_at");--> statement-breakpoint
CREATE INDEX "offering_sessions_starts_idx" ON "offering_sessions" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "offerings_catalogue_idx" ON "offerings" USING btree ("status","kind","booking_opens_at");--> statement-breakpoint
CREATE INDEX "offerings_organisation_idx" ON "offerings" USING btree ("organisation_id","status");