import { expect, it } from 'vitest';
import { parse } from './sources.mjs';
import { checkUnionWords } from './union-words.mjs';

it.each([
  [
    'a word of the union in the kernel',
    'lib/dates.ts',
    'export const dayOf = (carveOut) => carveOut.on;\n',
    'says “carve out”, a word of the union',
  ],
  [
    'a file on the list of those that know the union and no longer do',
    'lib/limits/concurrency.ts',
    '// how many a booking waits for\nexport const lanes = 1;\n',
    'take it off the list',
  ],
])('%s is named', (_name, file, text, problem) => {
  expect(checkUnionWords([parse(file, text)]).join('\n')).toContain(problem);
});
