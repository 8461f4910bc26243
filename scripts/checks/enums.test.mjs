// A second list of the values of a column, in sources that exist only here.
import { expect, it } from 'vitest';
import { checkEnums } from './enums.mjs';
import { parse } from './sources.mjs';

const lists = parse('db/schema/enums.ts', "export const kinds = ['a', 'b', 'c'] as const;\n");
const problemsOf = (file, text) => checkEnums([lists, parse(file, text)]).join('\n');

it.each([
  ['as an array, in another order', "const mine = ['c', 'a', 'b'];\n"],
  ['as a type', "type Mine = 'a' | 'b' | 'c';\n"],
])('a list of a column is refused a second time, %s', (_name, text) => {
  expect(problemsOf('features/draws/rules.ts', text)).toContain('repeats kinds');
});

it('the values of a column in its table are refused', () => {
  const text = "const kind = text('kind', { enum: ['bird', 'fish', 'cat'] });\n";
  expect(problemsOf('db/schema/zoo.ts', text)).toContain('stands in db/schema/enums.ts');
});

it('another list of a feature is its own', () => {
  expect(problemsOf('features/draws/rules.ts', "const mine = ['a', 'b', 'd'];\n")).toBe('');
});
