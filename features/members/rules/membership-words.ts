import type { ChangeReason, ChangeType, MembershipStatus } from './membership-life';

/** 会籍 as it stands. */
export const membershipLabels: Record<MembershipStatus, string> = {
  provisional: '预备',
  regular: '正式',
  retained: '保留',
  left: '已离会',
};

/** What the card says of its holder beside the number; undefined for 正式, which needs no word. */
export const cardKind = (status: MembershipStatus): string | undefined =>
  status === 'provisional' ? `${membershipLabels.provisional}会员` : undefined;

/** 会籍变化, as both sides read it. */
export const changeLabels: Record<ChangeType, string> = {
  joined: '入会',
  confirmed: '预备转正式',
  moved_in: '转入',
  retained: '保留',
  restored: '恢复',
  moved_out: '转出',
  resigned: '退会',
  lapsed: '自动退会',
  expelled: '除名',
};

export const changeReasonLabels: Record<ChangeReason, string> = {
  labour_change: '劳动关系变化',
  laid_off: '待岗',
  unemployed: '失业',
  bankrupt: '企业破产',
  own_wish: '个人要求退会',
  crime: '因犯罪开除',
  retired: '退休',
  military: '服兵役',
  back_at_work: '重新就业',
  union_founded: '单位建会',
  no_dues: '不交会费、不参加组织生活',
  union_merged: '工会合并',
  union_closed: '工会撤销',
};

/** What the status means for its member, in one line of the phone. */
export const statusNotes: Record<MembershipStatus, string> = {
  provisional: '服务照常用。单位建会后转为正式会员。',
  regular: '',
  retained: '不用交会费，服务照常用；没有选举权、被选举权、表决权。',
  left: '会员码已停用，账号和办过的记录还在。',
};

/** How to become a regular member again, by the last change; null where there is nothing to come back from. */
export function wayBack(status: MembershipStatus, type: ChangeType | null): string | null {
  if (status === 'retained') return '重新上班后，登记“恢复会籍”。';
  if (status !== 'left') return null;
  if (type === 'expelled') return '对决定有异议，或想重新入会，请联系原工会。';
  return '随时可以重新申请入会。';
}
