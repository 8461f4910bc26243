-- A question of some sessions only (二三年级班、四五年级班); empty means it is asked of all.
alter table question_versions add column session_ids uuid[] not null default '{}'::uuid[];
--> statement-breakpoint
-- For which session the answers were prepared: another one may ask something else.
alter table answer_sheets add column session_id uuid;
--> statement-breakpoint
alter table answer_sheets add constraint answer_sheets_session_id_offering_sessions_id_fk
  foreign key (session_id) references offering_sessions (id);
