import { describe, expect, it } from 'vitest';
import { ballotErrors, electedOf, majorityOf, quorumOf, refuseElection } from './assembly';
import { electionRow } from './checks';
import { hasSurplus, leastCandidates, parseSizes, seatsFor } from './committee';
import { foundingFacts } from './facts';
import { formsFor, refuseForm } from './form';
import { isPastStopping, mayFollow, nextStep, stepName, wayOf } from './kinds';
import { foundingTransitions, refuseDay } from './steps';
import { refuseTies } from './ties';

const sizes = parseSizes('24=3-5 200=3-7 1000=7-15 5000=15-21') ?? [];

describe('the form of a union', () => {
  it('is free below 25 members and an own committee from 25 on', () => {
    expect(formsFor(24, 25)).toEqual(['own_committee', 'joint_union', 'organiser']);
    expect(formsFor(25, 25)).toEqual(['own_committee']);
  });

  it.each([
    ['organiser', [24], null],
    ['organiser', [25], 'committee_needed'],
    ['own_committee', [3], null],
    ['own_committee', [30, 3], 'one_only'],
    ['joint_union', [24, 24], null],
    ['joint_union', [24, 25], 'committee_needed'],
    ['joint_union', [24], 'several_needed'],
    ['joint_union', [24, 0], 'nobody'],
  ] as const)('%s with %j members gives %s', (form, members, expected) => {
    expect(refuseForm(form, members, 25)).toBe(expected);
  });
});

describe('the committee', () => {
  it.each([
    [24, 3, 5],
    [25, 3, 7],
    [200, 3, 7],
    [201, 7, 15],
    [1000, 7, 15],
    [5001, 15, 21],
  ])('of %i members has from %i to %i seats', (members, least, most) => {
    expect(seatsFor(members, sizes, 'own_committee')).toEqual({ least, most });
  });

  it('of an organiser is one person', () => {
    expect(seatsFor(10, sizes, 'organiser')).toEqual({ least: 1, most: 1 });
  });

  it.each([['24=5-3'], ['24=3-5 10=3-7'], ['viele'], ['']])('is not read from %j', (text) => {
    expect(parseSizes(text)).toBeNull();
  });

  it('needs at least five in a hundred more candidates than seats', () => {
    expect([hasSurplus(6, 5, 5), hasSurplus(5, 5, 5)]).toEqual([true, false]);
    expect([hasSurplus(22, 21, 5), hasSurplus(23, 21, 5)]).toEqual([false, true]);
    expect([leastCandidates(5, 5), leastCandidates(21, 5), leastCandidates(1, 5)]).toEqual([
      6, 23, 1,
    ]);
  });
});

describe('an assembly', () => {
  const ballot = { due: 30, present: 20, issued: 20, returned: 20, valid: 19 };
  const about = { members: 30, byDelegates: false, bar: 100 };

  it('of 30 due is valid with 20 present and not with 19', () => {
    expect(quorumOf(30)).toBe(20);
    expect(ballotErrors(ballot, about)).toEqual({});
    const few = { ...ballot, present: 19, issued: 19, returned: 19 };
    expect(Object.keys(ballotErrors(few, about))).toEqual(['present']);
  });

  it('of 30 due elects with 16 votes and not with 15, however many came', () => {
    expect(majorityOf(30)).toBe(16);
    const both = [
      { id: 'a', post: 'chair' },
      { id: 'b', post: 'member' },
    ] as const;
    expect(electedOf(both, { a: 16, b: 15 }, { due: 30, seats: 3 }).map(({ id }) => id)).toEqual([
      'a',
    ]);
  });

  it.each([
    [{ due: 29 }, {}, 'due'],
    [{ present: 31 }, {}, 'present'],
    [{ issued: 21 }, {}, 'issued'],
    [{ returned: 21 }, {}, 'returned'],
    [{ valid: 21 }, {}, 'valid'],
    [{}, { byDelegates: true }, 'kind'],
  ])('with %o about %o is refused at %s', (wrong, more, field) => {
    expect(Object.keys(ballotErrors({ ...ballot, ...wrong }, { ...about, ...more }))).toContain(
      field,
    );
  });

  it('of 41 due asks 28 present and 21 votes', () => {
    expect([quorumOf(41), majorityOf(41)]).toEqual([28, 21]);
  });

  const four = [
    { id: 'c', post: 'chair' },
    { id: 'm', post: 'member' },
    { id: 'n', post: 'member' },
    { id: 'x', post: 'auditor' },
  ] as const;

  it('fills no more seats than were to be filled, by the most votes; 经审 has its own', () => {
    const votes = { c: 16, m: 20, n: 18, x: 30 };
    const won = electedOf(four, votes, { due: 30, seats: 2 });
    expect(won.map(({ id }) => id)).toEqual(['m', 'n', 'x']);
  });

  it.each([
    [{ c: 15, m: 20, n: 18, x: 30 }, 2, 'no_chair'],
    [{ c: 20, m: 15, n: 15, x: 30 }, 2, 'too_few'],
    [{ c: 20, m: 16, n: 16, x: 30 }, 2, 'tied'],
    [{ c: 20, m: 17, n: 16, x: 30 }, 2, null],
    [{ c: 20, m: 16, n: 16, x: 30 }, 3, null],
  ])('with the votes %o for %i seats gives %s', (votes, seats, expected) => {
    expect(refuseElection(four, votes, { due: 30, seats, least: 2 })).toBe(expected);
  });
});

describe('what a candidate is to the employer', () => {
  it.each([
    ['member', ['relative'], 'relative_out'],
    ['auditor', ['relative'], 'relative_out'],
    ['chair', ['personnel'], 'no_chair_with_tie'],
    ['chair', ['foreign'], 'no_chair_with_tie'],
    ['vice_chair', ['personnel'], null],
    ['chair', [], null],
  ] as const)('for %s with %j gives %s', (post, ties, expected) => {
    expect(refuseTies(post, ties)).toBe(expected);
  });
});

describe('the steps of a founding', () => {
  it('lead from a lead to the certificate in ten', () => {
    expect(wayOf('founding')).toHaveLength(10);
    for (const [at, step] of wayOf('founding').slice(1).entries())
      expect(mayFollow('founding', wayOf('founding')[at] ?? 'lead', step)).toBe(true);
  });

  it('never skip one, and never go on from the end', () => {
    expect(mayFollow('founding', 'lead', 'approved')).toBe(false);
    expect(mayFollow('founding', 'assembly', 'founded')).toBe(false);
    expect(mayFollow('founding', 'founded', 'abandoned')).toBe(false);
    expect([foundingTransitions.certified, foundingTransitions.abandoned]).toEqual([[], []]);
  });

  it('lie neither in the future nor before the one before', () => {
    expect(refuseDay('2026-06-13', '2026-06-01', '2026-06-12')).toBe('future');
    expect(refuseDay('2026-05-31', '2026-06-01', '2026-06-12')).toBe('before_last');
    expect(refuseDay('2026-06-12', '2026-06-12', '2026-06-12')).toBeNull();
  });

  it('after a recount of the members stand without the candidates and the assembly before it', () => {
    const members = (total: number) => ({ step: 'members', facts: { total } }) as const;
    const candidates = { step: 'candidates', facts: { seats: 3 } } as const;
    const assembly = { step: 'assembly', facts: { due: 30 } } as const;
    expect(foundingFacts([members(30), candidates, assembly])).toMatchObject({
      assembly: { due: 30 },
    });
    const again = foundingFacts([members(30), candidates, assembly, candidates]);
    expect([again.candidates, again.assembly]).toEqual([{ seats: 3 }, undefined]);
    const recounted = foundingFacts([members(30), candidates, members(31)]);
    expect(recounted).toMatchObject({ members: { total: 31 } });
    expect(recounted.candidates).toBeUndefined();
  });
});

describe('the matters of a union', () => {
  it.each([
    ['reelection', 'lead applied approved members candidates assembly results founded certified'],
    ['change', 'lead applied certified'],
    ['dissolution', 'lead applied approved registered'],
    ['reissue', 'lead applied certified'],
  ] as const)('of the kind %s go %s', (kind, way) => {
    expect(wayOf(kind).join(' ')).toBe(way);
    expect(nextStep(kind, 'lead')).toBe('applied');
    expect(isPastStopping(kind, 'lead')).toBe(false);
    expect(isPastStopping(kind, wayOf(kind).at(-1) ?? 'lead')).toBe(true);
    expect(mayFollow(kind, 'lead', 'certified')).toBe(false);
  });

  it('call the same step as the matter does', () => {
    expect([stepName('founding', 'founded'), stepName('reelection', 'founded')]).toEqual([
      '成立',
      '换届完成',
    ]);
  });

  it('of an election half a year late warn, and later than that fail', () => {
    const at = (on: string, prolongedTo: string | null = null) =>
      electionRow({ endsOn: '2026-06-11', prolongedTo }, on, 6).outcome;
    expect([at('2026-08-31', '2026-08-31'), at('2026-09-01', '2026-08-31')]).toEqual([
      'pass',
      'fail',
    ]);
    expect([at('2026-06-11'), at('2026-12-11'), at('2026-12-12')]).toEqual([
      'pass',
      'warn',
      'fail',
    ]);
  });
});
