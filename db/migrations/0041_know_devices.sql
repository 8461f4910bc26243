-- A phone number that was silent for long may have a new owner (numbers are given out again after 90
-- days): which browsers an account was used from, and when last, says whether to ask for more.
CREATE TABLE "known_devices" (
	"account_id" uuid NOT NULL,
	"browser_hash" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "known_devices_account_id_browser_hash_pk" PRIMARY KEY("account_id","browser_hash")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "last_signed_in_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "phone_released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "browser_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_devices_age_idx" ON "known_devices" USING btree ("last_seen_at");--> statement-breakpoint
update accounts a set last_signed_in_at = greatest(a.created_at,
  (select max(s.last_seen_at) from sessions s where s.account_id = a.id));
--> statement-breakpoint
-- Asked before anybody is signed in, and by nobody else: through the functions below only.
alter table known_devices enable row level security;--> statement-breakpoint
alter table known_devices force row level security;--> statement-breakpoint
create policy known_devices_system on known_devices using (app_system()) with check (app_system());--> statement-breakpoint
-- Whether this browser signed in to the account behind one of these phone indexes before.
create function knows_device(p_phone_indexes text[], p_browser text) returns boolean
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select exists (select 1 from known_devices d join accounts a on a.id = d.account_id
    where a.phone_index = any (p_phone_indexes) and d.browser_hash = p_browser and p_browser <> '')
$$;
--> statement-breakpoint
-- The same of an account that is known already.
create function is_own_device(p_account uuid, p_browser text) returns boolean
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select exists (select 1 from known_devices
    where account_id = p_account and browser_hash = p_browser and p_browser <> '')
$$;
--> statement-breakpoint
-- A sign-in that is complete: from now on this browser is one of the account's own.
create function remember_device(p_account uuid, p_browser text) returns void
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
begin
  update accounts set last_signed_in_at = now() where id = p_account;
  if p_browser = '' then return; end if;
  insert into known_devices (account_id, browser_hash) values (p_account, p_browser)
    on conflict (account_id, browser_hash) do update set last_seen_at = now();
end $$;
--> statement-breakpoint
-- Every browser of the account but one, or the one alone, is a stranger's again.
create function forget_devices(p_account uuid, p_except text, p_only text) returns void
language sql security definer set search_path = public, pg_temp set app.system = 'on' as $$
  delete from known_devices where account_id = p_account
    and browser_hash is distinct from p_except and (p_only is null or browser_hash = p_only)
$$;
--> statement-breakpoint
-- Whether somebody else could find anything of a person in this account, or a way in of theirs.
create function account_holds_anything(p_account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select exists (select 1 from accounts where id = p_account
      and (password_hash is not null or wechat_openid_index is not null or totp_sealed is not null))
    or exists (select 1 from people where account_id = p_account and (name is not null or id_sealed is not null))
    or exists (select 1 from membership_applications where account_id = p_account)
    or exists (select 1 from guardians where account_id = p_account)
    or exists (select 1 from bookings where account_id = p_account)
    or exists (select 1 from role_grants where account_id = p_account)
    or exists (select 1 from notices where account_id = p_account and cancelled_at is null)
$$;
--> statement-breakpoint
-- After so many silent days and on a browser that is new to it, a phone alone does not open an account.
create function must_prove_identity(p_account uuid, p_browser text, p_days int) returns boolean
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select exists (select 1 from accounts where id = p_account
      and last_signed_in_at < now() - make_interval(days => p_days))
    and not exists (select 1 from known_devices
      where account_id = p_account and browser_hash = p_browser and p_browser <> '')
    and account_holds_anything(p_account)
$$;
--> statement-breakpoint
-- Whether one of these document indexes is the account's own: of the person, or of an application.
create function proves_identity(p_account uuid, p_document_indexes text[]) returns boolean
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select exists (select 1 from people where account_id = p_account and id_index = any (p_document_indexes))
    or exists (select 1 from membership_applications
      where account_id = p_account and id_index = any (p_document_indexes))
$$;
--> statement-breakpoint
-- The number goes to its new owner; the record stays with its person, without a phone. What was promised
-- to whoever signs in with the number (a child to guard, a class to look after) does not pass on.
create function release_phone(p_account uuid, p_phone_indexes text[], p_sealed_nothing text) returns boolean
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
begin
  update accounts set phone_index = 'released:' || id, phone_sealed = p_sealed_nothing, phone_tail = '',
    phone_released_at = now() where id = p_account and phone_index = any (p_phone_indexes);
  if not found then return false; end if;
  update guardians set status = 'ended', ended_at = now()
    where status = 'invited' and invited_phone_index = any (p_phone_indexes);
  update class_staff set phone_index = 'released:' || id
    where removed_at is null and phone_index = any (p_phone_indexes);
  delete from known_devices where account_id = p_account;
  update sessions set ended_at = now(), ended_reason = 'phone_released'
    where account_id = p_account and ended_at is null;
  return true;
end $$;
--> statement-breakpoint
-- Why a token opens nothing any more, for the words at the door: idle, expired, or the reason it was ended for.
create function why_session_ended(p_token_hash text, p_staff_idle int) returns text
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select case when s.ended_at is not null then s.ended_reason when s.expires_at <= now() then 'expired'
      when s.mode = 'staff' and s.last_seen_at <= now() - make_interval(mins => coalesce(
        (select (value #>> '{}')::int from settings where key = 'session_staff_idle_minutes'), p_staff_idle))
        then 'idle' end
    from sessions s where s.token_hash = p_token_hash
$$;
--> statement-breakpoint
revoke execute on function knows_device, is_own_device, remember_device, forget_devices, account_holds_anything,
  must_prove_identity, proves_identity, release_phone, why_session_ended from public;
--> statement-breakpoint
grant execute on function knows_device, is_own_device, remember_device, forget_devices, account_holds_anything,
  must_prove_identity, proves_identity, release_phone, why_session_ended to lianxin_app;
--> statement-breakpoint
-- Officers stand in the ledger by name, not by the end of their phone.
update accounts a set display_name = p.name from people p
  where p.account_id = a.id and p.name is not null and a.display_name ~ '^用户\d{4}$'
    and exists (select 1 from role_grants g where g.account_id = a.id and g.revoked_at is null);
