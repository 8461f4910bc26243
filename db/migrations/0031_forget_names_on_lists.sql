-- A line of a list stays, its outcome too; the name on it goes when the person asks or the time is over.
drop trigger unit_list_rows_append_only on unit_list_rows;
--> statement-breakpoint
grant update (name_masked, phone_tail, words, person_id) on unit_list_rows to lianxin_app;
