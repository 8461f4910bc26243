-- Who sees the rows of a class; ledgers that only grow; no class opens without its checks (未成年人保护法 62).

alter table class_staff enable row level security;
--> statement-breakpoint
alter table class_staff force row level security;
--> statement-breakpoint
create policy class_staff_seen on class_staff
  using (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table class_checklist enable row level security;
--> statement-breakpoint
alter table class_checklist force row level security;
--> statement-breakpoint
create policy class_checklist_seen on class_checklist
  using (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table class_openings enable row level security;
--> statement-breakpoint
alter table class_openings force row level security;
--> statement-breakpoint
create policy class_openings_seen on class_openings
  using (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table class_absences enable row level security;
--> statement-breakpoint
alter table class_absences force row level security;
--> statement-breakpoint
create policy class_absences_seen on class_absences
  using (app_system() or child_id in (select app_children())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system() or child_id in (select app_children()));
--> statement-breakpoint
alter table pick_up_photos enable row level security;
--> statement-breakpoint
alter table pick_up_photos force row level security;
--> statement-breakpoint
create policy pick_up_photos_seen on pick_up_photos
  using (app_system() or child_id in (select app_children())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system() or child_id in (select app_children()));
--> statement-breakpoint
alter table pick_up_codes enable row level security;
--> statement-breakpoint
alter table pick_up_codes force row level security;
--> statement-breakpoint
-- Officers never see a code: whoever brings it proves itself by saying it.
create policy pick_up_codes_seen on pick_up_codes
  using (app_system() or child_id in (select app_children()))
  with check (app_system() or child_id in (select app_children()));
--> statement-breakpoint
alter table child_hand_overs enable row level security;
--> statement-breakpoint
alter table child_hand_overs force row level security;
--> statement-breakpoint
create policy child_hand_overs_seen on child_hand_overs
  using (app_system() or child_id in (select app_children())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table class_incidents enable row level security;
--> statement-breakpoint
alter table class_incidents force row level security;
--> statement-breakpoint
create policy class_incidents_seen on class_incidents
  using (app_system() or child_id in (select app_children())
    or (child_id is null and exists (select 1 from bookings b where b.session_id = class_incidents.session_id
      and b.child_id in (select app_children()) and b.status in ('booked', 'attended', 'absent')))
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system()
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
alter table child_record_views enable row level security;
--> statement-breakpoint
alter table child_record_views force row level security;
--> statement-breakpoint
create policy child_record_views_seen on child_record_views for select
  using (app_system() or child_id in (select app_children()));
--> statement-breakpoint
create policy child_record_views_added on child_record_views for insert with check (true);
--> statement-breakpoint

-- What keeps a class from opening on a day; empty when nothing does. `staff_id` names whose check is missing.
create function class_gaps(p_session uuid, p_on date) returns table (gap text, staff_id uuid)
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select 'no_staff', null::uuid
    where not exists (select 1 from class_staff s where s.session_id = p_session and s.removed_at is null)
  union all
  select case when s.check_valid_until is null then 'check_missing' else 'check_expired' end, s.id
    from class_staff s where s.session_id = p_session and s.removed_at is null
      and (s.check_valid_until is null or s.check_valid_until < p_on)
  union all
  select 'item_' || i, null
    from unnest(array['insurance', 'fire', 'food', 'pick_up', 'emergency']) i
    where not exists (select 1 from class_checklist c where c.session_id = p_session and c.item = i)
$$;
--> statement-breakpoint
create function refuse_unready_class() returns trigger language plpgsql as $$
begin
  if exists (select 1 from class_gaps(new.session_id, (now() at time zone 'Asia/Shanghai')::date)) then
    raise exception 'a class opens only when every check is there' using errcode = '23514', constraint = 'class_openings_ready';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger class_openings_ready before insert or update on class_openings
  for each row execute function refuse_unready_class();
--> statement-breakpoint

-- Incidents, hand-overs and looks only grow; what is over is forgotten by this door alone.
create function forget_class_records(p_days int, p_view_days int) returns int
language plpgsql security definer set search_path = public, pg_temp set app.system = 'on' as $$
declare gone int; more int;
begin
  delete from class_incidents i using offering_sessions s
    where s.id = i.session_id and s.ends_at < now() - make_interval(days => p_days);
  get diagnostics gone = row_count;
  update child_hand_overs h set person_sealed = null from offering_sessions s
    where s.id = h.session_id and s.ends_at < now() - make_interval(days => p_days) and h.person_sealed is not null;
  get diagnostics more = row_count;
  gone := gone + more;
  delete from child_record_views where at < now() - make_interval(days => p_view_days);
  get diagnostics more = row_count;
  return gone + more;
end $$;
--> statement-breakpoint
revoke update, delete on child_hand_overs, class_incidents, child_record_views from lianxin_app;
--> statement-breakpoint
revoke delete on class_staff, class_openings from lianxin_app;
--> statement-breakpoint
revoke execute on function class_gaps, forget_class_records from public;
--> statement-breakpoint
grant execute on function class_gaps, forget_class_records to lianxin_app;
