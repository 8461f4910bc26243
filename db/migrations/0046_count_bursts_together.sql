-- Requests of the last seconds, counted for all web processes at once. Unlogged: nothing of it is worth
-- a write to disk, and after a crash everybody begins anew.
create unlogged table bursts (
  scope text not null,
  subject text not null,
  window_start timestamptz not null,
  count integer not null,
  constraint bursts_scope_subject_pk primary key (scope, subject)
);
--> statement-breakpoint
revoke all on bursts from lianxin_app;
--> statement-breakpoint
-- The narrowest limit first: whoever is stopped by it is not counted by the next.
create function count_burst(p_scopes text[], p_subjects text[], p_most int[], p_seconds int[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare counted int; ends timestamptz; span interval;
begin
  for n in 1 .. cardinality(p_scopes) loop
    span := make_interval(secs => p_seconds[n]);
    insert into bursts as b (scope, subject, window_start, count)
    values (p_scopes[n], p_subjects[n], now(), 1)
    on conflict (scope, subject) do update set
      count = case when b.window_start <= now() - span then 1 else b.count + 1 end,
      window_start = case when b.window_start <= now() - span then now() else b.window_start end
    returning b.count, b.window_start + span into counted, ends;
    if counted > p_most[n] then
      return greatest(1, ceil(extract(epoch from ends - now())))::int;
    end if;
  end loop;
  return 0;
end $$;
--> statement-breakpoint
create or replace function forget_old_attempts() returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from bursts where window_start < now() - interval '1 hour';
  delete from rate_limits where window_start < now() - interval '2 days'
$$;
--> statement-breakpoint
revoke execute on function count_burst from public;
--> statement-breakpoint
grant execute on function count_burst to lianxin_app;
