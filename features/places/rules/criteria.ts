import type { MembershipFacts } from '@/features/eligibility/rules/facts';
import type { CarveOutCriteria } from '../schema/carve-outs';

/** What of a membership the groups are drawn by. */
export type GroupFacts = Pick<MembershipFacts, 'occupationCode' | 'isNewForm' | 'unionPath'> & {
  /** Who comes, person or child: places are reserved by name too. */
  readonly attendeeId?: string;
};

/**
 * Whether a member belongs to the group that places are kept for. Every condition that is set must
 * hold; for a child its guardian's membership counts, as everywhere in eligibility.
 * Source: domain.md §3.5.
 */
export function belongsTo(criteria: CarveOutCriteria, member: GroupFacts | null): boolean {
  if (!member) return false;
  const { newFormOnly, occupations, organisationIds, reservedFor, deskOnly } = criteria;
  if (deskOnly) return false;
  if (reservedFor) return reservedFor === member.attendeeId;
  if (newFormOnly && !member.isNewForm) return false;
  if (occupations.length > 0 && !occupations.includes(member.occupationCode)) return false;
  const inScope = organisationIds.some((id) => member.unionPath.includes(id));
  return organisationIds.length === 0 || inScope;
}

/** The carve-outs whose group a member belongs to. */
export const groupsOf = (
  carveOuts: readonly { id: string; criteria: CarveOutCriteria }[],
  member: GroupFacts | null,
): string[] => carveOuts.filter((c) => belongsTo(c.criteria, member)).map((c) => c.id);
