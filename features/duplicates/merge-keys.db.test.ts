import { describe, expect, it } from 'vitest';
import { sqlAsOwner } from '@/db/testing';

// Each new table broke merging elsewhere once (domain.md §2.4): here it makes this test red until its migration
// says what a merge does with it.
const catalogue = () => sqlAsOwner()<{ key: string }[]>`
  select k.kind || ' ' || c.conrelid::regclass || '.' || a.attname as key
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
  join (values ('person', 'people'), ('account', 'accounts'), ('employer', 'employers')) k(kind, name)
    on c.confrelid = k.name::regclass
  where c.contype = 'f'
  union select case x.column_name when 'employer_id' then 'employer' when 'attendee_id' then 'person'
      when 'person_id' then 'person' else 'account' end || ' ' || x.table_name || '.' || x.column_name
    from information_schema.columns x join pg_tables t on t.tablename = x.table_name and t.schemaname = 'public'
    where x.table_schema = 'public' and x.data_type = 'uuid'
      and x.column_name ~ '(^|_)(account_id|person_id|attendee_id|employer_id|by_account)$'
      and not exists (select 1 from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid
        and a.attnum = any (c.conkey) where c.contype = 'f' and c.conrelid = x.table_name::regclass
        and a.attname = x.column_name and c.confrelid in ('people'::regclass, 'accounts'::regclass, 'employers'::regclass))
  order by 1`;

const keys = () =>
  sqlAsOwner()<
    { key: string; rule: string; label: string | null; made_column: string | null }[]
  >`select kind || ' ' || table_name || '.' || column_name as key, rule, label, made_column from merge_keys order by 1`;

describe('what a merge does', () => {
  it('is said for each column that names a person, an account or an employer', async () => {
    const said = new Set((await keys()).map(({ key }) => key));
    expect((await catalogue()).map(({ key }) => key).filter((key) => !said.has(key))).toEqual([]);
  });

  it('is said of no column that there is not', async () => {
    const columns = new Set(
      (
        await sqlAsOwner()<{ name: string }[]>`
          select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`
      ).map(({ name }) => name),
    );
    const lines = await keys();
    const missing = lines.filter(({ key, made_column: made }) => {
      const column = key.split(' ')[1] ?? '';
      const table = column.split('.')[0] ?? '';
      return !columns.has(column) || (made !== null && !columns.has(`${table}.${made}`));
    });
    expect(missing).toEqual([]);
    expect(lines.length).toBeGreaterThan(100);
  });

  it('leaves who decided, entered or looked as it was', async () => {
    const moved = (await keys()).filter(({ rule }) => rule === 'move').map(({ key }) => key);
    const authors = /_by$|officer_id|deputy_id|actor_account_id|responsible_id/;
    expect(moved.filter((key) => authors.test(key))).toEqual(['account guardians.invited_by']);
  });
});
