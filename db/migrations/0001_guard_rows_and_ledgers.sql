-- What the table definitions cannot say: who sees which row, ledgers that only grow, the organisation closure.

-- 1. Who is asking ------------------------------------------------------------------------------
-- Set by set_config(…, true) as the first statement of each transaction; '' after it, hence nullif.
create function app_account() returns uuid language sql stable as
$$ select nullif(current_setting('app.account', true), '')::uuid $$;
--> statement-breakpoint
create function app_person() returns uuid language sql stable as
$$ select nullif(current_setting('app.person', true), '')::uuid $$;
--> statement-breakpoint
create function app_system() returns boolean language sql stable as
$$ select coalesce(current_setting('app.system', true), '') = 'on' $$;
--> statement-breakpoint
create function app_grants() returns uuid[] language sql stable as
$$ select coalesce(string_to_array(nullif(current_setting('app.grants', true), ''), ',')::uuid[], '{}') $$;
--> statement-breakpoint
-- Children of the person asking. Its own system switch keeps the two policies from calling each other.
create function app_children() returns setof uuid
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as
$$ select child_id from guardians where status = 'confirmed' and person_id = app_person() $$;
--> statement-breakpoint

-- 2. Rows ---------------------------------------------------------------------------------------
alter table people enable row level security;
--> statement-breakpoint
alter table people force row level security;
--> statement-breakpoint
create policy people_seen on people
  using (app_system() or account_id = (select app_account())
    or union_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system() or account_id = (select app_account())
    or union_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table consents enable row level security;
--> statement-breakpoint
alter table consents force row level security;
--> statement-breakpoint
create policy consents_own on consents
  using (app_system() or account_id = (select app_account()))
  with check (app_system() or account_id = (select app_account()) or cardinality((select app_grants())) > 0);
--> statement-breakpoint
alter table membership_applications enable row level security;
--> statement-breakpoint
alter table membership_applications force row level security;
--> statement-breakpoint
create policy applications_seen on membership_applications
  using (app_system() or account_id = (select app_account())
    or (status <> 'draft' and (
      organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
      or desk_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))))
  with check (app_system() or account_id = (select app_account())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or desk_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table application_events enable row level security;
--> statement-breakpoint
alter table application_events force row level security;
--> statement-breakpoint
create policy application_events_seen on application_events
  using (app_system() or exists (select 1 from membership_applications a where a.id = application_id))
  with check (app_system() or exists (select 1 from membership_applications a where a.id = application_id));
--> statement-breakpoint
alter table memberships enable row level security;
--> statement-breakpoint
alter table memberships force row level security;
--> statement-breakpoint
create policy memberships_seen on memberships
  using (app_system() or person_id = (select app_person())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table membership_changes enable row level security;
--> statement-breakpoint
alter table membership_changes force row level security;
--> statement-breakpoint
create policy membership_changes_seen on membership_changes
  using (app_system() or person_id = (select app_person())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table transfer_requests enable row level security;
--> statement-breakpoint
alter table transfer_requests force row level security;
--> statement-breakpoint
create policy transfer_requests_seen on transfer_requests
  using (app_system() or account_id = (select app_account())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system() or account_id = (select app_account())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table guardians enable row level security;
--> statement-breakpoint
alter table guardians force row level security;
--> statement-breakpoint
create policy guardians_seen on guardians
  using (app_system() or account_id = (select app_account()) or child_id in (select app_children()))
  with check (app_system() or account_id = (select app_account()) or child_id in (select app_children()));
--> statement-breakpoint
alter table bookings enable row level security;
--> statement-breakpoint
alter table bookings force row level security;
--> statement-breakpoint
-- The member's own union sees trainings; 托管班 and screenings are seen by the organiser alone (PIPL 28).
create policy bookings_seen on bookings
  using (app_system() or account_id = (select app_account()) or child_id in (select app_children())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or (kind = 'training' and organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check (app_system() or account_id = (select app_account()) or child_id in (select app_children())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table booking_events enable row level security;
--> statement-breakpoint
alter table booking_events force row level security;
--> statement-breakpoint
create policy booking_events_seen on booking_events
  using (app_system() or exists (select 1 from bookings b where b.id = booking_id))
  with check (app_system() or exists (select 1 from bookings b where b.id = booking_id));
--> statement-breakpoint
alter table children enable row level security;
--> statement-breakpoint
alter table children force row level security;
--> statement-breakpoint
-- A new child has no guardian row yet, so writing it asks only for a signed-in account.
create policy children_seen on children for select
  using (app_system() or id in (select app_children())
    or exists (select 1 from bookings b where b.child_id = children.id
      and b.organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
--> statement-breakpoint
create policy children_added on children for insert with check (app_system() or app_account() is not null);
--> statement-breakpoint
create policy children_changed on children for update
  using (app_system() or id in (select app_children()))
  with check (app_system() or id in (select app_children()));
--> statement-breakpoint
alter table notices enable row level security;
--> statement-breakpoint
alter table notices force row level security;
--> statement-breakpoint
create policy notices_read on notices for select
  using (app_system() or (account_id = (select app_account())));
--> statement-breakpoint
create policy notices_changed on notices for update
  using (app_system() or account_id = (select app_account()))
  with check (app_system() or account_id = (select app_account()));
--> statement-breakpoint
create policy notices_sent on notices for insert with check (true);
--> statement-breakpoint

-- 3. Two places at once (C15) --------------------------------------------------------------------
alter table bookings add constraint bookings_no_overlap
  exclude using gist (attendee_id with =, period with &&)
  where (status in ('pending', 'sent_back', 'booked', 'attended'));
--> statement-breakpoint

-- 4. The organisation closure --------------------------------------------------------------------
create function keep_organisation_closure() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if exists (select 1 from organisation_closure where ancestor_id = new.id and descendant_id = new.parent_id) then
      raise exception 'an organisation cannot lie below itself' using errcode = '23514', constraint = 'organisations_no_circle';
    end if;
    delete from organisation_closure c
      using organisation_closure below, organisation_closure above
      where below.ancestor_id = new.id and above.descendant_id = new.id and above.ancestor_id <> new.id
        and c.descendant_id = below.descendant_id and c.ancestor_id = above.ancestor_id;
    insert into organisation_closure (ancestor_id, descendant_id, depth)
      select above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
      from organisation_closure above, organisation_closure below
      where above.descendant_id = new.parent_id and below.ancestor_id = new.id;
  else
    insert into organisation_closure (ancestor_id, descendant_id, depth)
      select ancestor_id, new.id, depth + 1 from organisation_closure where descendant_id = new.parent_id
      union all select new.id, new.id, 0;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger organisations_added after insert on organisations
  for each row execute function keep_organisation_closure();
--> statement-breakpoint
create trigger organisations_moved after update of parent_id on organisations
  for each row when (old.parent_id is distinct from new.parent_id) execute function keep_organisation_closure();
--> statement-breakpoint

-- 5. The audit chain -----------------------------------------------------------------------------
insert into audit_heads (shard, hash) select s, repeat('0', 64) from generate_series(0, 15) s;
--> statement-breakpoint
create function audit_digest(prev text, entry audit_entries) returns text
language sql immutable set search_path = public, pg_temp as $$
  select encode(sha256(convert_to(jsonb_build_array(
    prev, entry.shard, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor_account_id, entry.actor_label,
    entry.action, entry.entity_type, entry.entity_id, entry.organisation_id, entry.before, entry.after,
    entry.reason, entry.request_id)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
create function append_audit(
  p_account uuid, p_label text, p_action text, p_entity_type text, p_entity_id text, p_organisation uuid,
  p_before jsonb, p_after jsonb, p_reason text, p_request text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare entry audit_entries; made bigint;
begin
  entry.shard := get_byte(sha256(convert_to(p_entity_type || ':' || p_entity_id, 'UTF8')), 0) % 16;
  entry.at := now();
  entry.actor_account_id := p_account; entry.actor_label := p_label; entry.action := p_action;
  entry.entity_type := p_entity_type; entry.entity_id := p_entity_id; entry.organisation_id := p_organisation;
  entry.before := p_before; entry.after := p_after; entry.reason := p_reason; entry.request_id := p_request;
  select hash into entry.prev_hash from audit_heads where shard = entry.shard for no key update;
  entry.hash := audit_digest(entry.prev_hash, entry);
  update audit_heads set hash = entry.hash where shard = entry.shard;
  insert into audit_entries (shard, at, actor_account_id, actor_label, action, entity_type, entity_id,
      organisation_id, before, after, reason, request_id, prev_hash, hash)
    values (entry.shard, entry.at, entry.actor_account_id, entry.actor_label, entry.action, entry.entity_type,
      entry.entity_id, entry.organisation_id, entry.before, entry.after, entry.reason, entry.request_id,
      entry.prev_hash, entry.hash)
    returning id into made;
  return made;
end $$;
--> statement-breakpoint
-- Walks every chain; returns the first entry of each shard whose hash or predecessor does not fit, or a lost tail.
create function broken_audit_entries() returns table (shard smallint, id bigint, problem text)
language sql stable security definer set search_path = public, pg_temp as $$
  with walked as (
    select e.*, lag(e.hash, 1, repeat('0', 64)) over (partition by e.shard order by e.id) as expected_prev
    from audit_entries e),
  wrong as (
    select w.shard, w.id, case when w.prev_hash <> w.expected_prev then 'gap' else 'changed' end as problem
    from walked w join audit_entries e on e.id = w.id
    where w.prev_hash <> w.expected_prev or e.hash <> audit_digest(e.prev_hash, e))
  select distinct on (shard) shard, id, problem from wrong
  union all
  select h.shard, null, 'tail' from audit_heads h
  where h.hash <> coalesce((select hash from audit_entries e where e.shard = h.shard order by id desc limit 1), repeat('0', 64))
$$;
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger membership_changes_append_only before update or delete on membership_changes
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger application_events_append_only before update or delete on application_events
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger booking_events_append_only before update or delete on booking_events
  for each statement execute function refuse_change();
--> statement-breakpoint

-- 6. Messages ------------------------------------------------------------------------------------
-- Takes back what has not left yet (undo at the desk). True when nothing had been sent.
create function recall_messages(key_prefix text) returns boolean
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
begin
  perform 1 from outbox where starts_with(dedupe_key, key_prefix) for update;
  if exists (select 1 from outbox where starts_with(dedupe_key, key_prefix) and status = 'sent') then
    return false;
  end if;
  update outbox set status = 'cancelled' where starts_with(dedupe_key, key_prefix) and status = 'waiting';
  update notices set cancelled_at = now() where starts_with(dedupe_key, key_prefix) and cancelled_at is null;
  return true;
end $$;
--> statement-breakpoint

-- 7. Who holds this token -------------------------------------------------------------------------
-- One statement per request, before any actor is known; limits in minutes come from the caller.
create function find_session(p_token_hash text, p_member_idle int, p_staff_idle int)
returns table (session_id uuid, account_id uuid, person_id uuid, display_name text, assurance text, mode text,
  text_size text, stepped_up_at timestamptz, grants json)
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
begin
  update sessions s set last_seen_at = now()
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
      and s.last_seen_at < now() - interval '1 minute'
      and s.last_seen_at > now() - make_interval(mins => case s.mode when 'staff' then p_staff_idle else p_member_idle end);
  return query
    select s.id, a.id, p.id, a.display_name, s.assurance, s.mode, a.text_size, s.stepped_up_at,
      coalesce((select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id) order by g.granted_at)
        from role_grants g join organisations o on o.id = g.organisation_id and o.closed_at is null
        where g.account_id = a.id and g.revoked_at is null and s.assurance = 'totp'), '[]'::json)
    from sessions s join accounts a on a.id = s.account_id left join people p on p.account_id = a.id
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now() and a.disabled_at is null
      and s.last_seen_at > now() - make_interval(mins => case s.mode when 'staff' then p_staff_idle else p_member_idle end);
end $$;
--> statement-breakpoint
create sequence booking_numbers;
--> statement-breakpoint

-- 8. What the application role may do -------------------------------------------------------------
-- Role and default privileges stand before the first migration (db/migrate.ts); here rights are taken back.
revoke insert, update, delete on audit_entries, audit_heads from lianxin_app;
--> statement-breakpoint
revoke update, delete on application_events, booking_events, membership_changes from lianxin_app;
--> statement-breakpoint
revoke execute on function append_audit, broken_audit_entries, recall_messages, app_children, find_session from public;
--> statement-breakpoint
grant execute on function append_audit, broken_audit_entries, recall_messages, app_children, find_session to lianxin_app;
