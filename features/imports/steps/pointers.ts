import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';

interface Reference extends Record<string, unknown> {
  table: string;
  column: string;
}

/** A row of another table that points to one of those that were asked about. */
export interface Pointer {
  readonly table: string;
  readonly id: string;
}

const array = (values: readonly string[]) => `{${values.join(',')}}`;

/**
 * Which of these rows others point to, and from which table. Asked of the catalogue: a table that is made next year
 * is found as well. Run it as the system.
 * @param passedOver tables that go with the row, or say nothing of it
 */
export async function pointersTo(
  systemTx: Ctx,
  target: string,
  ids: readonly string[],
  passedOver: readonly string[],
): Promise<Pointer[]> {
  if (ids.length === 0) return [];
  const references = await systemTx.db.execute<Reference>(sql`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${target}::regclass
      and not (c.conrelid::regclass::text = any (${array(passedOver)}::text[]))
    order by 1, 2`);
  const found: Pointer[] = [];
  for (const { table, column } of references) {
    const rows = await systemTx.db.execute<{ id: string }>(sql`
      select distinct t.${sql.identifier(column)} as id from ${sql.identifier(table)} t
      where t.${sql.identifier(column)} = any (${array(ids)}::uuid[])`);
    found.push(...rows.map(({ id }) => ({ table, id })));
  }
  return found;
}
