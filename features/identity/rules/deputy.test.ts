import { expect, it } from 'vitest';
import { type DeputyFacts, refusalToNameDeputy } from './deputy';

const fine: DeputyFacts = {
  startsOn: '2026-12-01',
  endsOn: '2026-12-10',
  today: '2026-12-01',
  most: 60,
  secondFactorRecent: true,
  isOwn: false,
  isColleague: true,
  ownDeputy: null,
  actsFor: null,
  deputyOfDeputy: null,
};

it.each<[Partial<DeputyFacts>, string | null]>([
  [{}, null],
  [{ endsOn: '2026-12-01' }, null],
  [{ endsOn: '2027-01-29' }, null],
  [{ endsOn: '2027-01-30' }, 'too_long'],
  [{ secondFactorRecent: false }, 'step_up'],
  [{ startsOn: '2026-11-30' }, 'days_wrong'],
  [{ endsOn: '2026-11-30' }, 'days_wrong'],
  [{ isOwn: true }, 'own_account'],
  [{ isColleague: false }, 'not_colleague'],
  [{ ownDeputy: '莫振华' }, 'has_deputy'],
  [{ actsFor: '莫振华' }, 'acts_for'],
  [{ deputyOfDeputy: '莫振华' }, 'deputy_away'],
])('a deputy with %j is refused as %s', (change, refusal) => {
  expect(refusalToNameDeputy({ ...fine, ...change })).toBe(refusal);
});
