import type { requestKinds } from '@/db/schema/enums';
/** What a person may ask of the desk about a 会籍: found at joining, or asked by the member. */
export type RequestKind = (typeof requestKinds)[number];
export type MemberRequestKind = Exclude<RequestKind, 'joining'>;

/** As both sides read it. */
export const requestTitles: Record<RequestKind, string> = {
  joining: '转会登记',
  move: '换单位，办转会',
  work: '改职业、工作单位',
  leave: '退会',
};

/** What a member should know before asking. */
export const requestNotes: Record<MemberRequestKind, string> = {
  move: '您的工会会联系新单位的工会，办好前会员码照常用。',
  work: '工会核对后更新，答复会通知您。换到别的单位工会，请选“换单位，办转会”。',
  leave: '退会后会员码停用，还没开始的预约请先取消。工会会先打电话向您确认。',
};

/** What an officer mostly answers; every one can be changed before it is sent. */
export const requestAnswers: Record<MemberRequestKind, readonly string[]> = {
  move: ['已联系新单位工会，同意接收，请等通知', '新单位还没有工会，会籍先留在本会'],
  work: ['与单位核对不一致，请写明现在的单位后再登记一次'],
  leave: ['已电话确认，请带身份证到工会窗口办理退会', '已电话确认，您决定不退会'],
};

interface Wish {
  readonly kind: RequestKind;
  readonly wish: string | null;
  readonly occupation: string | null;
  readonly employerName: string | null;
}

/** What is asked for, in one line: 职业：外卖配送员；单位：速邮快递. */
export function wishWords(r: Wish): string {
  const parts = [
    r.occupation && `职业：${r.occupation}`,
    r.kind === 'work' && r.employerName && `单位：${r.employerName}`,
    r.wish,
  ];
  return parts.filter(Boolean).join('；') || '没有写原因';
}
