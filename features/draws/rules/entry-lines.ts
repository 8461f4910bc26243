import type { AllocationTerms } from '@/features/offerings/schema/allocation';
import { type GroupFacts, groupsOf } from '@/features/places/rules/criteria';
import type { CarveOutCriteria } from '@/features/places/schema/carve-outs';
import type { ListedEntry } from './list';
import { letterOf } from './reserved';
import { tierOf } from './tiers';

interface Entrant {
  readonly id: string;
  readonly entryNo: number;
  readonly householdId: string | null;
  readonly lost: boolean;
  readonly member: GroupFacts | null;
  readonly verified: readonly string[];
}

/** Who stands behind a line, for the table that only they and the organiser see. */
export interface Salted {
  readonly no: number;
  readonly booking: string;
  readonly tier: number;
  readonly weight: number;
  readonly salt: string;
}

interface About {
  readonly terms: AllocationTerms;
  readonly carveOuts: readonly {
    id: string;
    criteria: CarveOutCriteria;
    returnedAt: Date | null;
  }[];
  readonly salts: readonly string[];
  readonly digests: readonly string[];
}

/** f1, f2 …: the same token for siblings, in the order of their numbers; none for an only child. */
function tokensOf(entrants: readonly Entrant[], { siblings }: AllocationTerms) {
  const tokens = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const { householdId: id } of entrants) if (id) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  for (const { householdId: id } of entrants) {
    if (!id || siblings === 'none' || (sizes.get(id) ?? 0) < 2 || tokens.has(id)) continue;
    tokens.set(id, `f${tokens.size + 1}`);
  }
  return tokens;
}

/**
 * The lines of the frozen list out of what is known of each: tier, tickets, groups, family. A line
 * holds no fact about a person, only what follows from the published terms.
 */
export function entryLines(
  entrants: readonly Entrant[],
  { terms, carveOuts, salts, digests }: About,
): { entry: ListedEntry; salted: Salted }[] {
  const tokens = tokensOf(entrants, terms);
  const reserved = carveOuts.filter((c) => c.returnedAt === null);
  return entrants.map((one, at) => {
    const groups = groupsOf(reserved, one.member);
    const tier = tierOf(terms.tiers, one.member, one.verified);
    const weight = one.lost && terms.draw.losersAgain ? 2 : 1;
    const entry: ListedEntry = {
      no: one.entryNo,
      tier,
      weight,
      groups: groups
        .map((id) => letterOf(reserved, id))
        .sort()
        .join(''),
      household: one.householdId ? (tokens.get(one.householdId) ?? null) : null,
      digest: digests[at] ?? '',
    };
    const salt = salts[at] ?? '';
    return { entry, salted: { no: one.entryNo, booking: one.id, tier, weight, salt } };
  });
}
