import { expect, it } from 'vitest';
import { checkEnums } from './enums.mjs';
import { parse } from './sources.mjs';

const enums = parse('db/schema/enums.ts', "export const kinds = ['a', 'b', 'c'] as const;\n");

it.each([
  ['as an array, in another order', "const mine = ['c', 'a', 'b'];\n"],
  ['as a type', "type Mine = 'a' | 'b' | 'c';\n"],
])('a second list of the values of a column is named: %s', (_name, text) => {
  const all = [parse('features/enrolment/rules.ts', text), enums];
  expect(checkEnums(all).join('\n')).toContain('repeats kinds');
});

it('the values of a column in its table are named', () => {
  const text = "const kind = text('kind', { enum: ['bird', 'fish', 'cat'] });\n";
  expect(checkEnums([parse('db/schema/zoo.ts', text)]).join('\n')).toContain(
    'what a column may be stands in db/schema/enums.ts',
  );
});
