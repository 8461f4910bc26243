-- Seconds until an officer's session ends by itself, for the warning before it. Asking is no use of it.
create function session_seconds_left(p_token_hash text, p_staff_idle int) returns int
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select greatest(0, floor(extract(epoch from least(s.expires_at, s.last_seen_at + make_interval(mins => coalesce(
      (select (value #>> '{}')::int from settings where key = 'session_staff_idle_minutes'), p_staff_idle))) - now())))::int
    from sessions s where s.token_hash = p_token_hash and s.ended_at is null
$$;
--> statement-breakpoint
revoke execute on function session_seconds_left from public;
--> statement-breakpoint
grant execute on function session_seconds_left to lianxin_app;
