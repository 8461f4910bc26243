import { describe, expect, it } from 'vitest';
import { checkHomonyms, checkNames } from './names.mjs';
import { parse } from './sources.mjs';

const file = (name, text) => parse(name, text);

describe('an exported name', () => {
  it('stands once, as a value or as a type', () => {
    const both = [
      file('lib/a.ts', 'export const placeOf = 1;\n'),
      file('features/zoo/rules/b.ts', 'export type placeOf = 1;\n'),
    ];
    expect(checkNames(both)).toEqual([
      'features/zoo/rules/b.ts: exports placeOf as lib/a.ts does; call one of them what it is',
    ]);
  });

  it('may be a value and a type of one file, and a test’s own', () => {
    const one = [
      file('lib/a.ts', 'export const kind = 1;\nexport type kind = number;\n'),
      file('lib/a.test.ts', 'export const kind = 2;\n'),
    ];
    expect(checkNames(one)).toEqual([]);
  });

  it('may stand in every room where lists are made of it', () => {
    const rooms = ['zoo', 'inn'].map((room) =>
      file(`features/${room}/personal-data.ts`, 'export const personalData = {};\n'),
    );
    expect(checkNames(rooms)).toEqual([]);
  });
});

describe('a word of several meanings', () => {
  it.each([
    ['a value', 'const held = 1;'],
    ['a part taken out', 'const { a: held } = b;'],
    ['a parameter', 'const lock = (held) => 1;'],
    ['a function', 'function held() {}'],
    ['a field of a type', 'interface A { held: number }'],
    ['a field', 'const a = { held: 1 };'],
  ])('is no name of %s', (_what, text) => {
    expect(checkHomonyms([file('features/places/rules/a.ts', text)])).toEqual([
      expect.stringContaining('places/rules/a.ts: held has meant too much; say locked'),
    ]);
  });

  it.each(['told', 'kept', 'standing', 'barred', 'judged'])('is no name: %s', (word) => {
    expect(checkHomonyms([file('lib/a.ts', `const ${word} = 1;`)])).toHaveLength(1);
  });

  it.each([
    ['in its one meaning', 'features/attendance/rules/rate.ts', 'const rate = { held: 5 };'],
    ['where it is posted', 'features/corrections/schema.ts', 'const input = { told: 1 };'],
    ['in a comment or a text', 'lib/a.ts', "/** Who is barred. */ const a = 'barred';"],
    ['read of what another gave', 'lib/a.ts', 'const a = rate.held;'],
    ['in a test', 'lib/a.test.ts', 'const told = 1;'],
  ])('may stand %s', (_where, name, text) => {
    expect(checkHomonyms([file(name, text)])).toEqual([]);
  });
});
