import { describe, expect, it } from 'vitest';
import { checkCitations } from './citations.mjs';
import { parse } from './sources.mjs';

const library = [
  { file: 'docs/domain.md', text: '## 1. Members\n\n### 1.1 Unions\n' },
  { file: 'docs/cases.md', text: '| C01 | forty places | ADR 0013 |\n' },
];
const cited = (text, file = 'lib/dates.ts') =>
  checkCitations([parse(file, text)], library).map((line) => line.slice(line.indexOf(': ') + 2));
const full = '// (C01)\n';

describe('what is cited', () => {
  it.each([
    ['a page that is not there', '/** Counts days (trust.md §1.2). */', 'cites trust.md, which'],
    [
      'a section that is not there',
      '/** (docs/domain.md §1.1, §1.9) */',
      'cites docs/domain.md §1.9',
    ],
    ['one broken over two lines', '/**\n * (domain.md\n * §1.4).\n */', 'cites domain.md §1.4'],
    ['the end of a range', '// domain.md §1.1–§1.3', 'cites domain.md §1.3'],
    ['a case that is not listed', '// on the other phone (C99)', 'cites C99, which'],
  ])('must be there: %s', (_what, text, problem) => {
    expect(cited(full + text)).toEqual([expect.stringContaining(problem)]);
  });

  it('may be a title of a test, a comment or a page', () => {
    expect(cited("test('forty places (C01)', () => {});\n", 'lib/dates.test.ts')).toEqual([]);
    expect(cited('/** Forty places (C01), domain.md §1.1. */\n')).toEqual([]);
  });

  it('may be a file that is there', () => {
    const page = {
      file: 'docs/draw.md',
      text: '`lib/dates.ts`, `lib/dates`, `lib/days.ts` (C01)\n',
    };
    const there = (name) => name === 'lib/dates.ts';
    expect(checkCitations([], [...library, page], there)).toEqual([
      'docs/draw.md: names lib/days.ts, which is not there',
    ]);
  });

  it('must be cited by somebody, for a string of the program is no citation', () => {
    expect(cited("const path = 'C01';\n")).toEqual(['lists C01, which nobody cites']);
  });
});
