import type { PriorityTier } from '@/features/offerings/schema/allocation';
import { belongsTo, type GroupFacts } from '@/features/places/rules/criteria';

/** A tier without criteria takes everyone. */
const fits = (tier: PriorityTier, member: GroupFacts | null): boolean => {
  const { newFormOnly, occupations, organisationIds } = tier.criteria;
  const asks = newFormOnly || occupations.length > 0 || organisationIds.length > 0;
  return !asks || belongsTo(tier.criteria, member);
};

/** 按分: all that fit are added up, instead of the first one that fits. */
export const isScored = (tiers: readonly PriorityTier[]): boolean =>
  tiers.some((tier) => tier.points !== undefined);

const mostPoints = (tiers: readonly PriorityTier[]): number =>
  tiers.reduce((sum, { points = 0 }) => sum + points, 0);

/**
 * Where a person stands before the draw, 1 first. By tiers: the first whose conditions they fit; who
 * fits none comes after all of them. By points: the more, the earlier. A claimed one counts only with
 * the proof seen by an officer.
 * @param verified keys of the claims that were verified
 */
export function tierOf(
  tiers: readonly PriorityTier[],
  member: GroupFacts | null,
  verified: readonly string[],
): number {
  const counts = (tier: PriorityTier) =>
    fits(tier, member) && (!tier.claim || verified.includes(tier.key));
  if (isScored(tiers)) return 1 + mostPoints(tiers) - mostPoints(tiers.filter(counts));
  const at = tiers.findIndex(counts);
  return at === -1 ? tiers.length + 1 : at + 1;
}

const sameCriteria = (a: PriorityTier, b: PriorityTier) =>
  JSON.stringify(a.criteria) === JSON.stringify(b.criteria);

/**
 * What an editor should know: a tier that nobody reaches, because an earlier one takes the same people.
 * The first tier that fits counts, so an overlap is allowed, but rarely meant.
 */
export function tierWarnings(tiers: readonly PriorityTier[]): string[] {
  if (isScored(tiers)) return [];
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
