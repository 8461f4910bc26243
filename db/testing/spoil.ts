import { sqlAsOwner } from './index';

/**
 * Plants a row that nobody can write while the work runs: every insert, update or delete of it fails as a
 * broken row would, in the middle of whatever transaction comes to it.
 * @param column of the table, compared as text
 */
export async function withBadRow<T>(
  { table, column, value }: { table: string; column: string; value: string },
  work: () => Promise<T>,
): Promise<T> {
  const sql = sqlAsOwner();
  await sql`create or replace function planted_failure() returns trigger language plpgsql as $$
    begin
      if to_jsonb(coalesce(new, old)) ->> tg_argv[0] = tg_argv[1] then
        raise exception 'planted: this row cannot be written';
      end if;
      return coalesce(new, old);
    end $$`;
  await sql.unsafe(`create trigger aa_planted before insert or update or delete on "${table}"
    for each row execute function planted_failure('${column}', '${value}')`);
  try {
    return await work();
  } finally {
    await sql.unsafe(`drop trigger aa_planted on "${table}"`);
  }
}
