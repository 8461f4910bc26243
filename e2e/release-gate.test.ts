import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const folders = ['app', 'components', 'db', 'e2e', 'features', 'lib', 'scripts'];

/** The attacks that must be refused before anything is released (docs/cases.md). */
const gate = {
  'signing in': ['A04', 'A14', 'A16', 'A21'],
  'who may': ['Z01', 'Z02', 'Z06', 'Z10', 'Z12', 'Z21', 'Z22'],
  'what is typed': ['N01', 'N11', 'N17', 'N19', 'N22'],
  'at the same moment': ['C01', 'C02', 'C03', 'C06', 'C10'],
  'when something fails': ['F01', 'F05', 'F16'],
  'personal data': ['P01'],
};

const sources = folders.flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.(test|spec|cases)\.(tsx?|mjs)$/.test(file) && !file.includes('release-gate'),
    )
    .map((file) => fs.readFileSync(path.join(root, folder, file), 'utf8')),
);

/** Titles of tests only: a case named in a comment proves nothing. */
const titles = sources.flatMap((source) =>
  [...source.matchAll(/\b(?:describe|it|test)\b[\s\S]{0,400}?(['`"])((?:(?!\1)[^\n])+)\1/g)].map(
    ([, , title]) => title ?? '',
  ),
);

test.each(Object.entries(gate))('every attack of the release gate has its test: %s', (_of, ids) => {
  const open = ids.filter((id) => !titles.some((title) => new RegExp(`\\b${id}\\b`).test(title)));
  expect(open).toEqual([]);
});
