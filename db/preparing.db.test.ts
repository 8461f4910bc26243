import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { database } from './client';
import { organisations } from './schema/organisations';

it('the driver prepares what Drizzle sends once per connection, built and written alike', async () => {
  const names = await database().transaction(async (tx) => {
    for (const name of ['甲', '乙']) {
      await tx.execute(sql`select ${name}::text as "readAloud"`);
      await tx.select({ id: organisations.id }).from(organisations).limit(1);
    }
    return tx.execute<{ statement: string; calls: number }>(
      sql`select statement, generic_plans + custom_plans as calls from pg_prepared_statements`,
    );
  });
  const calls = (part: string) =>
    names.filter(({ statement }) => statement.includes(part)).map((row) => Number(row.calls));
  expect(calls('"readAloud"')).toEqual([2]);
  expect(calls('from "organisations"')).toEqual([2]);
});
