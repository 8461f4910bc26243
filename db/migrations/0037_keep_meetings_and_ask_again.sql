-- A session of several days began on its first day even when it did not meet on it. Its start becomes its
-- first meeting and its end its last; one without a weekday met every day, and now says so.
update offering_sessions set details = details || '{"weekdays": [0, 1, 2, 3, 4, 5, 6]}'
where jsonb_array_length(coalesce(details->'weekdays', '[]')) = 0
  and (starts_at at time zone 'Asia/Shanghai')::date < (ends_at at time zone 'Asia/Shanghai')::date
  and (starts_at at time zone 'Asia/Shanghai')::time < (ends_at at time zone 'Asia/Shanghai')::time;
--> statement-breakpoint
with fitting as (
  select s.id, min(d.on_day) as first_on, max(d.on_day) as last_on
  from offering_sessions s
  cross join lateral (
    select g::date as on_day
    from generate_series((s.starts_at at time zone 'Asia/Shanghai')::date,
      (s.ends_at at time zone 'Asia/Shanghai')::date, interval '1 day') g
    where s.details->'weekdays' @> to_jsonb(extract(dow from g)::int)) d
  where jsonb_array_length(coalesce(s.details->'weekdays', '[]')) > 0
    and (s.starts_at at time zone 'Asia/Shanghai')::date < (s.ends_at at time zone 'Asia/Shanghai')::date
  group by s.id)
update offering_sessions s set
  starts_at = (f.first_on + (s.starts_at at time zone 'Asia/Shanghai')::time) at time zone 'Asia/Shanghai',
  ends_at = (f.last_on + (s.ends_at at time zone 'Asia/Shanghai')::time) at time zone 'Asia/Shanghai'
from fitting f
where f.id = s.id
  and (s.starts_at at time zone 'Asia/Shanghai')::time < (s.ends_at at time zone 'Asia/Shanghai')::time;
--> statement-breakpoint
-- No day of its weekdays lies in it, or it runs over a night: one stretch, as it was judged before.
update offering_sessions set details = jsonb_set(details, '{weekdays}', '[]')
where jsonb_array_length(coalesce(details->'weekdays', '[]')) > 0
  and (starts_at at time zone 'Asia/Shanghai')::date < (ends_at at time zone 'Asia/Shanghai')::date
  and not (details->'weekdays' @> to_jsonb(extract(dow from starts_at at time zone 'Asia/Shanghai')::int)
    and details->'weekdays' @> to_jsonb(extract(dow from ends_at at time zone 'Asia/Shanghai')::int));
--> statement-breakpoint
alter table offering_sessions add constraint offering_sessions_meetings check (
  jsonb_array_length(coalesce(details->'weekdays', '[]')) = 0
        or (starts_at at time zone 'Asia/Shanghai')::date = (ends_at at time zone 'Asia/Shanghai')::date
        or (details->'weekdays' @> to_jsonb(extract(dow from starts_at at time zone 'Asia/Shanghai')::int)
          and details->'weekdays' @> to_jsonb(extract(dow from ends_at at time zone 'Asia/Shanghai')::int)));
--> statement-breakpoint
-- What stood as one stretch of days and nights takes only its hours from its holders.
set local app.system = 'on';
--> statement-breakpoint
update bookings b set period = m.period
from offering_sessions s
cross join lateral (
  select range_agg(tstzrange(
    (g::date + (s.starts_at at time zone 'Asia/Shanghai')::time) at time zone 'Asia/Shanghai',
    (g::date + (s.ends_at at time zone 'Asia/Shanghai')::time) at time zone 'Asia/Shanghai')) as period
  from generate_series((s.starts_at at time zone 'Asia/Shanghai')::date,
    (s.ends_at at time zone 'Asia/Shanghai')::date, interval '1 day') g
  where s.details->'weekdays' @> to_jsonb(extract(dow from g)::int)) m
where s.id = b.session_id and jsonb_array_length(s.details->'weekdays') = 7
  and (s.starts_at at time zone 'Asia/Shanghai')::date < (s.ends_at at time zone 'Asia/Shanghai')::date
  and m.period is not null and b.period <> m.period;
--> statement-breakpoint
set local app.system = '';
--> statement-breakpoint
-- Who holds a place in a session that is moved is asked again, and may leave until they say that it suits.
alter table bookings add column answer_by timestamp with time zone;
--> statement-breakpoint
alter table bookings add column may_leave boolean not null default false;
--> statement-breakpoint
create index bookings_answers_idx on bookings (answer_by) where answer_by is not null;
