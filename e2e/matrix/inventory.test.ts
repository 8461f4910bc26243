import { expect, test } from 'vitest';
import { actionRows } from './expectations/actions';
import { handlerRows } from './expectations/handlers';
import { pageRows } from './expectations/pages';
import { actionNames, handlers, pages } from './inventory';

const missing = (there: readonly string[], rows: Record<string, unknown>) =>
  there.filter((name) => !(name in rows));
const gone = (there: readonly string[], rows: Record<string, unknown>) =>
  Object.keys(rows).filter((name) => !there.includes(name));

// A red line here means: add (or take away) the row in e2e/matrix/expectations.
test.each([
  ['page', pages(), pageRows],
  ['route handler', handlers(), handlerRows],
  ['server action', actionNames(), actionRows],
])('every %s has a row that says who gets what (Z01)', (_what, there, rows) => {
  expect(there.length).toBeGreaterThan(0);
  expect({ withoutRow: missing(there, rows), gone: gone(there, rows) }).toEqual({
    withoutRow: [],
    gone: [],
  });
});
