import type { PriorityTier } from '../../schema/allocation';
import { belongsTo, type GroupFacts } from '../places/criteria';

/** A tier without criteria takes everyone. */
const fits = (tier: PriorityTier, member: GroupFacts | null): boolean => {
  const { newFormOnly, occupations, organisationIds } = tier.criteria;
  const asks = newFormOnly || occupations.length > 0 || organisationIds.length > 0;
  return !asks || belongsTo(tier.criteria, member);
};

/**
 * 按优先级: the first tier whose conditions a person fits; a claimed one only with the proof seen by an
 * officer. Who fits none comes after all of them.
 * @param verified keys of the claims that were verified
 */
export function tierOf(
  tiers: readonly PriorityTier[],
  member: GroupFacts | null,
  verified: readonly string[],
): number {
  const at = tiers.findIndex(
    (tier) => fits(tier, member) && (!tier.claim || verified.includes(tier.key)),
  );
  return at === -1 ? tiers.length + 1 : at + 1;
}

const sameCriteria = (a: PriorityTier, b: PriorityTier) =>
  JSON.stringify(a.criteria) === JSON.stringify(b.criteria);

/**
 * What an editor should know: a tier that nobody reaches, because an earlier one takes the same people.
 * The first tier that fits counts, so an overlap is allowed, but rarely meant.
 */
export function tierWarnings(tiers: readonly PriorityTier[]): string[] {
  return tiers.flatMap((tier, at) => {
    const earlier = tiers
      .slice(0, at)
      .find((one) => !one.claim && (all(one) || sameCriteria(one, tier)));
    if (!earlier) return [];
    return [
      `“${tier.label}”和前面的“${earlier.label}”重叠，符合两档的人都算前一档，这一档可能没有人`,
    ];
  });
}

const all = ({ criteria }: PriorityTier) =>
  !criteria.newFormOnly && criteria.occupations.length + criteria.organisationIds.length === 0;

/** The fields of an entry that tick a claim, by the place of the tier. */
export const claimField = (at: number) => `claim${at + 1}` as const;

/** Keys of the tiers a person claims: only those that ask for a claim at all. */
export function claimsIn(
  tiers: readonly PriorityTier[],
  input: Readonly<Record<string, unknown>>,
): string[] {
  return tiers.flatMap((tier, at) =>
    tier.claim && input[claimField(at)] === true ? [tier.key] : [],
  );
}
