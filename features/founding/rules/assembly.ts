import { type candidatePosts, officePosts } from '@/db/schema/enums';

/**
 * How many of those due must be present: two thirds, in whole people (工会法; domain.md §2.2). 30 due: 20.
 */
export const quorumOf = (due: number): number => Math.ceil((due * 2) / 3);

/**
 * How many votes elect: more than half of those *due*, not of those present, in whole votes
 * (domain.md §2.2). 30 due: 16.
 */
export const majorityOf = (due: number): number => Math.floor(due / 2) + 1;

export interface Ballot {
  readonly due: number;
  readonly present: number;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
}

/**
 * What does not add up of an assembly, by the field, with words; empty when it is valid. Source: domain.md §2.2.
 * @param members how many the union has
 * @param byDelegates 会员代表大会 instead of 会员大会
 * @param bar members from which delegates may meet
 */
export function ballotErrors(
  { due, present, issued, returned, valid }: Ballot,
  { members, byDelegates, bar }: { members: number; byDelegates: boolean; bar: number },
): Record<string, string> {
  const errors: Record<string, string> = {};
  if (byDelegates && members < bar) errors.kind = `会员不满 ${bar} 人，开会员大会`;
  if (!byDelegates && due !== members) errors.due = `会员大会应到 = 会员 ${members} 人`;
  if (present > due) errors.present = '到会不能多于应到';
  else if (present < quorumOf(due))
    errors.present = `到会不足三分之二：${due} × 2 ÷ 3，至少 ${quorumOf(due)} 人。这次大会无效，请另开`;
  if (issued > present) errors.issued = '发票不能多于到会';
  if (returned > issued) errors.returned = '收回不能多于发出，这次选举无效';
  if (valid > returned) errors.valid = '有效票不能多于收回';
  return errors;
}

export interface NamedCandidate {
  readonly id: string;
  readonly post: (typeof candidatePosts)[number];
}

/** Whether a post is of the committee itself; 经审 and 女职工 have bodies of their own. */
export const isOnCommittee = ({ post }: Pick<NamedCandidate, 'post'>): boolean =>
  (officePosts as readonly string[]).includes(post);

/** More than half of the votes due, the most votes first; of equal ones in the order given. */
const withMajority = <C extends NamedCandidate>(
  candidates: readonly C[],
  votes: Readonly<Record<string, number>>,
  due: number,
): C[] =>
  candidates
    .filter(({ id }) => (votes[id] ?? 0) >= majorityOf(due))
    .sort((a, b) => (votes[b.id] ?? 0) - (votes[a.id] ?? 0));

/**
 * Who is elected: those with more than half of the votes due; of the committee no more than its seats, those
 * with the most votes.
 * @param seats of the committee, as the candidates were reported for
 */
export function electedOf<C extends NamedCandidate>(
  candidates: readonly C[],
  votes: Readonly<Record<string, number>>,
  { due, seats }: { due: number; seats: number },
): C[] {
  const won = withMajority(candidates, votes, due);
  const committee = won.filter(isOnCommittee).slice(0, seats);
  return [...committee, ...won.filter((one) => !isOnCommittee(one))];
}

/** Whether the last seat of the committee and the first beyond it have equal votes: they are voted on again. */
function isTied(
  candidates: readonly NamedCandidate[],
  votes: Readonly<Record<string, number>>,
  { due, seats }: { due: number; seats: number },
): boolean {
  const won = withMajority(candidates, votes, due).filter(isOnCommittee);
  const [last, beyond] = [won[seats - 1], won[seats]];
  return last !== undefined && beyond !== undefined && votes[last.id] === votes[beyond.id];
}

export type ElectionRefusal = 'no_chair' | 'too_few' | 'tied';

/**
 * Why a result cannot be reported: equal votes for the last seat, no chair, or fewer on the committee than it
 * must have; null when it can. Source: domain.md §2.2.
 * @param least how many the committee must have
 */
export function refuseElection(
  candidates: readonly NamedCandidate[],
  votes: Readonly<Record<string, number>>,
  asked: { due: number; seats: number; least: number },
): ElectionRefusal | null {
  if (isTied(candidates, votes, asked)) return 'tied';
  const committee = electedOf(candidates, votes, asked).filter(isOnCommittee);
  if (!committee.some(({ post }) => post === 'chair')) return 'no_chair';
  return committee.length < asked.least ? 'too_few' : null;
}
