-- 换届, 变更, 注销 and 补证 of a union are matters of the same make as its 建会: steps that are only ever added.
alter table foundings add column kind text not null default 'founding';
--> statement-breakpoint
alter table foundings add constraint foundings_union check (kind = 'founding' or organisation_id is not null);
--> statement-breakpoint
drop index foundings_organisation_idx;
--> statement-breakpoint
create unique index foundings_organisation_idx on foundings (organisation_id) where kind = 'founding';
--> statement-breakpoint
create index foundings_affairs_idx on foundings (organisation_id, kind);
--> statement-breakpoint
-- A change of a registered union has thirty days: a deadline of the matter.
create or replace function clock_subject_seen(p_kind text, p_id uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select case p_kind
    when 'application' then exists (select 1 from membership_applications where id = p_id)
    when 'booking' then exists (select 1 from bookings where id = p_id)
    when 'transfer_request' then exists (select 1 from transfer_requests where id = p_id)
    when 'transfer' then exists (select 1 from transfers where id = p_id)
    when 'founding' then exists (select 1 from foundings where id = p_id)
    else false end
$$;
