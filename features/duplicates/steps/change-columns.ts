import 'server-only';
import { sql } from 'drizzle-orm';
import type { ColumnChange } from '@/db/schema/duplicates';
import type { Ctx } from '@/lib/ctx';

type Table = ColumnChange['table'];
type Values = Record<string, unknown>;

const keyOf = (table: Table) => sql.identifier(table === 'register_entries' ? 'employer_id' : 'id');
const listOf = (columns: readonly string[]) =>
  sql.join(
    columns.map((column) => sql`r.${sql.identifier(column)}`),
    sql`, `,
  );
const namesOf = (columns: readonly string[]) =>
  sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );

/** These columns of a row as the database says them, or all of them; null for no such row. */
async function readColumns(
  tx: Ctx,
  table: Table,
  id: string,
  columns: readonly string[] | null,
): Promise<Values | null> {
  const [row] = await tx.db.execute<{ found: Values }>(
    sql`select to_jsonb(r) as found from ${sql.identifier(table)} r where r.${keyOf(table)} = ${id}::uuid`,
  );
  if (!row) return null;
  if (!columns) return row.found;
  return Object.fromEntries(columns.map((column) => [column, row.found[column]]));
}

async function setColumns(tx: Ctx, table: Table, id: string, values: Values): Promise<void> {
  const columns = Object.keys(values);
  const name = sql.identifier(table);
  await tx.db.execute(sql`
    update ${name} set (${namesOf(columns)}) = (select ${listOf(columns)}
      from jsonb_populate_record(null::${name}, ${JSON.stringify(values)}::jsonb) r)
    where ${keyOf(table)} = ${id}::uuid`);
}

/**
 * Sets columns of a row and says how they stood, so that it can be undone. Groups that make sense only together
 * (a number with its index) go in one call. As the system.
 * @param values by the database's names of columns, as JSON writes them
 */
export async function changeColumns(
  systemTx: Ctx,
  table: Table,
  id: string,
  values: Values,
): Promise<ColumnChange> {
  const columns = Object.keys(values);
  const before = await readColumns(systemTx, table, id, columns);
  await setColumns(systemTx, table, id, values);
  return { table, id, before, after: await readColumns(systemTx, table, id, columns) };
}

/** Takes a row away, whole. As the system. */
export async function removeRow(systemTx: Ctx, table: Table, id: string): Promise<ColumnChange> {
  const before = await readColumns(systemTx, table, id, null);
  // What leaves the register may do so by a merge alone: the database sees to it.
  await systemTx.db.execute(
    table === 'register_entries'
      ? sql`select remove_merged_entry(${id}::uuid)`
      : sql`delete from ${sql.identifier(table)} where ${keyOf(table)} = ${id}::uuid`,
  );
  return { table, id, before, after: null };
}

/** Puts a whole row in, as `removeRow` gave it or with other values. As the system. */
export async function insertRow(
  systemTx: Ctx,
  table: Table,
  id: string,
  values: Values,
): Promise<ColumnChange> {
  const name = sql.identifier(table);
  await systemTx.db.execute(
    sql`insert into ${name} select * from jsonb_populate_record(null::${name}, ${JSON.stringify(values)}::jsonb)`,
  );
  return { table, id, before: null, after: await readColumns(systemTx, table, id, null) };
}

const equal = (a: Values | null, b: Values | null) => {
  const sorted = (values: Values | null) =>
    values && JSON.stringify(Object.entries(values).sort(([x], [y]) => (x < y ? -1 : 1)));
  return sorted(a) === sorted(b);
};

/**
 * Whether a row still says what a change left in it; who changed it since is not overwritten by an undo. Of a row
 * that was made by it, the columns that somebody may have filled since are looked at too.
 */
export async function isAsLeft(
  systemTx: Ctx,
  { table, id, after }: ColumnChange,
): Promise<boolean> {
  const now = await readColumns(systemTx, table, id, after && Object.keys(after));
  return after === null ? now === null : equal(now, after);
}

/** Takes one change back. The caller asked `isAsLeft`. As the system. */
export async function takeBackChange(
  systemTx: Ctx,
  { table, id, before, after }: ColumnChange,
): Promise<void> {
  if (before === null) await removeRow(systemTx, table, id);
  else if (after === null) await insertRow(systemTx, table, id, before);
  else await setColumns(systemTx, table, id, before);
}

/**
 * Does what only a merge and its undo may do to a line of 企业台账: two days of listing become one. As the system.
 * @returns what `work` returns
 */
export async function whileMerging<T>(systemTx: Ctx, work: () => Promise<T>): Promise<T> {
  await systemTx.db.execute(sql`select set_config('app.merging', 'on', true)`);
  const value = await work();
  await systemTx.db.execute(sql`select set_config('app.merging', '', true)`);
  return value;
}
