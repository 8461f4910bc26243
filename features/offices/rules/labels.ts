import type { certificateEnds, officeBodies, officeEnds, officePosts } from '@/db/schema/enums';

export type OfficeBody = (typeof officeBodies)[number];
export type OfficePost = (typeof officePosts)[number];
export type OfficeEnd = (typeof officeEnds)[number];
export type CertificateEnd = (typeof certificateEnds)[number];

export const bodyLabels: Record<OfficeBody, string> = {
  committee: '工会委员会',
  audit: '经费审查委员会',
  women: '女职工委员会',
};

export const officePostLabels: Record<OfficePost, string> = {
  chair: '主席（主任）',
  vice_chair: '副主席（副主任）',
  member: '委员',
};

/** What somebody is called in a body: the committee has a 主席, the other two a 主任. */
export const postOf = (body: OfficeBody, post: OfficePost): string => {
  if (post === 'member') return '委员';
  const head = body === 'committee' ? '主席' : '主任';
  return post === 'chair' ? head : `副${head}`;
};

export const officeEndLabels: Record<OfficeEnd, string> = {
  term_over: '任期届满',
  resigned: '本人辞职',
  removed: '罢免、调整',
  transferred: '转会',
  left_union: '不再是会员',
  union_closed: '工会撤销',
};

export const certificateEndLabels: Record<CertificateEnd, string> = {
  lost: '遗失',
  changed: '变更登记',
  renewed: '换届换证',
  deregistered: '注销',
};
