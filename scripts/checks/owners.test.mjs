// A table written by a stranger, in sources that exist only here.
import { expect, it } from 'vitest';
import { checkOwners } from './owners.mjs';
import { parse } from './sources.mjs';

const problemsOf = (file, text) => checkOwners([parse(file, text)]).join('\n');

it.each([
  [
    'a place given past the lock',
    'features/attendance/commands/release.ts',
    'await tx.db.' + 'execute(sql`update session_capacity set taken = 0`);\n',
    'writes session_capacity; its owner is features/places/steps/',
  ],
  [
    'a booking moved by a stranger, in plain SQL',
    'features/ratings/commands/rate.ts',
    'await tx.db.execute(sql`' + "update bookings set status = 'attended'`);\n",
    'writes bookings; its owner is features/bookings/steps/',
  ],
  [
    'rows of its own room written by a command, though a lock guards them',
    'features/places/commands/set-carve-out.ts',
    'await tx.db.execute(sql`delete ' + 'from carve_outs`);\n',
    'writes carve_outs; its owner is features/places/steps/',
  ],
  [
    'a table that no room owns',
    'db/schema/zoo.ts',
    "export const animals = pgTable('animals', {});\n",
    'animals has no owner',
  ],
])('the owners of tables say no to %s', (_name, file, text, problem) => {
  expect(problemsOf(file, text)).toContain(problem);
});

it('a step of the owner writes its rows', () => {
  const text = 'await tx.db.execute(sql`delete ' + 'from carve_outs`);\n';
  expect(problemsOf('features/places/steps/make-places.ts', text)).toBe('');
});
