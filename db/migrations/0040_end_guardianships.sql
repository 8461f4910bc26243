-- Whoever has left a child, and everybody else's guardian once it is grown, finds nothing of it any more;
-- what was booked goes on in the name of the guardian who stays, or of the grown person.
alter table children add column came_of_age_at timestamptz;
--> statement-breakpoint
-- Children of the person asking, and the person's own record of when they were a child.
create or replace function app_children() returns setof uuid
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select child_id from guardians where status = 'confirmed' and person_id = app_person()
  union all
  select c.id from children c join people p on p.id_index = c.id_index
    where p.id = app_person() and c.came_of_age_at is not null and c.removed_at is null
$$;
--> statement-breakpoint
-- Oneself and whoever is a guardian of the same child: a matter of one of them is a matter of all (回避).
create function app_household() returns setof uuid
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select app_account()
  union
  select account_id from guardians
    where status = 'confirmed' and account_id is not null and child_id in (select app_children())
$$;
--> statement-breakpoint
revoke execute on function app_household from public;
--> statement-breakpoint
grant execute on function app_household to lianxin_app;
--> statement-breakpoint
alter policy bookings_seen on bookings
  using (app_system() or (account_id = (select app_account()) and child_id is null) or child_id in (select app_children())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))
    or (kind = 'training' and organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check (app_system() or (account_id = (select app_account()) and child_id is null) or child_id in (select app_children())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter policy absence_excuses_seen on absence_excuses
  using (app_system()
    or exists (select 1 from bookings b where b.id = booking_id
      and ((b.child_id is null and b.account_id = (select app_account())) or b.child_id in (select app_children())))
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or exists (select 1 from bookings b where b.id = booking_id
      and ((b.child_id is null and b.account_id = (select app_account())) or b.child_id in (select app_children())))
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter policy ratings_seen on ratings
  using (app_system()
    or (account_id = (select app_account())
      and (entity_type <> 'booking' or exists (select 1 from bookings b where b.id = entity_id)))
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter policy answer_sheets_seen on answer_sheets
  using (app_system() or (account_id = (select app_account()) and child_id is null) or child_id in (select app_children())
    or (booking_id is not null and organiser_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check (app_system() or (account_id = (select app_account()) and child_id is null) or child_id in (select app_children()));
--> statement-breakpoint
-- News of a child's booking goes to its account: never to somebody who is no guardian any more.
create function hand_on_bookings() returns trigger
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
declare heir uuid;
begin
  select g.account_id into heir from guardians g
    where g.child_id = new.child_id and g.status = 'confirmed' and g.account_id is not null
    order by g.confirmed_at limit 1;
  if heir is null then
    select p.account_id into heir from children c join people p on p.id_index = c.id_index
      where c.id = new.child_id and c.came_of_age_at is not null limit 1;
  end if;
  if heir is null then return null; end if;
  update bookings set account_id = heir
    where child_id = new.child_id and account_id = new.account_id
      and status in ('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted');
  return null;
end $$;
--> statement-breakpoint
revoke execute on function hand_on_bookings from public;
--> statement-breakpoint
create trigger guardians_hand_on_bookings after update of status on guardians
  for each row when (old.status = 'confirmed' and new.status = 'ended')
  execute function hand_on_bookings();
