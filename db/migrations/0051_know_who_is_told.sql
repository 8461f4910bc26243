-- Who is told of a child today: a guardian, or once it is grown the person with that document; or nobody.
create function told_of_child(p_child uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select g.account_id from guardians g
      where g.child_id = p_child and g.status = 'confirmed' and g.account_id is not null
      order by g.confirmed_at, g.id limit 1),
    (select p.account_id from children c join people p on p.id_index = c.id_index
      where c.id = p_child and c.came_of_age_at is not null and p.account_id is not null
      order by p.id limit 1))
$$;
--> statement-breakpoint
create function is_told_of_child(p_account uuid, p_child uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from guardians g
      where g.child_id = p_child and g.status = 'confirmed' and g.account_id = p_account)
    or exists (select 1 from children c join people p on p.id_index = c.id_index
      where c.id = p_child and c.came_of_age_at is not null and p.account_id = p_account)
$$;
--> statement-breakpoint
-- The child that a notice is about, by the booking or the rating that its key names; null for all others.
create function child_of_notice(p_key text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select b.child_id from bookings b
  where b.id = case
    when p_key ~ '^(booking|appeal|questions|rate:booking):[0-9a-f]{8}-[0-9a-f-]{27}'
      then (substring(p_key from '[0-9a-f]{8}-[0-9a-f-]{27}'))::uuid
    when p_key ~ '^rating:[0-9a-f]{8}-[0-9a-f-]{27}'
      then (select r.entity_id from ratings r where r.entity_type = 'booking'
        and r.id = (substring(p_key from '[0-9a-f]{8}-[0-9a-f-]{27}'))::uuid) end
$$;
--> statement-breakpoint
-- The one place that decides it: whoever was a guardian once is told nothing more, whichever part of the
-- portal speaks; the news goes to who acts for the child today, and where there is nobody it goes nowhere.
create function tell_who_may_know() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare child uuid;
begin
  if new.account_id is null then return new; end if;
  child := child_of_notice(new.dedupe_key);
  if child is null or is_told_of_child(new.account_id, child) then return new; end if;
  new.account_id := told_of_child(child);
  if new.account_id is null then return null; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger notices_tell_who_may_know before insert on notices
  for each row when (new.dedupe_key ~ '^(booking|appeal|questions|rate:booking|rating):')
  execute function tell_who_may_know();
--> statement-breakpoint
create trigger outbox_tell_who_may_know before insert on outbox
  for each row when (new.dedupe_key ~ '^(booking|appeal|questions|rate:booking|rating):')
  execute function tell_who_may_know();
--> statement-breakpoint
-- Who leaves a child takes no text along that still waits for the morning.
create or replace function hand_on_bookings() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare heir uuid := told_of_child(new.child_id);
begin
  update outbox set status = 'cancelled'
    where status = 'waiting' and account_id = new.account_id and child_of_notice(dedupe_key) = new.child_id;
  if heir is null then return null; end if;
  update bookings set account_id = heir
    where child_id = new.child_id and account_id = new.account_id
      and status in ('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted');
  return null;
end $$;
--> statement-breakpoint
revoke execute on function told_of_child, is_told_of_child, child_of_notice, tell_who_may_know from public;
--> statement-breakpoint
grant execute on function told_of_child, is_told_of_child, child_of_notice to lianxin_app;
--> statement-breakpoint
-- An organiser knows the people who booked with it, as it knows their bookings and their children. Reading
-- only: what a union keeps of its members stays the union's to change.
create policy people_met on people for select
  using (exists (select 1 from bookings b where b.person_id = people.id
    and b.organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
--> statement-breakpoint
create index bookings_person_idx on bookings (person_id, organiser_id);
