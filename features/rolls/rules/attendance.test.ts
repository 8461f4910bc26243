import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { rollStatuses } from '@/features/bookings/queries/status-lists';
import { markedTogether, onTheRoll } from './attendance';

it('a statement counts the same states as on the roll as the rule does', () => {
  const { sql } = new PgDialect().sqlToQuery(rollStatuses);
  const named = [...sql.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  expect(named.sort()).toEqual([...onTheRoll].sort());
});

it('全部标记 moves those who carry no mark, 全部撤销 those who do', () => {
  expect(markedTogether('attended')).toEqual(['booked']);
  expect(markedTogether('absent')).toEqual(['booked']);
  expect(markedTogether('booked')).toEqual(['attended', 'absent']);
});
