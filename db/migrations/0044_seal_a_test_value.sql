-- A value of each key, kept since the first start: who starts with another key is told before anyone is served.
create table lianxin_private.key_checks (
  name text primary key,
  value text not null,
  made_at timestamptz not null default now()
);
--> statement-breakpoint
create function read_key_checks() returns table (name text, value text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select name, value from lianxin_private.key_checks
$$;
--> statement-breakpoint
revoke execute on function read_key_checks from public;
--> statement-breakpoint
grant execute on function read_key_checks to lianxin_app;
