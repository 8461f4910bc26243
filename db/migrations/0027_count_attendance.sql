-- 出勤 of one booking: on how many of the days on which the roll was kept the attendee came. Two numbers
-- only, so that a member's own verdict needs nobody else's entries.
create function attendance_of(p_booking uuid) returns table (present int, held int)
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  with days as (
    select c.meeting_on, c.booking_id, c.kind, row_number() over (
        partition by c.booking_id, c.meeting_on order by c.seq desc) as newest
    from check_ins c join bookings b on b.session_id = c.session_id
    where b.id = p_booking and c.repeat_of is null)
  select count(distinct meeting_on) filter (where booking_id = p_booking and kind in ('in', 'out'))::int,
    count(distinct meeting_on)::int
  from days where newest = 1 and kind <> 'undone'
$$;
