// How many files a reader opens to follow one booking from the form to the last row that it writes.
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../launch/install.mjs';
import { imports, parse } from './sources.mjs';

const room = 'features/enrolment';
const open = (file) => parse(file, fs.readFileSync(path.join(root, file), 'utf8'));

/** The files of features that a file calls into; types are read where they are used. */
const calledBy = (file) =>
  imports(open(file))
    .filter(({ from, typeOnly }) => !typeOnly && /^(\.|@\/features\/)/.test(from))
    .map(({ from }) =>
      from.startsWith('@/') ? from.slice(2) : path.posix.join(path.posix.dirname(file), from),
    );

it('a booking is followed through at most twenty files', () => {
  const files = new Set([
    `${room}/actions`,
    ...calledBy(`${room}/commands/request-place.ts`),
    ...calledBy(`${room}/commands/book-place.ts`),
    ...calledBy(`${room}/steps/take-place-for.ts`),
  ]);
  expect(files).toContain('features/places/steps/lock-places');
  expect([...files].length).toBeLessThanOrEqual(20);
});
