// There is one way of one thing: each second way is written once here, and the check must say so.
import { describe, expect, it } from 'vitest';
import { checkEverywhere } from './everywhere.mjs';
import { checkRooms } from './features.mjs';
import { parse } from './sources.mjs';

const of = (name) => `features/enrolment/${name}`;

const second = [
  [
    'a name of the ledger put together',
    of('commands/decide.ts'),
    'await recordAudit(tx, { action: ' + '`book_$' + '{how}` });\n',
    'a table over the states says it',
  ],
  [
    'a name of the ledger by a choice in a choice',
    of('commands/decide.ts'),
    'await recordAudit(tx, { action: ' + "a ? 'x' : b ? 'y' : 'z' });\n",
    'a table over the states says it',
  ],
  [
    'a tab of an offering made by hand',
    'app/(admin)/desk/offerings/[id]/page.tsx',
    'export const Page = () => <Offering' + 'Frame />;\n',
    'offeringTab(…) makes its pages',
  ],
  [
    'a list of weekdays of its own',
    of('rules/days.ts'),
    `const days = ['周日', ` + `'周一'];\n`,
    'days said in words of its own',
  ],
  [
    'one federation in the code',
    'features/identity/words.ts',
    "export const who = '" + "港南区总工会';\n",
    'uses the name or hotline of one federation',
  ],
  [
    'a search read from an address as it stands',
    'features/members/schema/members.ts',
    'export const q = search' + 'Words;\n',
    'uses words from an address as they stand',
  ],
  [
    'a page that does something when it is drawn',
    'app/(admin)/desk/page.tsx',
    "import { open } from '@/features/review/commands/open-for-review';\n",
    'uses a command to draw a page',
  ],
  [
    'a page that acts as the system',
    'app/page.tsx',
    'export const seats = (ctx) => bySystem(ctx, count);\n',
    'may write',
  ],
];

describe('a second way of one thing', () => {
  it.each(second)('is refused for %s', (_name, file, text, problem) => {
    expect(checkEverywhere([parse(file, text)]).join('\n')).toContain(problem);
  });
});

describe('a room', () => {
  const files = (...names) => names.map((name) => parse(of(name), 'export {};\n'));

  it.each([
    ['rules.ts', 'rules/days.ts'],
    ['schema.ts', 'schema/booking.ts'],
    ['words.ts', 'words/refusals.ts'],
  ])('has not both %s and %s', (file, inside) => {
    expect(checkRooms(files(file, inside))).toEqual([
      expect.stringContaining('one of them holds it all'),
    ]);
  });

  it('may have either, and a test beside the folder', () => {
    expect(checkRooms(files('rules/days.ts', 'schema.ts', 'rules.test.ts'))).toEqual([]);
  });
});
