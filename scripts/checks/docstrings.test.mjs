// Each way of keeping silent is planted once, in a source that exists only here: the check must say so.
import { describe, expect, it } from 'vitest';
import { checkDocstrings } from './docstrings.mjs';
import { parse } from './sources.mjs';

const problemsOf = (text, file = 'features/places/queries/seats.ts') =>
  checkDocstrings([parse(file, text)]);

const silent = '/** The seat of a member. */\n';
const aloud = '/** The seat of a member. Null when they have none. */\n';
const declared = (type) => `export async function seatOf(tx): ${type} { return find(tx); }`;

describe('a docstring', () => {
  it.each([
    ['features/places/queries/seats.ts'],
    ['features/places/commands/take.ts'],
    ['features/places/steps/take.ts'],
    ['features/places/rules.ts'],
    ['features/places/policy.ts'],
    ['lib/crypto/token.ts'],
  ])('is missed in %s', (file) => {
    expect(problemsOf('export const seatOf = () => 1;', file)).toEqual([
      `${file}: seatOf has no docstring`,
    ]);
  });

  it.each(['12,345', '二至六年级; 一年级.', '剩 6 / 30'])(
    'is more than the example “%s”',
    (example) => {
      const text = `/** ${example} */\nexport const seatWords = (n) => String(n);`;
      expect(problemsOf(text).join()).toContain('an example for a docstring');
    },
  );

  it.each([
    ['features/places/components/seats.tsx', 'export const Seats = () => 1;'],
    ['features/places/rules/seats.ts', 'const seatOf = () => 1;'],
    ['features/places/rules/seats.ts', "export const most = 'all';"],
    ['features/places/rules/seats.test.ts', 'export const seatOf = () => 1;'],
    ['lib/testing/seed.ts', 'export const seatOf = () => 1;'],
  ])('is not asked of what stands in %s: %s', (file, text) => {
    expect(problemsOf(text, file)).toEqual([]);
  });
});

describe('a function that may give null', () => {
  it.each([
    ['by its type', declared('Seat | null')],
    ['by its promised type', declared('Promise<Seat | null>')],
    ['by a return', 'export function seatOf(all) { if (!all) return null; return all[0]; }'],
    ['by a fallback', 'export function seatOf(all) { return all[0] ?? null; }'],
    ['by a branch', 'export const seatOf = (all) => (all ? all[0] : null);'],
  ])('%s is to say when', (_how, text) => {
    expect(problemsOf(silent + text).join()).toContain('seatOf may give null');
    expect(problemsOf(aloud + text)).toEqual([]);
  });

  it.each([
    ['a field of what it gives', declared('Promise<{ row: Seat | null }>')],
    [
      'a function inside it',
      'export const seatsOf = (all) => all.map((x) => { return x ?? null; });',
    ],
    ['what it looks for', 'export const isFree = (seat) => seat === null;'],
  ])('is another than one with null in %s', (_where, text) => {
    expect(problemsOf(silent + text)).toEqual([]);
  });
});

describe('a function that throws a refusal', () => {
  it.each(['NotFound', 'Conflict', 'Forbidden'])('of the kind %s is to say when', (error) => {
    const text = `export const take = (ctx) => transaction(ctx, async () => { throw new ${error}('x'); });`;
    expect(problemsOf(silent + text).join()).toContain(`take throws ${error}`);
    const said = `/** Takes a seat.\n * @throws ${error} when there is none\n */\n`;
    expect(problemsOf(said + text)).toEqual([]);
  });

  it('by a helper beside it is to say when, the helper is not', () => {
    const helper = "const find = (id) => { throw new NotFound('seat'); };\n";
    const text = `${helper}${silent}export const take = (ctx) => transaction(ctx, () => find(1));`;
    expect(problemsOf(text).join()).toMatch(/^[^,]*take throws NotFound[^,]*$/);
  });
});

describe('a function that refuses', () => {
  const refusing = (body) => `export const take = (ctx) => transaction(ctx, () => ${body});`;
  it.each([
    ['itself', '', refusing("refuse('full')")],
    ['by one of two codes', '', refusing("refuse(open ? ('late' as const) : 'full')")],
    ['by a helper beside it', "const tell = () => refuse('full');\n", refusing('tell()')],
  ])('%s is to name the code and when', (_how, helper, text) => {
    const found = problemsOf(helper + silent + text).join();
    expect(found).toContain('take refuses `full` and does not say when');
    const said = '/** Takes a seat. Refuses `full` when none is left; `late` after the bell. */\n';
    expect(problemsOf(helper + said + text)).toEqual([]);
  });

  it.each([
    ['with what another gave', refusing('refuse(found.reason)')],
    ['in words for a field', refusing("refuse('照片是空的')")],
  ])('%s has no code to name', (_how, text) => {
    expect(problemsOf(silent + text)).toEqual([]);
  });
});

describe('a function that gives a number', () => {
  it.each(['number', 'Promise<number>', 'Promise<number | null>'])(
    'of the type %s is to say of what',
    (type) => {
      const text = `export async function wait(): ${type} { return find(); }`;
      const none = '/** The wait of a member. Null without one. */\n';
      expect(problemsOf(none + text).join()).toContain('wait gives a number');
      expect(problemsOf(none.replace('wait', 'seconds') + text)).toEqual([]);
    },
  );
});

describe('a number that is written down', () => {
  const where = 'features/places/rules/seats.ts';
  it.each(['30', '-1', '2 * 30', '2 * MINUTE'])('as %s is to say of what', (value) => {
    const text = `export const most = ${value};`;
    expect(problemsOf(`/** The most. */\n${text}`, where).join()).toContain('most is a number');
    expect(problemsOf(text, where).join()).toContain('most is a number');
    expect(problemsOf(`/** The most people. */\n${text}`, where)).toEqual([]);
  });

  it.each(["'30'", '[30]', 'mostOf(30)'])('is not one of %s', (value) => {
    expect(problemsOf(`export const most = ${value};`, where)).toEqual([]);
  });
});

it.each(['string', 'Promise<string>', 'string | null'])(
  'A function that gives a day as %s says in which form',
  (type) => {
    const text = `export function dueOn(): ${type} { return find(); }`;
    const none = '/** The last day; null without one. */\n';
    expect(problemsOf(none + text).join()).toContain('dueOn gives a day');
    expect(problemsOf(none.replace(';', ', `YYYY-MM-DD`;') + text)).toEqual([]);
    expect(problemsOf(none + text.replace('dueOn', 'dueWords'))).toEqual([]);
  },
);

describe('a query that lists', () => {
  const listing = 'export const listSeats = (ctx) => read(ctx, find);';
  it('is to say in which order', () => {
    expect(problemsOf(`/** The seats of a session. */\n${listing}`).join()).toContain(
      'which order',
    );
    for (const how of ['Newest first', 'In order of number', 'Sorted', 'In no set order'])
      expect(problemsOf(`/** The seats of a session. ${how}. */\n${listing}`)).toEqual([]);
  });

  it('is one of queries, and by its name', () => {
    const doc = '/** The seats of a session. */\n';
    expect(problemsOf(doc + listing, 'features/places/rules/seats.ts')).toEqual([]);
    expect(problemsOf(`${doc}export const listed = () => 1;`)).toEqual([]);
  });
});

describe('a rule that decides who may', () => {
  const where = 'features/places/rules/seats.ts';
  it.each([
    ['by its name', 'export const refuseSeat = () => true;'],
    ['as a policy', 'export const maySit = () => true;'],
    ['as a condition of booking', 'export const seat: Rule = () => true;'],
  ])('%s is to name its source', (_how, text) => {
    expect(problemsOf(`/** Whether a seat is free. */\n${text}`, where).join()).toContain(
      'no source',
    );
    for (const from of ['domain.md §3.5', '民法典 17', 'PIPL 15', 'GB 11643', '(A24)'])
      expect(problemsOf(`/** Whether a seat is free: ${from}. */\n${text}`, where)).toEqual([]);
  });

  it.each([
    ['another name', 'export const seatWords = () => true;', where],
    ['a name that only begins so', 'export const canvas = () => true;', where],
    ['no rule', 'export const refuseSeat = () => true;', 'features/places/queries/seats.ts'],
  ])('is not one of %s', (_what, text, file) => {
    expect(problemsOf(`/** Whether a seat is free. */\n${text}`, file)).toEqual([]);
  });
});

it.each(['for a child', 'by its number', 'in words', 'of a unit'])(
  'A docstring that begins with “the same %s” is read alone and says of what',
  (rest) => {
    const text = 'export const seatOf = () => 1;';
    expect(problemsOf(`/** The same ${rest}. */\n${text}`).join()).toContain('read alone');
    expect(problemsOf(`/** The same seat a day later. */\n${text}`)).toEqual([]);
  },
);
