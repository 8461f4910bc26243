-- Whose matters the person asking decides nothing of (回避): the household, and whose roles one has these days with
-- whoever is a guardian of the same child. A role that is lent decides nothing of who lent it.
create function app_recused() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with lenders as (select officer_id as id from deputies_today() where deputy_id = app_account())
  select * from app_household()
  union
  select id from lenders
  union
  select other.account_id from guardians g join guardians other on other.child_id = g.child_id
    where g.account_id in (select id from lenders) and g.status = 'confirmed' and other.status = 'confirmed'
      and other.account_id is not null
$$;
--> statement-breakpoint
revoke execute on function app_recused from public;
--> statement-breakpoint
grant execute on function app_recused to lianxin_app;
