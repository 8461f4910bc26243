-- Functions are called by the words of the glossary (docs/domain.md): a place is taken, not held; who is
-- notified, not told; a rule version is stored, a draw guarded.
alter function place_is_gone rename to is_sold_out;
--> statement-breakpoint
alter function places_held_below rename to places_taken_below;
--> statement-breakpoint
alter function told_of_child rename to account_notified_of_child;
--> statement-breakpoint
alter function is_told_of_child rename to is_notified_of_child;
--> statement-breakpoint
alter function keep_draw rename to guard_draw;
--> statement-breakpoint
alter function keep_rule_version rename to store_rule_version;
--> statement-breakpoint
alter function keep_name_index rename to index_name;
--> statement-breakpoint
alter function keep_organisation_closure rename to maintain_organisation_closure;
--> statement-breakpoint
create or replace function tell_who_may_know() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare child uuid;
begin
  if new.account_id is null then return new; end if;
  child := child_of_notice(new.dedupe_key);
  if child is null or is_notified_of_child(new.account_id, child) then return new; end if;
  new.account_id := account_notified_of_child(child);
  if new.account_id is null then return null; end if;
  return new;
end $$;
--> statement-breakpoint
alter function tell_who_may_know rename to notify_who_may_know;
--> statement-breakpoint
create or replace function hand_on_bookings() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare heir uuid := account_notified_of_child(new.child_id);
begin
  update outbox set status = 'cancelled'
    where status = 'waiting' and account_id = new.account_id and child_of_notice(dedupe_key) = new.child_id;
  if heir is null then return null; end if;
  update bookings set account_id = heir
    where child_id = new.child_id and account_id = new.account_id
      and status in ('entered', 'pending', 'sent_back', 'booked', 'offered', 'waitlisted');
  return null;
end $$;
