import { describe, expect, it } from 'vitest';
import { faultsOf, nameOf, planted } from './faults.mjs';
import { relatedTests, roomOf } from './related.mjs';

const of = (text) => faultsOf('features/zoo/rules/fits.ts', text);
const made = (text) => of(text).map((fault) => `${fault.kind}: ${planted(text, fault)}`);

describe('a planted fault', () => {
  it.each([
    ['f(a < b);', ['call: ;', 'boundary: f(a <= b);', 'comparison: f(a >= b);']],
    ['x = a === 1;', ['comparison: x = a !== 1;']],
    ['x = a && !b;', ['boolean: x = a || !b;', 'boolean: x = a && b;']],
    ['x = n * 2;', ['arithmetic: x = n / 2;']],
    ['x = a ?? 0;', ['null: x = a;']],
    ['const f = () => g;', ['return: const f = () => null;']],
    [
      'if (late) stop();',
      ['condition: if (true) stop();', 'condition: if (false) stop();', 'call: if (late) ;'],
    ],
    ['x = late ? 1 : 2;', ['condition: x = true ? 1 : 2;', 'condition: x = false ? 1 : 2;']],
  ])('of %s changes one thing', (text, expected) => {
    expect(made(text)).toEqual(expected);
  });

  it.each([
    'type A = true | null;',
    "import 'server-only';",
    "x = 'a' + b;",
    'const f = () => null;',
  ])('is not made of %s, where it would change nothing or not even run', (text) =>
    expect(made(text)).toEqual([]),
  );

  it('keeps its name when lines move', () => {
    const [here] = of('x = a < b;');
    const [there] = of('\n\nx = a < b;');
    expect([here.line, there.line]).toEqual([1, 3]);
    expect(nameOf(here)).toBe(nameOf(there));
  });

  it('is named by what its operator stands in, so that two of a kind are told apart', () => {
    expect(of('x = a && b; y = c && d;').map(nameOf)).toEqual([
      'features/zoo/rules/fits.ts boolean a && b: && → ||',
      'features/zoo/rules/fits.ts boolean c && d: && → ||',
    ]);
  });
});

describe('tests related to a file', () => {
  it('are those that come to it by imports, the nearest first, each in its level', () => {
    const by = new Map([
      ['lib/a.ts', ['lib/b.ts', 'lib/a.test.ts']],
      ['lib/b.ts', ['features/zoo/b.test.ts', 'features/zoo/b.db.test.ts', 'e2e/c.http.test.ts']],
    ]);
    expect(relatedTests(by, 'lib/a.ts')).toEqual({
      unit: ['lib/a.test.ts', 'features/zoo/b.test.ts'],
      integration: ['features/zoo/b.db.test.ts'],
    });
  });

  it('belong to the room of their folder', () => {
    const files = ['features/zoo/rules/fits.ts', 'lib/auth/a.ts', 'lib/dates.ts'];
    expect(files.map(roomOf)).toEqual(['zoo', 'lib/auth', 'lib']);
  });
});
