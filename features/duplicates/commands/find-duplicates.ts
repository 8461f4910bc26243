import 'server-only';
import { asSystem, type Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { employerCandidates } from '../queries/employer-candidates';
import { type ComparedPair, countPeople, personCandidates } from '../queries/person-candidates';
import { employerLikeness, employersAskedFrom } from '../rules/employer-likeness';
import { type PersonFacts, personLikeness } from '../rules/likeness';
import { employerStamp, personStamp } from '../rules/stamp';
import { duplicatePoints } from '../settings';
import { moveLatecomers } from '../steps/move-latecomers';
import { type FoundPair, storePairs } from '../steps/store-pairs';

function worthLooking<Facts>(
  pairs: readonly ComparedPair<Facts>[],
  likeness: (a: Facts, b: Facts) => Pick<FoundPair, 'points' | 'clauses'> | null,
  stamp: (a: Facts, b: Facts) => string,
  from: number,
): FoundPair[] {
  return pairs.flatMap(({ a, b }) => {
    const alike = likeness(a.facts, b.facts);
    if (!alike || alike.points < from) return [];
    return [{ a, b, ...alike, stamp: stamp(a.facts, b.facts) }];
  });
}

/**
 * Looks through all records for two that may be one, and stores each pair with its reasons.
 * @open run by the clock, as the system
 * @unaudited a suggestion changes no record
 * @returns how many pairs of people and of employers wait to be looked at
 */
export async function findDuplicates(ctx: Ctx): Promise<{ people: number; employers: number }> {
  const systemCtx = asSystem(ctx);
  await transaction(systemCtx, moveLatecomers);
  return transaction(systemCtx, async (tx) => {
    const { from } = await readSettings(tx, { from: duplicatePoints });
    const people = await countPeople(tx);
    const alike: FoundPair[] = [];
    for await (const pairs of personCandidates(tx)) {
      const likeness = (a: PersonFacts, b: PersonFacts) => personLikeness(a, b, people);
      alike.push(...worthLooking(pairs, likeness, personStamp, from));
    }
    const firms = worthLooking(
      await employerCandidates(tx),
      employerLikeness,
      employerStamp,
      employersAskedFrom,
    );
    return {
      people: await storePairs(tx, 'person', alike),
      employers: await storePairs(tx, 'employer', firms),
    };
  });
}
