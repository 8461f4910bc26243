-- 请假: why somebody whom the officer excuses did not come, in a word. No illness is asked for or stored.
alter table absence_excuses add column cause text;
--> statement-breakpoint
alter table absence_excuses add constraint absence_excuses_cause
  check (cause is null or (status = 'excused' and cause in ('asked', 'work', 'family', 'other')));
--> statement-breakpoint
alter table check_ins add column cause text;
--> statement-breakpoint
alter table check_ins add constraint check_ins_cause
  check (cause is null or (kind = 'excused' and cause in ('asked', 'work', 'family', 'other')));
