-- Whose session a token was, also after its end: a form sent too late is kept for that account alone.
create function session_account(p_token_hash text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select account_id from sessions where token_hash = p_token_hash
$$;
--> statement-breakpoint
revoke execute on function session_account from public;
--> statement-breakpoint
grant execute on function session_account to lianxin_app;
