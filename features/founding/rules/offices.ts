import type { OfficeBody, OfficePost } from '@/features/offices/rules/labels';
import { electedOf, type NamedCandidate } from './assembly';
import type { FoundingFacts } from './facts';
import type { CandidatePost } from './ties';

/** The office that each post of an election is. */
const offices: Record<CandidatePost, { body: OfficeBody; post: OfficePost }> = {
  chair: { body: 'committee', post: 'chair' },
  vice_chair: { body: 'committee', post: 'vice_chair' },
  member: { body: 'committee', post: 'member' },
  auditor: { body: 'audit', post: 'member' },
  women: { body: 'women', post: 'member' },
};

interface Election {
  readonly candidates: readonly (NamedCandidate & { readonly name: string })[];
  readonly facts: FoundingFacts;
}

/** Who was elected into which office by the assembly in force; of 经审 and 女职工 the head is named later. */
export function officesOf({ candidates, facts }: Election) {
  const { assembly, candidates: reported } = facts;
  if (!assembly || !reported) return [];
  const asked = { due: assembly.due, seats: reported.seats };
  return electedOf(candidates, assembly.votes, asked).map(({ name, post }) => ({
    name,
    ...offices[post],
  }));
}
