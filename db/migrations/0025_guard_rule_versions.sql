-- Every change of an offering's rules is a version, whoever makes it. A command that knows the reason
-- writes its row first; the row of anything else is written here, without one.
create trigger offering_rule_versions_append_only before update or delete on offering_rule_versions
  for each statement execute function refuse_change();
--> statement-breakpoint
revoke update, delete on offering_rule_versions from lianxin_app;
--> statement-breakpoint
create function count_rule_version() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if new.rules is distinct from old.rules and new.rules_version = old.rules_version then
    new.rules_version := old.rules_version + 1;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger offerings_count_rule_version before update of rules on offerings
  for each row execute function count_rule_version();
--> statement-breakpoint
create function keep_rule_version() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  insert into offering_rule_versions (offering_id, version, rules, changed_by)
    values (new.id, new.rules_version, new.rules, app_account())
    on conflict (offering_id, version) do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger offerings_keep_rule_version after insert or update of rules on offerings
  for each row execute function keep_rule_version();
--> statement-breakpoint
insert into offering_rule_versions (offering_id, version, rules, changed_at, changed_by)
  select id, rules_version, rules, created_at, created_by from offerings
  on conflict do nothing;
--> statement-breakpoint
-- 按镇街、按单位的名额: how many places of a session the people of a union and of those below it hold.
-- A number only, so that a booking may ask under the capacity lock without seeing anybody's row.
create function places_held_below(p_session uuid, p_organisation uuid) returns int
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' as $$
  select count(*)::int from bookings b
  where b.session_id = p_session
    and b.status in ('pending', 'sent_back', 'booked', 'offered', 'attended', 'absent')
    and exists (select 1 from organisation_closure c
      where c.descendant_id = b.organisation_id and c.ancestor_id = p_organisation)
$$;
