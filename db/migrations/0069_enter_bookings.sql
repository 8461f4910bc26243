-- 代办: which officer entered a booking for somebody at the counter or on the telephone; null for their own.
alter table bookings add column entered_by uuid;
--> statement-breakpoint
alter table bookings add constraint bookings_entered_by_accounts_id_fk foreign key (entered_by) references public.accounts (id) on delete no action on update no action;
