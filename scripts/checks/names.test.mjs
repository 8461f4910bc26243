import { describe, expect, it } from 'vitest';
import { checkNames } from './names.mjs';
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
