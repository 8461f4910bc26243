-- An entry of 企业台账 is never deleted by whoever works; the undo of an import takes back what that import entered,
-- within its hours, and nothing else.
create function take_back_entries(p_rows uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int;
begin
  delete from register_entries e using import_rows r, imports i
  where i.id = r.import_id and i.book = 'employers' and i.status = 'taking_back' and i.undo_until is not null
    and r.id = any (p_rows) and r.state = 'written' and r.made ->> 'newEntry' = 'true'
    and e.employer_id = (r.made ->> 'employerId')::uuid;
  get diagnostics gone = row_count;
  return gone;
end $$;
--> statement-breakpoint
revoke all on function take_back_entries from public;
--> statement-breakpoint
grant execute on function take_back_entries to lianxin_app;
