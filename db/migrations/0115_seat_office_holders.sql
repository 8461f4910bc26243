-- 任期, 任职 and 证书 of unions: a term by its 批复, who holds which office of it, the certificate that counts.
create table union_terms (
  id uuid primary key not null,
  organisation_id uuid not null references organisations(id),
  ordinal smallint not null,
  began_on date not null,
  years smallint not null,
  ends_on date not null,
  document_no text,
  recorded_by uuid references accounts(id),
  recorded_at timestamp with time zone not null,
  -- 工会法 16: three years or five.
  constraint union_terms_years check (years in (3, 5)),
  constraint union_terms_days check (ends_on > began_on and ordinal >= 1)
);
--> statement-breakpoint
create unique index union_terms_ordinal_idx on union_terms (organisation_id, ordinal);
--> statement-breakpoint
create index union_terms_ends_idx on union_terms (ends_on, organisation_id);
--> statement-breakpoint
create table union_offices (
  id uuid primary key not null,
  organisation_id uuid not null references organisations(id),
  term_id uuid not null references union_terms(id),
  body text not null,
  post text not null,
  name text not null,
  person_id uuid references people(id),
  from_on date not null,
  ended_on date,
  ended_reason text,
  document_no text,
  end_document_no text,
  recorded_by uuid references accounts(id),
  recorded_at timestamp with time zone not null,
  constraint union_offices_ended check ((ended_on is null) = (ended_reason is null)),
  constraint union_offices_days check (ended_on >= from_on)
);
--> statement-breakpoint
create index union_offices_organisation_idx on union_offices (organisation_id, term_id);
--> statement-breakpoint
create index union_offices_person_idx on union_offices (person_id);
--> statement-breakpoint
-- One chair of a body at a time.
create unique index union_offices_chair_idx on union_offices (organisation_id, body)
  where post = 'chair' and ended_on is null;
--> statement-breakpoint
create table union_certificates (
  id uuid primary key not null,
  organisation_id uuid not null references organisations(id),
  number text not null,
  issued_on date not null,
  valid_to date not null,
  void_on date,
  void_reason text,
  recorded_by uuid references accounts(id),
  recorded_at timestamp with time zone not null,
  constraint union_certificates_void check ((void_on is null) = (void_reason is null)),
  constraint union_certificates_days check (valid_to >= issued_on)
);
--> statement-breakpoint
create unique index union_certificates_live_idx on union_certificates (organisation_id) where void_on is null;
--> statement-breakpoint
create unique index union_certificates_number_idx on union_certificates (number) where void_on is null;
--> statement-breakpoint
create index union_certificates_valid_idx on union_certificates (valid_to) where void_on is null;
--> statement-breakpoint
create table union_reminders (
  subject_id uuid not null,
  months smallint not null,
  sent_at timestamp with time zone not null,
  constraint union_reminders_subject_id_months_pk primary key (subject_id, months)
);
--> statement-breakpoint
revoke delete on union_terms, union_offices, union_certificates from lianxin_app;
--> statement-breakpoint
revoke update on union_terms from lianxin_app;
--> statement-breakpoint
alter table union_terms enable row level security;
--> statement-breakpoint
alter table union_terms force row level security;
--> statement-breakpoint
create policy union_terms_seen on union_terms
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table union_offices enable row level security;
--> statement-breakpoint
alter table union_offices force row level security;
--> statement-breakpoint
create policy union_offices_seen on union_offices
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table union_certificates enable row level security;
--> statement-breakpoint
alter table union_certificates force row level security;
--> statement-breakpoint
create policy union_certificates_seen on union_certificates
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
