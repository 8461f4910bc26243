import fs from 'node:fs';
import path from 'node:path';
import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { bookingStatuses } from '@/db/schema/enums';
import { holdsPlace, isActive } from '../rules/booking';
import { activeStatuses, holdingStatuses, overStatuses, rollStatuses } from './status-lists';

const named = (list: SQL): string[] =>
  [...new PgDialect().sqlToQuery(list).sql.matchAll(/'(\w+)'/g)]
    .map(([, name]) => name ?? '')
    .sort();

it('a list of states in a statement is what the rule says', () => {
  expect(named(holdingStatuses)).toEqual(bookingStatuses.filter(holdsPlace).sort());
  expect(named(activeStatuses)).toEqual(bookingStatuses.filter(isActive).sort());
  expect(named(overStatuses)).toEqual(bookingStatuses.filter((s) => !isActive(s)).sort());
  expect(named(rollStatuses)).toEqual(['absent', 'attended', 'booked']);
});

it('no statement writes out for itself who holds a place, is on a roll or is over', () => {
  const folder = 'features';
  const own = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    // Families stand below bookings and import nothing of them.
    .filter((file) => /(?<!\.test|status-lists)\.ts$/.test(file) && !file.startsWith('family/'))
    .filter((file) => {
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const lists = [...text.matchAll(/status (?:not )?in \(([^)$]*)\)/g)].map(
        ([, list]) => list ?? '',
      );
      const own = [
        ["'pending'", "'attended'"],
        ["'attended'", "'absent'"],
        ["'not_drawn'", "'lapsed'"],
      ];
      return lists.some((list) => own.some((pair) => pair.every((name) => list.includes(name))));
    });
  expect(own).toEqual([]);
});
