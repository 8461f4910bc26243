-- 会籍的一生: its states, the log of what happened to it, and what is asked for.
alter table memberships add column previous_id uuid;
--> statement-breakpoint
alter table memberships add column moved_in_on date;
--> statement-breakpoint
alter table memberships add constraint memberships_previous_id_memberships_id_fk foreign key (previous_id) references public.memberships (id) on delete no action on update no action;
--> statement-breakpoint
-- 会员号 stays through a transfer: the old row and the new one carry the same.
drop index memberships_number_idx;
--> statement-breakpoint
create unique index memberships_number_idx on memberships using btree (member_no) where status <> 'left';
--> statement-breakpoint
create unique index memberships_previous_idx on memberships using btree (previous_id);
--> statement-breakpoint
create index memberships_any_number_idx on memberships using btree (member_no);
--> statement-breakpoint
alter table memberships add constraint memberships_status check (status in ('provisional', 'regular', 'retained', 'left'));
--> statement-breakpoint
alter table memberships add constraint memberships_moved_in check ((previous_id is null) = (moved_in_on is null));
--> statement-breakpoint
alter table membership_changes add column note text;
--> statement-breakpoint
alter table membership_changes add constraint membership_changes_type check (type in ('joined', 'confirmed', 'moved_in', 'retained', 'restored', 'moved_out', 'resigned', 'lapsed', 'expelled'));
--> statement-breakpoint
alter table membership_changes add constraint membership_changes_reason check (reason in ('labour_change', 'laid_off', 'unemployed', 'bankrupt', 'own_wish', 'crime', 'retired', 'military', 'back_at_work', 'union_founded', 'no_dues'));
--> statement-breakpoint
alter table transfer_requests add column change_reason text;
--> statement-breakpoint
alter table transfer_requests add column change_on date;
--> statement-breakpoint
alter table transfer_requests add column talked_on date;
--> statement-breakpoint
alter table transfer_requests add column talked_by uuid;
--> statement-breakpoint
alter table transfer_requests add column talk_note text;
--> statement-breakpoint
alter table transfer_requests add constraint transfer_requests_talked_by_accounts_id_fk foreign key (talked_by) references public.accounts (id) on delete no action on update no action;
--> statement-breakpoint
alter table transfer_requests drop constraint transfer_requests_kind;
--> statement-breakpoint
alter table transfer_requests add constraint transfer_requests_kind check (kind in ('joining', 'move', 'work', 'leave', 'retain', 'restore'));
--> statement-breakpoint
alter table transfer_requests add constraint transfer_requests_talk check ((talked_on is null) = (talked_by is null));
