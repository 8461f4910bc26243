-- Whose matters the person asking decides nothing of (回避): the household, and whose roles one has these days with
-- whoever is a guardian of the same child. A role that is lent decides nothing of who lent it.
create function app_recused() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with lenders as (select officer_id as id from deputies_today() where deputy_id = app_account())
  select * from app_household()
  union
  select id from lenders
  union
  select other.account_id from guardians g join guardians other on other.child_id = g.child_id
    where g.account_id in (select id from lenders) and g.status = 'confirmed' and other.status = 'confirmed'
      and other.account_id is not null
$$;
--> statement-breakpoint
revoke execute on function app_recused from public;
--> statement-breakpoint
grant execute on function app_recused to lianxin_app;
--> statement-breakpoint
-- What an open page asks by itself does not keep its session in use: nobody need be sitting there.
drop function find_session;
--> statement-breakpoint
create function find_session(p_token_hash text, p_member_idle int, p_staff_idle int, p_used boolean default true)
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
  if p_used and s0.last_seen_at < now() - interval '1 minute' and s0.last_seen_at > now() - idle then
    update sessions s set last_seen_at = now() where s.id = s0.id;
  end if;
  return query
    select s0.id, a.id, p.id, a.display_name, s0.assurance, s0.mode, a.text_size, s0.stepped_up_at,
      s0.last_seen_at > now() - idle,
      case when s0.assurance = 'totp' and s0.mode = 'staff' then grants_of(a.id) else '[]'::json end
    from accounts a left join people p on p.account_id = a.id
    where a.id = s0.account_id and a.disabled_at is null;
end $$;
--> statement-breakpoint
revoke execute on function find_session from public;
--> statement-breakpoint
grant execute on function find_session to lianxin_app;
