-- 撤销、合并: on what paper, and where its members went; 会籍变化 says why they were carried.
alter table organisations add column successor_id uuid;
--> statement-breakpoint
alter table organisations add column closed_by_document text;
--> statement-breakpoint
alter table organisations add column closing_decided_on date;
--> statement-breakpoint
alter table organisations add constraint organisations_successor_id_organisations_id_fk foreign key (successor_id) references public.organisations (id) on delete no action on update no action;
--> statement-breakpoint
alter table organisations add constraint organisations_successor check (successor_id is null or (successor_id <> id and closed_at is not null));
--> statement-breakpoint
create index organisations_successor_idx on organisations using btree (successor_id) where successor_id is not null;
--> statement-breakpoint
alter table membership_changes drop constraint membership_changes_reason;
--> statement-breakpoint
alter table membership_changes add constraint membership_changes_reason check (reason in ('labour_change', 'laid_off', 'unemployed', 'bankrupt', 'own_wish', 'crime', 'retired', 'military', 'back_at_work', 'union_founded', 'no_dues', 'union_merged', 'union_closed')) not valid;
--> statement-breakpoint
alter table membership_changes validate constraint membership_changes_reason;
