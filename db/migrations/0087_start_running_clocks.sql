-- Cases that wait already get the deadline that was promised: as many working days as lie between its day 0 and its
-- due day. The owner of the tables may be bound by their policies, so these rest meanwhile.
alter table membership_applications no force row level security;
--> statement-breakpoint
alter table bookings no force row level security;
--> statement-breakpoint
alter table clocks no force row level security;
--> statement-breakpoint
with waiting as (
  select 'application' as subject_kind, a.id as subject_id, 'application_answer' as kind,
    (a.submitted_at at time zone 'Asia/Shanghai')::date as start_on, a.due_on, a.submitted_at as started_at,
    a.reminded_at as warned_at, a.escalated_at as expired_at
  from membership_applications a
  where a.status in ('submitted', 'in_review') and a.due_on is not null and a.submitted_at is not null
  union all
  select 'booking', b.id, 'booking_answer', (b.created_at at time zone 'Asia/Shanghai')::date, b.due_on, b.created_at,
    null, null
  from bookings b where b.status = 'pending' and b.due_on is not null)
insert into clocks (id, subject_kind, subject_id, kind, start_on, unit, length, rolls_over, silence, warn_before, pauses,
  due_on, late_at, warn_on, provisional, calendar_version, started_at, warned_at, expired_at)
select gen_random_uuid(), w.subject_kind, w.subject_id, w.kind, w.start_on, 'workday', d.n, false, 'overdue', 0,
  '[]'::jsonb, w.due_on, (w.due_on + 1)::timestamp at time zone 'Asia/Shanghai', w.due_on, false,
  (select coalesce(max(version), 0) from calendar_versions), w.started_at, w.warned_at, w.expired_at
from waiting w
cross join lateral (
  select count(*)::smallint as n from generate_series(w.start_on + 1, w.due_on, interval '1 day') g(day)
  left join holidays h on h."on" = g.day::date
  where h.kind = 'work' or (h.kind is null and extract(isodow from g.day) < 6)) d;
--> statement-breakpoint
alter table membership_applications force row level security;
--> statement-breakpoint
alter table bookings force row level security;
--> statement-breakpoint
alter table clocks force row level security;
