-- An account may be entered with another one (OpenID Connect): a keyed hash of issuer and subject.
alter table accounts add column oidc_index text;
--> statement-breakpoint
create unique index accounts_oidc_idx on accounts using btree (oidc_index);
--> statement-breakpoint
-- A linked account is a way in of somebody's, like 微信.
create or replace function account_holds_anything(p_account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from accounts where id = p_account
      and (password_hash is not null or wechat_openid_index is not null or oidc_index is not null
        or totp_sealed is not null))
    or exists (select 1 from people where account_id = p_account and (name is not null or id_sealed is not null))
    or exists (select 1 from membership_applications where account_id = p_account)
    or exists (select 1 from guardians where account_id = p_account)
    or exists (select 1 from bookings where account_id = p_account)
    or exists (select 1 from role_grants where account_id = p_account)
    or exists (select 1 from notices where account_id = p_account and cancelled_at is null)
$$;
