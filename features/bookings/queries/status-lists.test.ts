import fs from 'node:fs';
import path from 'node:path';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { bookingStatuses, holdsPlace, isActive } from '../rules/booking';
import { activeStatuses, holdingStatuses } from './status-lists';

const named = (list: SQL): string[] =>
  [...new PgDialect().sqlToQuery(list).sql.matchAll(/'(\w+)'/g)]
    .map(([, name]) => name ?? '')
    .sort();

it('a list of states in a statement is what the rule says', () => {
  expect(named(holdingStatuses)).toEqual(bookingStatuses.filter(holdsPlace).sort());
  expect(named(activeStatuses)).toEqual(bookingStatuses.filter(isActive).sort());
});

it('no statement writes out who holds a place for itself', () => {
  const folder = path.join(import.meta.dirname);
  const own = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test|status-lists)\.ts$/.test(file))
    .filter((file) => {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const lists = [...text.matchAll(/status in \(([^)$]*)\)/g)].map(([, list]) => list ?? '');
      return lists.some((list) => list.includes("'pending'") && list.includes("'attended'"));
    });
  expect(own).toEqual([]);
});
