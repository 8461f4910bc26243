import { requestKinds } from '@/db/schema/enums';
import type { ChangeReason, MembershipStatus } from '@/features/members/rules/membership-life';
import { changeReasonLabels } from '@/features/members/rules/membership-words';

export { requestKinds };

/** What a person may ask of the desk about a 会籍: found at joining, or asked by the member. */
export type RequestKind = (typeof requestKinds)[number];
export type MemberRequestKind = Exclude<RequestKind, 'joining'>;

/** As both sides read it. */
export const requestTitles: Record<RequestKind, string> = {
  joining: '转会登记',
  move: '换单位，办转会',
  work: '改职业、工作单位',
  leave: '退会',
  retain: '保留会籍（退休、失业、服兵役）',
  restore: '恢复会籍',
};

/** What a member can ask for in each status, in the order of the page. */
export const requestsIn: Record<MembershipStatus, readonly MemberRequestKind[]> = {
  provisional: ['move', 'work', 'leave'],
  regular: ['move', 'work', 'retain', 'leave'],
  retained: ['restore', 'move', 'work', 'leave'],
  left: [],
};

/** What a member should know before asking. */
export const requestNotes: Record<MemberRequestKind, string> = {
  move: '换了单位，会籍跟着走。',
  work: '工会核对后更新，答复会通知您。换到别的单位工会，请选“换单位，办转会”。',
  leave:
    '退会自愿。工会会先和您谈一次，再办理；之后会员码停用，账号和办过的记录还在。还没开始的预约请先取消。',
  retain: '不用交会费，服务照常用；没有选举权、被选举权、表决权。重新上班后可以恢复。',
  restore: '重新上班了，登记后由工会核对恢复。',
};

/** What an officer mostly answers; every one can be changed before it is sent. */
export const requestAnswers: Record<MemberRequestKind, readonly string[]> = {
  move: ['已联系新单位工会，同意接收，请等通知', '新单位还没有工会，会籍先留在本会'],
  work: ['与单位核对不一致，请写明现在的单位后再登记一次'],
  leave: ['已和您谈过，您决定不退会'],
  retain: ['请把退休证、失业登记或入伍通知带到工会核对'],
  restore: ['请写明现在的单位后再登记一次', '您已换单位，请登记转会'],
};

interface Wish {
  readonly kind: RequestKind;
  readonly wish: string | null;
  readonly occupation: string | null;
  readonly employerName: string | null;
  readonly changeReason: ChangeReason | null;
  /** Already in words: 2026年3月2日. */
  readonly since: string | null;
}

/** What is asked for, in one line: 职业：外卖配送员；单位：速邮快递. */
export function wishWords(r: Wish): string {
  const parts = [
    r.occupation && `职业：${r.occupation}`,
    r.kind === 'work' && r.employerName && `单位：${r.employerName}`,
    r.changeReason && `${changeReasonLabels[r.changeReason]}，${r.since ?? ''}起`,
    r.wish,
  ];
  return parts.filter(Boolean).join('；') || '没有写原因';
}

/** What the member reads when it was done as asked. @param on already in words: 2026年3月2日 */
export function appliedAnswers(kind: RequestKind, on: string): string {
  if (kind === 'leave') {
    return '已办理退会，会员码已停用。账号和办过的记录还在，随时可以重新申请入会。';
  }
  if (kind === 'restore') return `已恢复会籍，${on}起是正式会员。`;
  return `${on}起保留会籍：不用交会费，服务照常用，没有选举权、被选举权、表决权。重新上班后登记恢复。`;
}
