-- 申诉: whoever booked, the child's guardians, and the organiser. Not the member's own union, not even of a training.
alter table absence_excuses enable row level security;
--> statement-breakpoint
alter table absence_excuses force row level security;
--> statement-breakpoint
create policy absence_excuses_seen on absence_excuses
  using (app_system() or account_id = (select app_account())
    or exists (select 1 from bookings b where b.id = booking_id and b.child_id in (select app_children()))
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system() or account_id = (select app_account())
    or exists (select 1 from bookings b where b.id = booking_id and b.child_id in (select app_children()))
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])));
--> statement-breakpoint
-- 评价: the rater and the organiser; the rater's employer and union see averages only.
alter table ratings enable row level security;
--> statement-breakpoint
alter table ratings force row level security;
--> statement-breakpoint
create policy ratings_seen on ratings
  using (app_system() or account_id = (select app_account())
    or organiser_id in (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[])))
  with check (app_system() or account_id = (select app_account()));
--> statement-breakpoint
alter table rating_tasks enable row level security;
--> statement-breakpoint
alter table rating_tasks force row level security;
--> statement-breakpoint
create policy rating_tasks_seen on rating_tasks
  using (app_system() or exists (select 1 from ratings r where r.id = rating_id))
  with check (app_system() or exists (select 1 from ratings r where r.id = rating_id));
