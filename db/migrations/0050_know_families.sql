-- 家庭: a person, everybody who is a guardian of the same child, and all children of those.
create function family_of(p_person uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with guards as (
    select p_person as person_id
    union
    select other.person_id from guardians mine
      join guardians other on other.child_id = mine.child_id and other.status = 'confirmed'
      where mine.person_id = p_person and mine.status = 'confirmed' and other.person_id is not null)
  select person_id from guards
  union
  select g.child_id from guardians g join guards on guards.person_id = g.person_id
    where g.status = 'confirmed'
$$;
--> statement-breakpoint
-- What the family has booked, whoever of it asks, for a limit by family: nobody learns more of it than how
-- many. The year is that of the first day.
create function family_bookings(p_person uuid)
  returns table (booking_id uuid, session_id uuid, attendee_id uuid, offering_id uuid, lineage_id uuid,
    kind text, term text, status text, held_in int)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.id, b.session_id, b.attendee_id, o.id, coalesce(o.copied_from, o.id), b.kind, b.term, b.status,
    extract(year from s.starts_at at time zone 'Asia/Shanghai')::int
  from bookings b join offering_sessions s on s.id = b.session_id join offerings o on o.id = b.offering_id
  where b.attendee_id in (select family_of(p_person))
$$;
--> statement-breakpoint
revoke execute on function family_of, family_bookings from public;
--> statement-breakpoint
grant execute on function family_of, family_bookings to lianxin_app;
