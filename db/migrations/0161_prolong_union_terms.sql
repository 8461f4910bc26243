-- 延期换届: a union asks the level above to let its term run on; the answer comes on paper (domain.md §2.2).
create table union_term_extensions (
  id uuid primary key not null,
  term_id uuid not null references union_terms(id),
  organisation_id uuid not null references organisations(id),
  status text not null,
  asked_on date not null,
  asked_no text not null,
  reason text not null,
  until_on date not null,
  asked_by uuid references accounts(id),
  asked_at timestamp with time zone not null,
  decided_on date,
  decided_no text,
  answer text,
  decided_by uuid references accounts(id),
  decided_at timestamp with time zone,
  constraint union_term_extensions_status check (status in ('asked', 'granted', 'refused')),
  constraint union_term_extensions_decided check ((status = 'asked') = (decided_on is null)
    and (status = 'asked') = (decided_at is null) and (status = 'granted') = (decided_no is not null)
    and (status = 'refused') = (answer is not null))
);
--> statement-breakpoint
create index union_term_extensions_union_idx on union_term_extensions (organisation_id, asked_at);
--> statement-breakpoint
create unique index union_term_extensions_asked_idx on union_term_extensions (term_id) where status = 'asked';
--> statement-breakpoint
create unique index union_term_extensions_granted_idx on union_term_extensions (term_id) where status = 'granted';
--> statement-breakpoint
revoke delete on union_term_extensions from lianxin_app;
--> statement-breakpoint
alter table union_term_extensions enable row level security;
--> statement-breakpoint
alter table union_term_extensions force row level security;
--> statement-breakpoint
create policy union_term_extensions_seen on union_term_extensions
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
insert into merge_keys (kind, table_name, column_name, rule, label, made_column) values
  ('account', 'union_term_extensions', 'asked_by', 'stay', null, null),
  ('account', 'union_term_extensions', 'decided_by', 'stay', null, null);
