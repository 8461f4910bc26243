import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { rollStatuses } from '@/features/bookings/queries/status-lists';
import { onTheRoll } from './attendance';

it('a statement counts the same states as on the roll as the rule does', () => {
  const { sql } = new PgDialect().sqlToQuery(rollStatuses);
  const named = [...sql.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  expect(named.sort()).toEqual([...onTheRoll].sort());
});
