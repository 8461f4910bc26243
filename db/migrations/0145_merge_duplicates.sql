-- One person, or one employer, entered twice: found, looked at, merged so that it can be undone (ADR 0049).
alter table people add column merged_into uuid constraint people_merged_into_people_id_fk references people (id);
--> statement-breakpoint
create index people_merged_idx on people using btree (merged_into) where merged_into is not null;
--> statement-breakpoint
create index people_birth_idx on people using btree (birth_on);
--> statement-breakpoint
create index applications_person_idx on membership_applications using btree (person_id, id);
--> statement-breakpoint
create table past_phones (
  account_id uuid not null constraint past_phones_account_id_accounts_id_fk references accounts (id) on delete cascade,
  phone_index text not null,
  until timestamp with time zone not null default now(),
  constraint past_phones_account_id_phone_index_pk primary key (account_id, phone_index)
);
--> statement-breakpoint
create index past_phones_index_idx on past_phones using btree (phone_index);
--> statement-breakpoint
create index past_phones_age_idx on past_phones using btree (until);
--> statement-breakpoint
alter table past_phones enable row level security;
--> statement-breakpoint
alter table past_phones force row level security;
--> statement-breakpoint
create policy past_phones_system on past_phones
  using ((select app_system()))
  with check ((select app_system()));
--> statement-breakpoint
-- A new key gives a number another index and no other tail: that is no change of number.
create function remember_past_phone() returns trigger
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
begin
  insert into past_phones (account_id, phone_index) values (old.id, old.phone_index)
    on conflict (account_id, phone_index) do update set until = now();
  return null;
end $$;
--> statement-breakpoint
revoke execute on function remember_past_phone from public;
--> statement-breakpoint
create trigger accounts_past_phone after update of phone_index on accounts for each row
  when (old.phone_index is distinct from new.phone_index and old.phone_tail is distinct from new.phone_tail
    and old.phone_index not like 'released:%')
  execute function remember_past_phone();
--> statement-breakpoint
create table duplicate_pairs (
  id uuid primary key,
  kind text not null,
  a_id uuid not null,
  b_id uuid not null,
  organisation_id uuid not null constraint duplicate_pairs_organisation_id_organisations_id_fk references organisations (id),
  points smallint not null,
  clauses jsonb not null,
  stamp text not null,
  status text not null default 'open',
  found_at timestamp with time zone not null,
  decided_by uuid constraint duplicate_pairs_decided_by_accounts_id_fk references accounts (id),
  decided_at timestamp with time zone,
  reason text,
  constraint duplicate_pairs_order check (a_id < b_id),
  constraint duplicate_pairs_decided check ((status = 'different') = (reason is not null))
);
--> statement-breakpoint
create unique index duplicate_pairs_once_idx on duplicate_pairs using btree (a_id, b_id);
--> statement-breakpoint
create index duplicate_pairs_other_idx on duplicate_pairs using btree (b_id);
--> statement-breakpoint
create index duplicate_pairs_open_idx on duplicate_pairs using btree (kind, status, points desc nulls last, id);
--> statement-breakpoint
alter table duplicate_pairs enable row level security;
--> statement-breakpoint
alter table duplicate_pairs force row level security;
--> statement-breakpoint
create policy duplicate_pairs_seen on duplicate_pairs
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
create table record_merges (
  id uuid primary key,
  kind text not null,
  survivor_id uuid not null,
  loser_id uuid not null,
  organisation_id uuid not null constraint record_merges_organisation_id_organisations_id_fk references organisations (id),
  reason text not null,
  changes jsonb not null,
  merged_by uuid not null constraint record_merges_merged_by_accounts_id_fk references accounts (id),
  merged_at timestamp with time zone not null,
  undone_by uuid constraint record_merges_undone_by_accounts_id_fk references accounts (id),
  undone_at timestamp with time zone,
  undo_reason text,
  not_undone text[],
  constraint record_merges_two check (survivor_id <> loser_id),
  constraint record_merges_undone check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
);
--> statement-breakpoint
create unique index record_merges_loser_idx on record_merges using btree (loser_id) where undone_at is null;
--> statement-breakpoint
create index record_merges_survivor_idx on record_merges using btree (survivor_id);
--> statement-breakpoint
create index record_merges_newest_idx on record_merges using btree (merged_at desc nulls last, id);
--> statement-breakpoint
revoke delete on record_merges from lianxin_app;
--> statement-breakpoint
alter table record_merges enable row level security;
--> statement-breakpoint
alter table record_merges force row level security;
--> statement-breakpoint
create policy record_merges_seen on record_merges
  using ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check ((select app_system()) or organisation_id in
    (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
create table merged_rows (
  id bigserial primary key,
  merge_id uuid not null constraint merged_rows_merge_id_record_merges_id_fk references record_merges (id),
  kind text not null,
  table_name text not null,
  column_name text not null,
  row_key jsonb not null,
  from_id uuid not null,
  to_id uuid not null,
  stayed boolean not null,
  returned boolean
);
--> statement-breakpoint
create index merged_rows_merge_idx on merged_rows using btree (merge_id, id);
--> statement-breakpoint
revoke insert, update, delete on merged_rows from lianxin_app;
--> statement-breakpoint
alter table merged_rows enable row level security;
--> statement-breakpoint
alter table merged_rows force row level security;
--> statement-breakpoint
create policy merged_rows_seen on merged_rows
  using (exists (select 1 from record_merges m where m.id = merge_id))
  with check ((select app_system()));
--> statement-breakpoint
create table merge_keys (
  kind text not null,
  table_name text not null,
  column_name text not null,
  rule text not null,
  label text,
  made_column text,
  constraint merge_keys_kind_table_name_column_name_pk primary key (kind, table_name, column_name)
);
--> statement-breakpoint
revoke insert, update, delete on merge_keys from lianxin_app;
--> statement-breakpoint
-- What is the person's own follows them; what says who did something stays as it was.
insert into merge_keys (kind, table_name, column_name, rule, label, made_column) values
  ('account', 'absence_excuses', 'account_id', 'move', null, null),
  ('account', 'announcement_recipients', 'account_id', 'move', null, null),
  ('account', 'answer_sheets', 'account_id', 'move', null, null),
  ('account', 'bookings', 'account_id', 'move', null, null),
  ('account', 'certificates', 'account_id', 'move', null, null),
  ('account', 'consents', 'account_id', 'move', null, null),
  ('account', 'draw_objections', 'account_id', 'move', null, null),
  ('account', 'follow_ups', 'account_id', 'move', null, null),
  ('account', 'guardians', 'account_id', 'move', null, null),
  ('account', 'guardians', 'invited_by', 'move', null, null),
  ('account', 'identity_corrections', 'account_id', 'move', null, null),
  ('account', 'membership_applications', 'account_id', 'move', null, null),
  ('account', 'membership_cases', 'account_id', 'move', null, null),
  ('account', 'notices', 'account_id', 'move', '消息', null),
  ('account', 'ratings', 'account_id', 'move', null, null),
  ('account', 'return_visits', 'account_id', 'move', null, null),
  ('account', 'transfer_requests', 'account_id', 'move', null, null),
  ('account', 'transfers', 'account_id', 'move', null, null),
  ('account', 'absence_excuses', 'decided_by', 'stay', null, null),
  ('account', 'announcements', 'created_by', 'stay', null, null),
  ('account', 'application_decisions', 'officer_id', 'stay', null, null),
  ('account', 'application_events', 'actor_account_id', 'stay', null, null),
  ('account', 'audit_entries', 'actor_account_id', 'stay', null, null),
  ('account', 'booking_claims', 'decided_by', 'stay', null, null),
  ('account', 'booking_events', 'actor_account_id', 'stay', null, null),
  ('account', 'bookings', 'decided_by', 'stay', null, null),
  ('account', 'bookings', 'entered_by', 'stay', null, null),
  ('account', 'bulk_runs', 'started_by', 'stay', null, null),
  ('account', 'case_assignments', 'assigned_by', 'stay', null, null),
  ('account', 'case_assignments', 'officer_id', 'stay', null, null),
  ('account', 'case_notes', 'written_by', 'stay', null, null),
  ('account', 'case_views', 'officer_id', 'stay', null, null),
  ('account', 'certificates', 'issued_by', 'stay', null, null),
  ('account', 'certificates', 'revoked_by', 'stay', null, null),
  ('account', 'check_ins', 'by_account', 'stay', null, null),
  ('account', 'child_hand_overs', 'staff_account_id', 'stay', null, null),
  ('account', 'child_record_views', 'account_id', 'stay', null, null),
  ('account', 'class_absences', 'announced_by', 'stay', null, null),
  ('account', 'class_checklist', 'recorded_by', 'stay', null, null),
  ('account', 'class_incidents', 'recorded_by', 'stay', null, null),
  ('account', 'class_notes', 'closed_by', 'stay', null, null),
  ('account', 'class_notes', 'written_by', 'stay', null, null),
  ('account', 'class_openings', 'opened_by', 'stay', null, null),
  ('account', 'class_staff', 'check_recorded_by', 'stay', null, null),
  ('account', 'class_staff', 'created_by', 'stay', null, null),
  ('account', 'cluster_decisions', 'decided_by', 'stay', null, null),
  ('account', 'deputies', 'deputy_id', 'stay', null, null),
  ('account', 'deputies', 'officer_id', 'stay', null, null),
  ('account', 'desk_urges', 'urged_by', 'stay', null, null),
  ('account', 'draw_objections', 'answered_by', 'stay', null, null),
  ('account', 'duplicate_pairs', 'decided_by', 'stay', null, null),
  ('account', 'employer_visits', 'recorded_by', 'stay', null, null),
  ('account', 'export_links', 'account_id', 'stay', null, null),
  ('account', 'founding_actions', 'recorded_by', 'stay', null, null),
  ('account', 'founding_files', 'added_by', 'stay', null, null),
  ('account', 'foundings', 'created_by', 'stay', null, null),
  ('account', 'identity_corrections', 'decided_by', 'stay', null, null),
  ('account', 'imports', 'started_by', 'stay', null, null),
  ('account', 'imports', 'uploaded_by', 'stay', null, null),
  ('account', 'known_devices', 'account_id', 'stay', null, null),
  ('account', 'membership_applications', 'decided_by', 'stay', null, null),
  ('account', 'membership_applications', 'entered_by', 'stay', null, null),
  ('account', 'membership_applications', 'opened_by', 'stay', null, null),
  ('account', 'membership_cases', 'decided_by', 'stay', null, null),
  ('account', 'membership_cases', 'opened_by', 'stay', null, null),
  ('account', 'move_requests', 'asked_by', 'stay', null, null),
  ('account', 'offering_files', 'added_by', 'stay', null, null),
  ('account', 'offering_rule_versions', 'changed_by', 'stay', null, null),
  ('account', 'offerings', 'created_by', 'stay', null, null),
  ('account', 'outbox', 'account_id', 'stay', null, null),
  ('account', 'past_phones', 'account_id', 'stay', null, null),
  ('account', 'people', 'account_id', 'stay', null, null),
  ('account', 'pick_up_codes', 'made_by', 'stay', null, null),
  ('account', 'question_versions', 'created_by', 'stay', null, null),
  ('account', 'rating_tasks', 'answered_by', 'stay', null, null),
  ('account', 'record_merges', 'merged_by', 'stay', null, null),
  ('account', 'record_merges', 'undone_by', 'stay', null, null),
  ('account', 'recovery_codes', 'account_id', 'stay', null, null),
  ('account', 'register_entries', 'created_by', 'stay', null, null),
  ('account', 'register_entries', 'responsible_id', 'stay', null, null),
  ('account', 'return_visits', 'decided_by', 'stay', null, null),
  ('account', 'role_grants', 'account_id', 'stay', null, null),
  ('account', 'role_grants', 'granted_by', 'stay', null, null),
  ('account', 'role_grants', 'revoked_by', 'stay', null, null),
  ('account', 'role_invitations', 'accepted_by', 'stay', null, null),
  ('account', 'role_invitations', 'invited_by', 'stay', null, null),
  ('account', 'rule_sets', 'created_by', 'stay', null, null),
  ('account', 'saved_filters', 'saved_by', 'stay', null, null),
  ('account', 'screening_hospitals', 'set_by', 'stay', null, null),
  ('account', 'session_merges', 'merged_by', 'stay', null, null),
  ('account', 'session_merges', 'undone_by', 'stay', null, null),
  ('account', 'session_rule_versions', 'changed_by', 'stay', null, null),
  ('account', 'sessions', 'account_id', 'stay', null, null),
  ('account', 'transfer_requests', 'closed_by', 'stay', null, null),
  ('account', 'transfer_requests', 'talked_by', 'stay', null, null),
  ('account', 'transfer_sides', 'answered_by', 'stay', null, null),
  ('account', 'transfer_sides', 'appeal_decided_by', 'stay', null, null),
  ('account', 'transfer_stops', 'entered_by', 'stay', null, null),
  ('account', 'transfers', 'asked_by', 'stay', null, null),
  ('account', 'union_certificates', 'recorded_by', 'stay', null, null),
  ('account', 'union_offices', 'recorded_by', 'stay', null, null),
  ('account', 'union_terms', 'recorded_by', 'stay', null, null),
  ('account', 'unit_lists', 'created_by', 'stay', null, null),
  ('employer', 'cluster_decisions', 'employer_id', 'move', '会员聚集的答复', 'decided_at'),
  ('employer', 'employer_visits', 'employer_id', 'move', '走访', 'recorded_at'),
  ('employer', 'founding_employers', 'employer_id', 'move', '建会', null),
  ('employer', 'membership_applications', 'employer_id', 'move', '入会申请里的单位', 'created_at'),
  ('employer', 'memberships', 'employer_id', 'move', '会员登记的单位', null),
  ('employer', 'transfers', 'employer_id', 'move', '转会里的单位', null),
  ('employer', 'register_entries', 'employer_id', 'stay', null, null),
  ('person', 'answer_sheets', 'attendee_id', 'move', null, null),
  ('person', 'answer_sheets', 'person_id', 'move', '答卷', null),
  ('person', 'bookings', 'attendee_id', 'move', null, null),
  ('person', 'bookings', 'person_id', 'move', '预约', 'created_at'),
  ('person', 'certificates', 'person_id', 'move', '证书', 'issued_at'),
  ('person', 'follow_ups', 'person_id', 'move', '结果回访', null),
  ('person', 'guardians', 'person_id', 'move', '孩子的监护', 'created_at'),
  ('person', 'identity_corrections', 'person_id', 'move', '资料更正', 'created_at'),
  ('person', 'identity_corrections', 'subject_id', 'move', null, null),
  ('person', 'membership_applications', 'person_id', 'move', '入会申请', 'created_at'),
  ('person', 'membership_cases', 'person_id', 'move', '会籍办理', null),
  ('person', 'membership_changes', 'person_id', 'move', null, null),
  ('person', 'memberships', 'person_id', 'move', '会籍', null),
  ('person', 'people', 'merged_into', 'move', null, null),
  ('person', 'return_visits', 'person_id', 'move', '复诊提醒', null),
  ('person', 'transfer_requests', 'person_id', 'move', '会籍登记', null),
  ('person', 'transfers', 'person_id', 'move', '转会', null),
  ('person', 'union_offices', 'person_id', 'move', '工会任职', null),
  ('person', 'unit_list_rows', 'person_id', 'move', '单位名单里的名字', null);
--> statement-breakpoint
-- The 会籍变化 log only grows; that a line was another record's of the same person is no change of what it says.
create function refuse_change_but_of_person() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('app.merging', true) = 'on'
    and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' then return new; end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
--> statement-breakpoint
drop trigger membership_changes_append_only on membership_changes;
--> statement-breakpoint
create trigger membership_changes_append_only before update or delete on membership_changes
  for each row execute function refuse_change_but_of_person();
--> statement-breakpoint
-- Of two lines in 企业台账 made one, the earlier day of listing counts: a merge alone may change it, and its undo.
create or replace function guard_register_entry() returns trigger language plpgsql as $$
begin
  new.place_id := place_of_employer(new.employer_id);
  if tg_op = 'UPDATE' and new.employer_id <> old.employer_id then
    raise exception 'an entry is of one employer' using errcode = '23514', constraint = 'register_entries_origin';
  end if;
  if tg_op = 'UPDATE' and coalesce(current_setting('app.merging', true), '') <> 'on' then
    if new.origin <> old.origin or new.source <> old.source or new.entered_on <> old.entered_on then
      raise exception 'origin, source and day of an entry never change'
        using errcode = '23514', constraint = 'register_entries_origin';
    end if;
    if old.listed_on is not null and new.listed_on is distinct from old.listed_on then
      raise exception 'an employer comes onto the list once, and never leaves it'
        using errcode = '23514', constraint = 'register_entries_one_way';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create function merge_key_of(p_table text) returns text
language sql stable set search_path = public, pg_temp as $$
  select string_agg(format('%L, t.%I', a.attname, a.attname), ', ' order by a.attnum)
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
    where i.indrelid = p_table::regclass and i.indisprimary
$$;
--> statement-breakpoint
-- Every row that names one record names the other from now on; what the other excludes stays, on record.
create function move_merged_rows(p_merge uuid, p_kind text, p_from uuid, p_to uuid) returns void
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' set app.merging = 'on' as $$
declare k record; at tid; key jsonb;
begin
  if not exists (select 1 from record_merges where id = p_merge and undone_at is null) then
    raise exception 'no such merge' using errcode = '42501';
  end if;
  for k in select * from merge_keys where kind = p_kind and rule = 'move' order by table_name, column_name loop
    for at, key in execute format('select t.ctid, jsonb_build_object(%s) from %I t where t.%I = $1 for update',
        merge_key_of(k.table_name), k.table_name, k.column_name) using p_from loop
      begin
        execute format('update %I t set %I = $1 where t.ctid = $2 returning jsonb_build_object(%s)',
          k.table_name, k.column_name, merge_key_of(k.table_name)) into key using p_to, at;
        insert into merged_rows (merge_id, kind, table_name, column_name, row_key, from_id, to_id, stayed)
          values (p_merge, p_kind, k.table_name, k.column_name, key, p_from, p_to, false);
      exception when unique_violation or exclusion_violation then
        insert into merged_rows (merge_id, kind, table_name, column_name, row_key, from_id, to_id, stayed)
          select p_merge, p_kind, k.table_name, k.column_name, key, p_from, p_to, true
          where not exists (select 1 from merged_rows r where r.merge_id = p_merge and r.stayed
            and r.table_name = k.table_name and r.column_name = k.column_name and r.row_key = key);
      end;
    end loop;
  end loop;
end $$;
--> statement-breakpoint
-- Every row that a merge moved goes back, the last first; one that is gone, or no longer fits, is noted.
create function return_merged_rows(p_merge uuid) returns void
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' set app.merging = 'on' as $$
declare j record; n int;
begin
  if not exists (select 1 from record_merges where id = p_merge and undone_at is null) then
    raise exception 'no such merge' using errcode = '42501';
  end if;
  for j in select * from merged_rows where merge_id = p_merge and not stayed order by id desc loop
    begin
      execute format('update %I t set %I = $1 where t.%I = $2 and jsonb_build_object(%s) = $3',
        j.table_name, j.column_name, j.column_name, merge_key_of(j.table_name)) using j.from_id, j.to_id, j.row_key;
      get diagnostics n = row_count;
    exception when unique_violation or exclusion_violation then n := 0;
    end;
    update merged_rows set returned = n > 0 where id = j.id;
  end loop;
  -- What happened to a 会籍 since goes with it.
  update membership_changes c set person_id = m.person_id from memberships m
    where m.id = c.membership_id and c.person_id <> m.person_id
      and m.id in (select (r.row_key ->> 'id')::uuid from merged_rows r
        where r.merge_id = p_merge and r.table_name = 'memberships' and r.column_name = 'person_id');
end $$;
--> statement-breakpoint
-- A line of 企业台账 leaves only when its employer is made one with another, or its merge is taken back.
create function remove_merged_entry(p_employer uuid) returns void
language sql security definer set search_path = public, pg_temp set app.system = 'on' as $$
  delete from register_entries where employer_id = p_employer and exists (select 1 from record_merges
    where kind = 'employer' and undone_at is null and p_employer in (survivor_id, loser_id))
$$;
--> statement-breakpoint
-- How many rows of each kind follow a record, for whoever decides about it. Counts alone.
create function count_merge_rows(p_kind text, p_id uuid) returns table (label text, rows int)
language plpgsql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
declare k record;
begin
  for k in select m.label, m.table_name, m.column_name from merge_keys m
      where m.kind = p_kind and m.rule = 'move' and m.label is not null order by m.table_name loop
    label := k.label;
    execute format('select count(*)::int from %I where %I = $1', k.table_name, k.column_name) into rows using p_id;
    if rows > 0 then return next; end if;
  end loop;
end $$;
--> statement-breakpoint
-- What came to the record that stands after a merge: it stays there when the merge is undone.
create function count_rows_since(p_merge uuid) returns table (label text, rows int)
language plpgsql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
declare k record; m record;
begin
  select * into m from record_merges where id = p_merge;
  for k in select c.label, c.table_name, c.column_name, c.made_column from merge_keys c
      where c.kind = m.kind and c.rule = 'move' and c.made_column is not null order by c.table_name loop
    label := k.label;
    execute format('select count(*)::int from %I where %I = $1 and %I > $2', k.table_name, k.column_name, k.made_column)
      into rows using m.survivor_id, m.merged_at;
    if rows > 0 then return next; end if;
  end loop;
end $$;
--> statement-breakpoint
revoke execute on function merge_key_of from public;
--> statement-breakpoint
grant execute on function merge_key_of to lianxin_app;
--> statement-breakpoint
revoke execute on function move_merged_rows from public;
--> statement-breakpoint
grant execute on function move_merged_rows to lianxin_app;
--> statement-breakpoint
revoke execute on function return_merged_rows from public;
--> statement-breakpoint
grant execute on function return_merged_rows to lianxin_app;
--> statement-breakpoint
revoke execute on function count_merge_rows from public;
--> statement-breakpoint
grant execute on function count_merge_rows to lianxin_app;
--> statement-breakpoint
revoke execute on function count_rows_since from public;
--> statement-breakpoint
grant execute on function count_rows_since to lianxin_app;
--> statement-breakpoint
revoke execute on function remove_merged_entry from public;
--> statement-breakpoint
grant execute on function remove_merged_entry to lianxin_app;
