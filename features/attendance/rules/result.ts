import { formatDateTime, formatTime } from '@/lib/dates';
import type { ScanRefusal } from './judge';

/** What became of one scan; `passed` and `repeat` name who, masked, so that staff can compare. */
export interface ScanResult {
  readonly id: string;
  readonly result: 'passed' | 'repeat' | 'refused';
  readonly reason?: ScanRefusal;
  /** Masked name of whoever the code is for. */
  readonly name?: string;
  /** Last four of the document's number, to hold against the card in the person's hand (B05). */
  readonly tail?: string;
  readonly number?: string;
  /** Cancelled after this scan: the arrival is on record, the place is not given back. */
  readonly cancelledSince?: boolean;
  /** When they came, as ISO text. */
  readonly at?: string;
  /** What the words of a refusal need: another session's name and time, a status. */
  readonly detail?: string;
}

export type ScanTone = 'green' | 'amber' | 'red';

export interface ScanWords {
  readonly tone: ScanTone;
  readonly title: string;
  readonly next: string;
}

const refusals: Record<ScanRefusal, readonly [title: string, next: string]> = {
  unreadable: ['没读出来', '请再扫一次，或按姓名查找。'],
  foreign: ['不是预约码', '请对方打开“我的预约”或“会员码”。'],
  forged: ['码是假的', '签名不对，不能入场。请对方当面打开自己的“我的预约”。'],
  expired: ['码已过期', '截图不算。请对方刷新会员码，或打开“我的预约”。'],
  not_member: ['不是有效会员', '请按姓名查找，或请对方联系工会。'],
  unknown: ['不在名单', '没有这份预约。请核对对方的预约是哪一场。'],
  several: ['有几个孩子在名单里', '请按孩子姓名查找，逐个签到。'],
  wrong_session: ['不是这一场', '请对方核对场次。'],
  not_holding: ['不在名单', '没有占用名额，不能入场。'],
  session_cancelled: ['这一场已取消', '请告诉对方改到哪一场。'],
  wrong_day: ['今天没有课', '请对方核对上课日期。'],
  too_old: ['扫码时间太久', '补传的时限过了，请在点名里登记，写明原因。'],
  own_case: ['您本人或家人', '请同事签到（回避），或用本人的手机扫现场大屏上的码。'],
  clock: ['设备时间不对', '请把手机时间设为自动，再扫一次。'],
};

/** The full-screen answer in words; colour never stands alone. */
export function scanWords(result: ScanResult): ScanWords {
  const { reason, detail } = result;
  if (result.result === 'passed' && result.cancelledSince) {
    return {
      tone: 'amber',
      title: '已记到场，后来取消了',
      next: '扫码在取消之前，到场照记；名额已让出，不再恢复。',
    };
  }
  if (result.result === 'passed')
    return { tone: 'green', title: '通过', next: '请核对姓名和证件尾号。' };
  if (result.result === 'repeat') {
    const time = result.at ? ` ${formatTime(new Date(result.at))}` : '';
    return { tone: 'amber', title: `已签到${time}`, next: '不用再签。如不是本人，请按姓名查找。' };
  }
  const [title, next] = refusals[reason ?? 'unreadable'];
  return { tone: 'red', title, next: detail ? `${detail}。${next}` : next };
}

/** 在“名称”，6月17日（周三）18:00: where a code of another session belongs. */
export const otherSessionWords = (title: string, startsAt: Date, now: Date): string =>
  `对方的场次是“${title}”，${formatDateTime(startsAt, now)}`;

/** Why the desk may not let anyone in today, and when it may. */
export const notTodayWords = (next: { from: Date } | null, now: Date): string =>
  next
    ? `今天没有课，扫码会提示“今天没有课”。下一次是${formatDateTime(next.from, now)}。`
    : '这一场的课都上完了。要更正签到，请到名册。';
