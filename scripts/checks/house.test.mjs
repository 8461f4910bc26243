// Each law of the product is broken once, in a source that exists only here: the check must say so.
import { describe, expect, it } from 'vitest';
import { checkActionNames } from './action-names.mjs';
import { checkDocstrings } from './docstrings.mjs';
import { checkEverywhere } from './everywhere.mjs';
import { checkFeatures } from './features.mjs';
import { checkRowPolicies } from './past-row-policies.mjs';
import { parse } from './sources.mjs';

const problemsOf = (file, text, ...others) => {
  const all = [parse(file, text), ...others];
  const problems = [
    ...checkFeatures(all),
    ...checkEverywhere(all),
    ...checkActionNames(all),
    ...checkDocstrings(all),
    ...checkRowPolicies(all),
  ];
  return problems.map((line) => line.slice(file.length + 2));
};
const of = (name) => `features/enrolment/${name}`;
const doc = '/** Books a place. */\n';
const server = "import 'server-only';\n";
const lines = (count) => 'export {};\n'.repeat(count);
const command = (body) =>
  `${server}${doc}export const bookPlace = (ctx) => transaction(ctx, async (tx) => { ${body} });\n`;
const client = (from, kind = '{ x }') => `'use client';\nimport ${kind} from '${from}';\n`;

const broken = [
  ['a file outside the vocabulary', of('manager.ts'), 'export {};\n', 'is no file of a feature'],
  ['a feature without a tier', 'features/zoo/rules.ts', 'export {};\n', 'has no tier'],
  ["'use server' in a page", 'app/page.tsx', "'use server';\n", "has 'use server' outside"],
  [
    "'use server' inside a function",
    of('components/form.tsx'),
    "async function send() {\n  'use server';\n}\n",
    "has 'use server' outside",
  ],
  [
    "actions without 'use server'",
    of('actions.ts'),
    'export {};\n',
    "must begin with 'use server'",
  ],
  [
    'an action that is a plain function',
    of('actions.ts'),
    "'use server';\nexport async function book() {}\n",
    'book is a public endpoint',
  ],
  [
    'an action named by its function',
    of('actions.ts'),
    "'use server';\nexport const bookPlaceAction = action(bookPlace.name, input, bookPlace);\n",
    'must say its name as a literal',
  ],
  [
    'an action under another name',
    of('actions.ts'),
    "'use server';\nexport const bookPlaceAction = action('cancelBooking', input, bookPlace);\n",
    'bookPlaceAction calls itself cancelBooking',
  ],
  [
    'a JSON route under the name of another command',
    'app/api/cancel/route.ts',
    "export const GET = jsonRoute('book', input, book);\nexport const POST = jsonRoute('book', input, cancel);\n",
    'book is taken by',
  ],
  [
    'a query that the browser might get',
    of('queries/seats.ts'),
    `${doc}export const seats = () => 1;\n`,
    "must import 'server-only'",
  ],
  [
    'a query that reads past the row policies without being known for it',
    of('queries/seats.ts'),
    `${server}${doc}export const seats = (tx) => within(tx, as${'System(tx)'}, read);\n`,
    'reads past the row policies',
  ],
  [
    'one that is known for it and no longer does',
    'features/eligibility/queries/no-shows.ts',
    `${server}${doc}export const seats = (tx) => read(tx);\n`,
    'take it off',
  ],
  [
    'a query that opens a transaction to write in',
    of('queries/seats.ts'),
    `${server}${doc}export const seats = (ctx) => transaction(ctx, count);\n`,
    'may write',
  ],
  [
    'a query that writes',
    of('queries/seats.ts'),
    `${server}${doc}export const seats = (tx) => tx.db${'.insert('}looks);\n`,
    'writes where only reading is done',
  ],
  [
    'a command that writes outside a transaction',
    of('commands/book-place.ts'),
    `${server}${doc}export const seats = (ctx) => ctx.db${'.insert('}looks);\n`,
    'past lib/transaction.ts',
  ],
  [
    'a command that the browser might get',
    of('commands/book-place.ts'),
    `${doc}export const bookPlace = () => 1;\n`,
    "must import 'server-only'",
  ],
  [
    'a piece of an open transaction among the verbs',
    of('commands/lock-places.ts'),
    `${server}${doc}export const lockPlaces = (tx) => tx.db.execute(lock);\n`,
    'belongs in steps/',
  ],
  [
    'a command that asks nobody',
    of('commands/book-place.ts'),
    command('await recordAudit(tx, {});'),
    'without authorize',
  ],
  [
    'a command that only speaks of asking',
    of('commands/book-place.ts'),
    command('/* authorize(may) */ await recordAudit(tx, {});'),
    'without authorize',
  ],
  [
    'a command that leaves no trace',
    of('commands/book-place.ts'),
    command('authorize(may);'),
    'without recordAudit',
  ],
  [
    'a command that names somebody else who does not ask either',
    of('commands/book-place.ts'),
    command('await findCheckInPoint(tx); await recordAudit(tx, {});').replace(
      'a place.',
      'a place.\n * @authorized-by findCheckInPoint',
    ),
    'without authorize',
  ],
  [
    'a marker without a reason',
    of('commands/book-place.ts'),
    command('await recordAudit(tx, {});').replace('Books a place.', 'Books a place. @open'),
    'without authorize',
  ],
  [
    'a step that opens a transaction of its own',
    of('steps/move-booking.ts'),
    `${server}${doc}export const move = (ctx) => transaction(ctx, async () => {});\n`,
    'may not call transaction',
  ],
  [
    'a rule without a word on what it holds',
    of('rules.ts'),
    'export const isFull = () => true;\n',
    'isFull has no docstring',
  ],
  [
    'a rule that looks at the clock',
    of('rules.ts'),
    `${doc}export const isLate = () => Date.now() > 1;\n`,
    'reads the clock',
  ],
  ['zod in the browser', of('components/form.tsx'), client('zod'), 'may not import zod'],
  [
    'a query in the browser',
    of('components/form.tsx'),
    client('../queries/seats'),
    'may not import ../queries/seats',
  ],
  ['a file of 301 lines', 'lib/long.ts', lines(301), 'more than 300'],
  ['a page of 81 lines', 'app/page.tsx', lines(81), 'a route has at most 80'],
  ['a file named after nothing', 'lib/utils.ts', 'export {};\n', 'named after nothing'],
  ['a name in another case', 'lib/workDays.ts', 'export {};\n', 'is not kebab-case'],
  ['an error that nobody hears', 'lib/dates.ts', 'try { go(); } catch ' + '{}\n', 'an empty catch'],
  ['a statement put together', 'lib/dates.ts', 'sql.' + 'raw(text);\n', 'uses sql.raw'],
  ['text shown as HTML', 'app/page.tsx', 'dangerouslySet' + 'InnerHTML;\n', 'uses raw HTML'],
];

describe('the product says no to', () => {
  it.each(broken)('%s', (_name, file, text, problem) => {
    expect(problemsOf(file, text).join('\n')).toContain(problem);
  });
});

describe('the product has nothing against', () => {
  it.each([
    [
      'a command that asks and leaves a trace',
      command('authorize(may); await recordAudit(tx, {});'),
    ],
    [
      'one that says why it does neither',
      command('').replace('a place.', 'a place.\n * @open part of entering\n * @unaudited a look'),
    ],
  ])('%s', (_name, text) => {
    expect(problemsOf(of('commands/book-place.ts'), text)).toEqual([]);
  });

  it('a command whose door asks for it', () => {
    const text = `${server}${doc}export function findCheckInPoint() { authorize(may); }\n`;
    const door = parse('features/attendance/queries/check-in-point.ts', text);
    const entered = command('await findCheckInPoint(tx); await recordAudit(tx, {});');
    const marked = entered.replace('a place.', 'a place.\n * @authorized-by findCheckInPoint');
    expect(problemsOf(of('commands/book-place.ts'), marked, door)).toEqual([]);
    expect(problemsOf(of('commands/book-place.ts'), entered, door)).not.toEqual([]);
  });

  it('a type in the browser, and a page of 80 lines', () => {
    const typed = client('../queries/seats', 'type { Seats }');
    expect(problemsOf(of('components/form.tsx'), typed)).toEqual([]);
    expect(problemsOf('app/page.tsx', lines(80))).toEqual([]);
  });
});
