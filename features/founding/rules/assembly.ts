import type { candidatePosts } from '@/db/schema/enums';

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

const onCommittee = ['chair', 'vice_chair', 'member'];

/** Whether a post is of the committee itself; 经审 and 女职工 have bodies of their own. */
export const isOnCommittee = ({ post }: Pick<NamedCandidate, 'post'>): boolean =>
  onCommittee.includes(post);

/** Who is elected: those with more than half of the votes due, in the order given. */
export const electedOf = <C extends NamedCandidate>(
  candidates: readonly C[],
  votes: Readonly<Record<string, number>>,
  due: number,
): C[] => candidates.filter(({ id }) => (votes[id] ?? 0) >= majorityOf(due));

export type ElectionRefusal = 'no_chair' | 'too_few' | 'too_many';

/**
 * Why a result cannot be reported: no chair, or fewer or more on the committee than it has seats; null when
 * it can. Source: domain.md §2.2.
 */
export function refuseElection(
  elected: readonly NamedCandidate[],
  seats: { least: number; most: number },
): ElectionRefusal | null {
  const committee = elected.filter(isOnCommittee);
  if (!committee.some(({ post }) => post === 'chair')) return 'no_chair';
  if (committee.length < seats.least) return 'too_few';
  return committee.length > seats.most ? 'too_many' : null;
}
