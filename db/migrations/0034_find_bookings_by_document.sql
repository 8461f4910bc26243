-- The desk finds a booking by a whole document number: of whom it is for, or of the parent who made it. The officer
-- of a town may not see people of other towns who booked there, so ids alone come out; bookings have their own policy.
create function find_by_document(p_indexes text[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp set app.system = 'on' rows 4 as $$
  select unnest(array[id, account_id]) from people where id_index = any (p_indexes)
  union all
  select id from children where id_index = any (p_indexes)
$$;
--> statement-breakpoint
revoke execute on function find_by_document from public;
--> statement-breakpoint
grant execute on function find_by_document to lianxin_app;
