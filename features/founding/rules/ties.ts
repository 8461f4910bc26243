import type { candidatePosts, candidateTies } from '@/db/schema/enums';

export type CandidatePost = (typeof candidatePosts)[number];
export type CandidateTie = (typeof candidateTies)[number];

export const postLabels: Record<CandidatePost, string> = {
  chair: '主席',
  vice_chair: '副主席',
  member: '委员',
  auditor: '经费审查委员',
  women: '女职工委员',
};

export const tieLabels: Record<CandidateTie, string> = {
  relative: '企业主要负责人的近亲属',
  management: '行政正职或副职',
  partner: '企业合伙人',
  personnel: '人力资源部门负责人',
  foreign: '外籍职工',
};

export type TieRefusal = 'relative_out' | 'no_chair_with_tie';

/**
 * Whether what somebody is to the employer keeps them from a post: a near relative of the head from any, the
 * others from being chair. Null when nothing does. Source: 工会法 10; 企业工会主席产生办法 (domain.md §2.1).
 */
export function refuseTies(post: CandidatePost, ties: readonly CandidateTie[]): TieRefusal | null {
  if (ties.includes('relative')) return 'relative_out';
  return post === 'chair' && ties.length > 0 ? 'no_chair_with_tie' : null;
}
