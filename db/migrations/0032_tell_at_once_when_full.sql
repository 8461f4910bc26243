-- In an opening minute most who come find the last place gone and the queue full: one look tells them, and no
-- lock is taken. Whoever has something in the session already goes on to their receipt. security.md §4.1.
create function place_is_gone(p_session uuid, p_account uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select c.taken >= c.capacity and c.reserved = 0
    and c.waiting >= coalesce((o.rules->>'waitlistMax')::int, 2147483647)
    and not exists (select 1 from bookings b where b.session_id = p_session and b.account_id = p_account
      and b.status not in ('cancelled', 'refused', 'lapsed', 'not_drawn'))
  from session_capacity c join offering_sessions s on s.id = c.session_id join offerings o on o.id = s.offering_id
  where c.session_id = p_session and o.allocation = 'first_come'
$$;
