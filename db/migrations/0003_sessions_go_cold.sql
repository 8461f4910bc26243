-- A member's session outlives a pause, but goes cold: pages with sensitive data then ask to sign in again
-- (security.md §1.3). An officer's session ends with the pause. Roles count only in officer mode.
drop function find_session;
--> statement-breakpoint
create function find_session(p_token_hash text, p_member_idle int, p_staff_idle int)
returns table (session_id uuid, account_id uuid, person_id uuid, display_name text, assurance text, mode text,
  text_size text, stepped_up_at timestamptz, fresh boolean, grants json)
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
declare s0 sessions; idle interval;
begin
  select * into s0 from sessions s
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now();
  if not found then return; end if;
  select make_interval(mins => coalesce(
      (select (value #>> '{}')::int from settings where key = 'session_' || s0.mode || '_idle_minutes'),
      case s0.mode when 'staff' then p_staff_idle else p_member_idle end))
    into idle;
  if s0.mode = 'staff' and s0.last_seen_at <= now() - idle then return; end if;
  -- Once cold, it stays cold: looking at the home page does not warm it up again.
  if s0.last_seen_at < now() - interval '1 minute' and s0.last_seen_at > now() - idle then
    update sessions s set last_seen_at = now() where s.id = s0.id;
  end if;
  return query
    select s0.id, a.id, p.id, a.display_name, s0.assurance, s0.mode, a.text_size, s0.stepped_up_at,
      s0.last_seen_at > now() - idle,
      coalesce((select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id) order by g.granted_at)
        from role_grants g join organisations o on o.id = g.organisation_id and o.closed_at is null
        where g.account_id = a.id and g.revoked_at is null
          and s0.assurance = 'totp' and s0.mode = 'staff'), '[]'::json)
    from accounts a left join people p on p.account_id = a.id
    where a.id = s0.account_id and a.disabled_at is null;
end $$;
--> statement-breakpoint
revoke execute on function find_session from public;
--> statement-breakpoint
grant execute on function find_session to lianxin_app;
