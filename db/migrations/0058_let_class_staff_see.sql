-- The staff of a class hold no office over it: the policies know them by their assignment, for reading only
-- and for as long as it lasts. PostgreSQL asks the policies of a table from the last name to the first: these
-- are named so that they are asked of rows that nothing else lets through.

-- By the phone they signed in with; a closed account has none.
create function app_phone_index() returns text
language sql stable security definer set search_path = public, pg_temp as
$$ select phone_index from accounts where id = app_account() and disabled_at is null $$;
--> statement-breakpoint
-- Classes that the person asking looks after today, until the day after the last one: assigned, with a check
-- that counts today (未成年人保护法 62).
create function app_classes() returns setof uuid rows 5
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from class_staff c join offering_sessions s on s.id = c.session_id
    where c.phone_index = app_phone_index() and c.removed_at is null
      and c.check_valid_until >= (now() at time zone 'Asia/Shanghai')::date
      and s.ends_at >= now() - interval '1 day'
$$;
--> statement-breakpoint
-- The children on the rolls of these classes.
create function app_class_children() returns setof uuid rows 100
language sql stable security definer set search_path = public, pg_temp as $$
  select child_id from bookings
    where session_id in (select app_classes()) and kind = 'childcare' and status in ('booked', 'attended', 'absent')
$$;
--> statement-breakpoint
-- Whom the staff call: the accounts of their confirmed guardians.
create function app_class_guardians() returns setof uuid rows 200
language sql stable security definer set search_path = public, pg_temp as $$
  select account_id from guardians where status = 'confirmed' and child_id in (select app_class_children())
$$;
--> statement-breakpoint
create policy class_staff_own on class_staff for select
  using (removed_at is null and phone_index = (select app_phone_index()));
--> statement-breakpoint
create policy bookings_in_class on bookings for select
  using (kind = 'childcare' and status in ('booked', 'attended', 'absent') and session_id in (select app_classes()));
--> statement-breakpoint
create policy children_in_class on children for select using (id in (select app_class_children()));
--> statement-breakpoint
create policy guardians_in_class on guardians for select
  using (status = 'confirmed' and child_id in (select app_class_children()));
--> statement-breakpoint
create policy accounts_in_class on accounts for select using (id in (select app_class_guardians()));
--> statement-breakpoint
create policy class_openings_in_class on class_openings for select using (session_id in (select app_classes()));
--> statement-breakpoint
create policy class_absences_in_class on class_absences for select using (session_id in (select app_classes()));
--> statement-breakpoint
create policy class_incidents_in_class on class_incidents for select using (session_id in (select app_classes()));
--> statement-breakpoint
create policy child_hand_overs_in_class on child_hand_overs for select using (session_id in (select app_classes()));
--> statement-breakpoint
create policy pick_up_photos_in_class on pick_up_photos for select
  using (child_id in (select app_class_children()) and exists (select 1 from bookings b
    where b.id = booking_id and b.session_id in (select app_classes())));
--> statement-breakpoint
revoke execute on function app_phone_index, app_classes, app_class_children, app_class_guardians from public;
--> statement-breakpoint
grant execute on function app_phone_index, app_classes, app_class_children, app_class_guardians to lianxin_app;
