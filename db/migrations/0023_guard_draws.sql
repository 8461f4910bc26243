-- Each step of a draw is written once: what is published can be checked, but changed by nobody.
create function keep_draw() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a draw stays' using errcode = '42501';
  end if;
  if old.status = 'drawn'
    or (new.id, new.session_id, new.offering_id, new.round, new.algorithm, new.created_at)
      is distinct from (old.id, old.session_id, old.offering_id, old.round, old.algorithm, old.created_at)
    or array_position(array['announced', 'frozen', 'seeded', 'drawn'], new.status)
      < array_position(array['announced', 'frozen', 'seeded', 'drawn'], old.status)
    or (old.commitment is not null and new.commitment is distinct from old.commitment)
    or (old.status <> 'announced'
      and (new.seed_source, new.seed_on, new.fallback_on, new.entries, new.entries_text, new.entries_hash, new.frozen_at)
        is distinct from (old.seed_source, old.seed_on, old.fallback_on, old.entries, old.entries_text, old.entries_hash, old.frozen_at))
    or (old.seed is not null
      and (new.seed_label, new.seed, new.seeded_at) is distinct from (old.seed_label, old.seed, old.seeded_at)) then
    raise exception 'this step of the draw is done' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger draws_step_by_step before update or delete on draws
  for each row execute function keep_draw();
--> statement-breakpoint
create trigger draw_entries_append_only before update or delete on draw_entries
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger draw_results_append_only before update or delete on draw_results
  for each statement execute function refuse_change();
--> statement-breakpoint
revoke delete on draws, draw_witnesses, draw_objections, booking_claims from lianxin_app;
--> statement-breakpoint
revoke update, delete on draw_entries, draw_results from lianxin_app;
--> statement-breakpoint
alter table draw_entries enable row level security;
--> statement-breakpoint
alter table draw_entries force row level security;
--> statement-breakpoint
create policy draw_entries_seen on draw_entries
  using (app_system() or exists (select 1 from bookings b where b.id = booking_id))
  with check (app_system() or exists (select 1 from bookings b where b.id = booking_id));
--> statement-breakpoint
alter table booking_claims enable row level security;
--> statement-breakpoint
alter table booking_claims force row level security;
--> statement-breakpoint
create policy booking_claims_seen on booking_claims
  using (app_system() or exists (select 1 from bookings b where b.id = booking_id))
  with check (app_system() or exists (select 1 from bookings b where b.id = booking_id));
--> statement-breakpoint
alter table draw_objections enable row level security;
--> statement-breakpoint
alter table draw_objections force row level security;
--> statement-breakpoint
-- Who asked, and the organiser's officers (whoever manages the draw's offering).
create policy draw_objections_seen on draw_objections
  using (app_system() or account_id = (select app_account())
    or draw_id in (select d.id from draws d join offerings o on o.id = d.offering_id
      where o.organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check (app_system() or account_id = (select app_account())
    or draw_id in (select d.id from draws d join offerings o on o.id = d.offering_id
      where o.organisation_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
