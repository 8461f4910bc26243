-- Who may act as the system, and who sees accounts, sessions, codes, roles, messages and the ledger.

-- 1. The system -----------------------------------------------------------------------------------
-- Nothing in here is for the application: it can neither read the key nor make a token of its own.
create schema lianxin_private;
--> statement-breakpoint
revoke all on schema lianxin_private from public;
--> statement-breakpoint
-- sha256 of the key that only the application's processes hold (APP_SECRET); db/migrate.ts writes it.
create table lianxin_private.system_key (
  one boolean primary key default true check (one),
  digest text not null
);
--> statement-breakpoint
-- Bound to this connection and this transaction, so that a token seen once is worth nothing later.
create function lianxin_private.system_token(p_digest text) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(concat_ws('|', p_digest, pg_backend_pid(), extract(epoch from now())), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
create function enter_system(p_key text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare known text;
begin
  select digest into known from lianxin_private.system_key;
  if known is null or known <> encode(sha256(convert_to(p_key, 'UTF8')), 'hex') then
    raise exception 'only the application itself may act as the system' using errcode = '42501';
  end if;
  return lianxin_private.system_token(known);
end $$;
--> statement-breakpoint
create function is_system_token(p_token text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select lianxin_private.system_token(digest) = p_token from lianxin_private.system_key), false)
$$;
--> statement-breakpoint
-- A function with the owner's rights asks as the owner; nobody else is the system without a token.
create function asks_as_owner() returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select pg_has_role(current_user, relowner, 'USAGE') from pg_class where oid = 'public.accounts'::regclass
$$;
--> statement-breakpoint
create or replace function app_system() returns boolean language sql stable as $$
  select case when current_user <> 'lianxin_app' then asks_as_owner()
    when coalesce(current_setting('app.system', true), '') = '' then false
    else is_system_token(current_setting('app.system', true)) end
$$;
--> statement-breakpoint
revoke execute on function enter_system, is_system_token from public;
--> statement-breakpoint
grant execute on function enter_system, is_system_token to lianxin_app;
--> statement-breakpoint
-- Asked once per statement, not once per row.
do $$ declare p record; begin
  for p in select polname, polrelid::regclass as relation,
      pg_get_expr(polqual, polrelid) as seen, pg_get_expr(polwithcheck, polrelid) as written
    from pg_policy where concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~ 'app_system\(\)'
  loop
    execute format('alter policy %I on %s', p.polname, p.relation)
      || coalesce(' using (' || replace(p.seen, 'app_system()', '(select app_system())') || ')', '')
      || coalesce(' with check (' || replace(p.written, 'app_system()', '(select app_system())') || ')', '');
  end loop;
end $$;
--> statement-breakpoint
-- What such a function once said of itself no longer counts.
do $$ declare f record; begin
  for f in select p.oid::regprocedure as signature from pg_proc p
    where p.pronamespace = 'public'::regnamespace and 'app.system=on' = any (p.proconfig)
  loop
    execute format('alter function %s reset app.system', f.signature);
  end loop;
end $$;
--> statement-breakpoint

-- 2. Ways in --------------------------------------------------------------------------------------
alter table accounts enable row level security;
--> statement-breakpoint
alter table accounts force row level security;
--> statement-breakpoint
-- An officer on duty reads the names and numbers that stand beside the cases; the cases are scoped.
create policy accounts_seen on accounts for select
  using ((select app_system()) or id = (select app_account()) or cardinality((select app_grants())) > 0);
--> statement-breakpoint
create policy accounts_changed on accounts for update
  using ((select app_system()) or id = (select app_account()))
  with check ((select app_system()) or id = (select app_account()));
--> statement-breakpoint
create policy accounts_opened on accounts for insert with check ((select app_system()));
--> statement-breakpoint
create policy accounts_removed on accounts for delete using ((select app_system()));
--> statement-breakpoint
alter table sessions enable row level security;
--> statement-breakpoint
alter table sessions force row level security;
--> statement-breakpoint
create policy sessions_own on sessions
  using ((select app_system()) or account_id = (select app_account()))
  with check ((select app_system()) or account_id = (select app_account()));
--> statement-breakpoint
alter table recovery_codes enable row level security;
--> statement-breakpoint
alter table recovery_codes force row level security;
--> statement-breakpoint
create policy recovery_codes_own on recovery_codes
  using ((select app_system()) or account_id = (select app_account()))
  with check ((select app_system()) or account_id = (select app_account()));
--> statement-breakpoint
alter table sms_codes enable row level security;
--> statement-breakpoint
alter table sms_codes force row level security;
--> statement-breakpoint
create policy sms_codes_of_the_system on sms_codes
  using ((select app_system())) with check ((select app_system()));
--> statement-breakpoint
alter table role_grants enable row level security;
--> statement-breakpoint
alter table role_grants force row level security;
--> statement-breakpoint
create policy role_grants_seen on role_grants for select
  using ((select app_system()) or account_id = (select app_account())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
-- Nobody gives or takes a role in their own name: the command has judged it and writes as the system.
create policy role_grants_given on role_grants for insert with check ((select app_system()));
--> statement-breakpoint
create policy role_grants_taken on role_grants for update
  using ((select app_system())) with check ((select app_system()));
--> statement-breakpoint

-- 3. Messages and receipts ------------------------------------------------------------------------
alter table outbox enable row level security;
--> statement-breakpoint
alter table outbox force row level security;
--> statement-breakpoint
create policy outbox_read on outbox for select
  using ((select app_system()) or account_id = (select app_account()));
--> statement-breakpoint
create policy outbox_changed on outbox for update
  using ((select app_system())) with check ((select app_system()));
--> statement-breakpoint
create policy outbox_queued on outbox for insert with check (true);
--> statement-breakpoint
alter table idempotency_keys enable row level security;
--> statement-breakpoint
alter table idempotency_keys force row level security;
--> statement-breakpoint
-- A receipt answers whoever sent the form; its key begins with who that was.
create policy idempotency_keys_own on idempotency_keys
  using ((select app_system()) or starts_with(actor_key, coalesce((select app_account())::text, 'anonymous')))
  with check ((select app_system()) or starts_with(actor_key, coalesce((select app_account())::text, 'anonymous')));
--> statement-breakpoint

-- 4. The ledger -----------------------------------------------------------------------------------
alter table audit_entries enable row level security;
--> statement-breakpoint
alter table audit_entries force row level security;
--> statement-breakpoint
create policy audit_entries_seen on audit_entries for select
  using ((select app_system()) or actor_account_id = (select app_account())
    or organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
-- append_audit() writes as the owner, which the policies bind as well.
create policy audit_entries_added on audit_entries for insert with check ((select app_system()));
--> statement-breakpoint

-- 5. Witnesses of a draw --------------------------------------------------------------------------
-- Names and fingerprints are public; a sentence is added once, what was handed in is never exchanged.
alter table draw_witnesses enable row level security;
--> statement-breakpoint
alter table draw_witnesses force row level security;
--> statement-breakpoint
create policy draw_witnesses_seen on draw_witnesses for select using (true);
--> statement-breakpoint
create policy draw_witnesses_named on draw_witnesses for insert
  with check ((select app_system()) or cardinality((select app_grants())) > 0);
--> statement-breakpoint
create policy draw_witnesses_heard on draw_witnesses for update
  using ((select app_system()) or cardinality((select app_grants())) > 0);
--> statement-breakpoint
revoke update on draw_witnesses from lianxin_app;
--> statement-breakpoint
grant update (revealed, revealed_at) on draw_witnesses to lianxin_app;
--> statement-breakpoint

-- 6. Counters -------------------------------------------------------------------------------------
-- Whoever could read them would learn who tried; whoever could write them would have no limits.
revoke all on rate_limits from lianxin_app;
--> statement-breakpoint
-- How many there may be is what the federation set, else what was declared.
create function limit_of(p_scope text, p_most int) returns int
language sql stable set search_path = public, pg_temp as $$
  select coalesce((select (value #>> '{}')::int from settings where key = 'limit_' || p_scope), p_most)
$$;
--> statement-breakpoint
-- A window that begins in the future is over as well: the clock was put back, and nobody waits a day for
-- that. Seconds of it are only two transactions that began in another order.
create function window_is_over(p_start timestamptz, p_seconds int) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select p_start <= now() - make_interval(secs => p_seconds) or p_start > now() + interval '1 minute'
$$;
--> statement-breakpoint
-- Seconds to wait, 0 when the attempt is within the limit.
create function count_attempt(p_scope text, p_subject text, p_seconds int, p_most int) returns int
language sql security definer set search_path = public, pg_temp as $$
  insert into rate_limits as r (scope, subject, window_start, count) values (p_scope, p_subject, now(), 1)
  on conflict (scope, subject) do update set
    count = case when window_is_over(r.window_start, p_seconds) then 1 else r.count + 1 end,
    window_start = case when window_is_over(r.window_start, p_seconds) then now() else r.window_start end
  returning case when r.count <= limit_of(p_scope, p_most) then 0
    else greatest(1, ceil(extract(epoch from r.window_start + make_interval(secs => p_seconds) - now())))::int end
$$;
--> statement-breakpoint
create function seconds_locked(p_scope text, p_subject text, p_seconds int, p_most int) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(ceil(extract(epoch from window_start + make_interval(secs => p_seconds) - now()))::int), 0)
  from rate_limits where scope = p_scope and subject = p_subject and count >= limit_of(p_scope, p_most)
    and not window_is_over(window_start, p_seconds)
$$;
--> statement-breakpoint
create function forgive_attempts(p_scope text, p_subject text) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from rate_limits where scope = p_scope and subject = p_subject
$$;
--> statement-breakpoint
create function forget_old_attempts() returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from rate_limits where window_start < now() - interval '2 days'
$$;
--> statement-breakpoint
revoke execute on function count_attempt, seconds_locked, forgive_attempts, forget_old_attempts from public;
--> statement-breakpoint
grant execute on function count_attempt, seconds_locked, forgive_attempts, forget_old_attempts to lianxin_app;
