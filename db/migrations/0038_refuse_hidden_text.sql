-- The second net under lib/text.ts: whatever way a text came, nothing that turns it round, nothing that a
-- failed decoding left, no letter under a pile of marks, and nothing that is invisible as a whole.
create function is_plain_text(given text) returns boolean language sql immutable parallel safe
set search_path = pg_catalog as $$
  select given is null or (
    given !~ '[\u202A-\u202E\u2066-\u2069\uFFFD]'
    and given !~ '[\u0300-\u036F]{7}'
    and given !~ '^\s*[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF][\s\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]*$'
  )
$$;
--> statement-breakpoint
revoke execute on function is_plain_text from public;
--> statement-breakpoint
grant execute on function is_plain_text to lianxin_app;
--> statement-breakpoint
-- Every column that holds text, of every table, also of those that come later: run after each migration.
-- Rows from before are left as they are (not valid); changing one asks for plain text.
create function guard_text_columns() returns void language plpgsql set search_path = pg_catalog, public as $$
declare
  one record;
begin
  for one in
    select c.oid::regclass as name, c.relname || '_plain_text' as rule, p.oid as known,
      array_agg(a.attnum order by a.attnum) as columns,
      p.conkey as covered,
      string_agg(format('is_plain_text(%I::text)', a.attname), ' and ' order by a.attnum) as asks
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'text[]'::regtype)
    left join pg_constraint p on p.conrelid = c.oid and p.conname = c.relname || '_plain_text'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.oid, c.relname, p.oid, p.conkey
  loop
    continue when one.known is not null
      and one.covered @> one.columns and one.columns @> one.covered;
    if one.known is not null then
      execute format('alter table %s drop constraint %I', one.name, one.rule);
    end if;
    execute format('alter table %s add constraint %I check (%s) not valid', one.name, one.rule, one.asks);
  end loop;
end $$;
--> statement-breakpoint
revoke execute on function guard_text_columns from public;
