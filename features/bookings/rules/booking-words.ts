import { bookedTimes, nextMeeting } from '@/features/offerings/rules/meetings';
import { formatDateTime, formatDay, todayOn } from '@/lib/dates';
import { type BookingStatus, cancelDeadline } from './booking';
import { isAskedAboutMove } from './moved';

interface BookingState {
  readonly status: BookingStatus;
  readonly position: number | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sessionDetails: unknown;
  readonly cancelHours: number;
  readonly dueOn: string | null;
  readonly reason: string | null;
  /** Until when an offered place is held. */
  readonly offerExpiresAt?: Date | null;
  /** Until when they are asked whether a moved session suits. */
  readonly answerBy?: Date | null;
  readonly mayLeave?: boolean;
  /** The union that put the name on its list. */
  readonly named?: string | null;
  /** What is known of the draw that was entered. */
  readonly draw?: { readonly seedOn: string | null } | null;
}

/** A session that has begun and is not over. */
export const isRunning = (b: { startsAt: Date; endsAt: Date }, now: Date): boolean =>
  b.startsAt <= now && now < b.endsAt;

/** Of a place that is held for good: what comes next, and no deadline that is over. */
function bookedWords(b: BookingState, now: Date): { title: string; next: string } {
  if (b.endsAt <= now) return { title: '已结束', next: '到场情况由组织单位登记。' };
  if (isRunning(b, now)) {
    const next = nextMeeting(bookedTimes(b), now);
    const on = next && next.from > now ? `下次${formatDateTime(next.from, now)}。` : '';
    return { title: '进行中', next: `${on}来不了请告诉组织单位。` };
  }
  const deadline = cancelDeadline(b.startsAt, b.mayLeave ? 0 : b.cancelHours);
  const leave =
    now < deadline
      ? `不去的话，${formatDateTime(deadline, now)}前取消。`
      : '来不了请打电话给组织单位。';
  return { title: '已预约', next: `到场出示下面的预约码。${leave}` };
}

/** The question after a move stands before anything else. */
const movedWords = { title: '时间改了，请答复', next: '看看新的时间，答复能不能来。' } as const;

/** 12月8日（周二）开奖后公布结果。 */
function drawWords({ draw }: BookingState, now: Date): string {
  const day = draw?.seedOn
    ? `${formatDay(draw.seedOn, todayOn(now))}开奖后公布结果`
    : '抽签后把结果通知您';
  return `${day}，先报后报不影响结果。`;
}

/** From the evening before its first day on there is something to read about a class. */
export const isUnderWay = ({ startsAt }: { startsAt: Date }, now: Date): boolean =>
  startsAt.getTime() - now.getTime() < 24 * 3_600_000;

/** How it stands and what comes next, in a title and a sentence. */
export function bookingStatusWords(b: BookingState, now: Date): { title: string; next: string } {
  const words: Record<BookingStatus, { title: string; next: string }> = {
    booked: bookedWords(b, now),
    pending: {
      title: '已报名，等审核',
      next: `名额已为您留着${b.dueOn ? `，${formatDay(b.dueOn, todayOn(now))}前答复` : ''}。`,
    },
    sent_back: { title: '请补正后再提交', next: b.reason ?? '名额仍为您留着。' },
    entered: {
      title: '已报名，等抽签',
      next: drawWords(b, now),
    },
    offered: {
      title: b.named ? `${b.named}为您报了名，请确认` : '有名额了，请确认',
      next:
        b.offerExpiresAt && b.offerExpiresAt <= now
          ? '确认时间已过，名额马上给下一位。还想参加，可以重新报名候补。'
          : b.offerExpiresAt
            ? `名额为您留到${formatDateTime(b.offerExpiresAt, now)}，到时不确认就${b.named ? '退回' : '给下一位'}。`
            : '请尽快确认，到时不确认就给下一位。',
    },
    lapsed: { title: '逾期未确认', next: '名额已经给了下一位。还想参加，可以重新报名候补。' },
    not_drawn: { title: '未中签', next: '可以看看其他班，或核对抽签结果。' },
    waitlisted: {
      title: `候补中，第 ${b.position ?? 1} 位`,
      next: '有名额会按顺序给，轮到马上通知您。',
    },
    refused: { title: '未通过', next: b.reason ? `原因：${b.reason}` : '可以看看其他场次。' },
    cancelled: { title: '已取消', next: b.reason ? `原因：${b.reason}` : '名额已经空出来了。' },
    attended: { title: '已签到', next: '谢谢参加。' },
    absent: { title: '没有到场', next: '下次不能来，请提前取消，把名额让给别人。' },
  };
  return isAskedAboutMove(b, now) ? movedWords : words[b.status];
}

/** 「已由 林干事 于 6月8日 10:02 {通过}」, by what the booking became. */
export const decidedWords: Partial<Record<BookingStatus, string>> = {
  booked: '通过',
  sent_back: '退回补正',
  refused: '不予通过',
};

/** Lines of 经过, by event type. */
export const eventLabels: Record<string, string> = {
  made: '提交预约',
  made_for: '工会代办预约',
  named: '单位报名',
  list_undone: '单位撤回名单',
  asked_again: '单位提醒确认',
  replaced: '单位换人',
  entered: '报名抽签',
  offered: '得到名额，等本人确认',
  claimed: '本人确认名额',
  declined: '本人放弃名额',
  lapsed: '逾期未确认',
  offer_extended: '没通知到，名额多留一次',
  offer_moved: '名额随放假安排多留',
  drawn: '抽签',
  overridden: '特批',
  promoted: '候补成功',
  skipped: '候补结束',
  approved: '审核通过',
  refused: '审核未通过',
  sent_back: '退回补正',
  answered: '补正后提交',
  supplemented: '补充回答',
  pick_up_changed: '修改接送人',
  consent_withdrawn: '撤回同意',
  undone: '审核撤回，重新审核',
  cancelled: '取消',
  absent: '没有到场',
  attended: '到场',
  arrived_before_cancelling: '取消之前已到场',
  mark_undone: '签到更正',
  due_moved: '答复期限随放假安排改动',
  rescheduled: '时间地点有变',
  moved: '改期',
  move_asked: '组织单位问能不能换场次',
  move_agreed: '同意换场次',
  move_declined: '不换场次',
  move_lapsed: '换场次没有答复，留在原场次',
  move_withdrawn: '不用换场次了',
  moved_by_desk: '换场次',
  swapped: '和别人对调场次',
  merged: '并班',
  merge_undone: '不并班了',
  move_kept: '本人答复：能来',
  move_silent: '没有答复，名额保留',
  move_ended: '改时间后取消',
  misfit: '更正资料后不再符合条件，名额保留',
};
