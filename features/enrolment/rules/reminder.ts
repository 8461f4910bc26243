import {
  type Meeting,
  meetingOnDay,
  meetingsOf,
  type Timed,
} from '@/features/offerings/rules/meetings';
import type { Kind, reminders } from '@/features/offerings/schema/offering';
import { addDays, formatTime, todayOn } from '@/lib/dates';

type Reminders = (typeof reminders)[number];

/** 提醒, as the page of the offering says it. */
export const reminderWords: Record<Reminders, string> = {
  each: '每次前一天傍晚提醒',
  gap: '第一次，和隔了几天再上的那一次，前一天傍晚提醒',
  first: '只在第一次前一天傍晚提醒',
};

/**
 * The meeting of the day that its holders are reminded of, or null: each of them, only one that follows
 * a day without, or the first alone.
 * @param on `YYYY-MM-DD`, tomorrow
 */
export function remindedMeeting(session: Timed, how: Reminders, on: string): Meeting | null {
  const meeting = meetingOnDay(session, on);
  if (!meeting || how === 'each') return meeting;
  const isFirst = todayOn(session.startsAt) === on;
  if (how === 'first') return isFirst ? meeting : null;
  return meetingOnDay(session, addDays(on, -1)) ? null : meeting;
}

interface Coming {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly place: string;
  readonly times: Timed;
  readonly meeting: Meeting;
}

/** Which of several meetings it is: 第 2 次，共 10 次. */
function whichOne({ times, meeting }: Coming): string {
  const all = meetingsOf(times);
  const at = all.findIndex((m) => m.from.getTime() === meeting.from.getTime());
  return all.length > 1 ? `第 ${at + 1} 次，共 ${all.length} 次。` : '';
}

/**
 * The evening before (domain.md §3.1): when and where, and that giving a place back is still possible.
 * Of a screening a lock screen says neither what nor where.
 * @param on the day of the meeting, `YYYY-MM-DD`; a booking that is moved is reminded of its new day
 */
export function tomorrowNotice(b: Coming, on: string) {
  const link = `/me/bookings/${b.id}`;
  const dedupeKey = `booking_tomorrow:${b.id}:${on}`;
  if (b.kind === 'screening') {
    const text = '您有一条健康服务通知，请登录查看。';
    const sms = { template: 'booking_neutral', params: {}, text };
    return {
      title: '请查看健康服务通知',
      body: '您明天有预约，请打开查看。',
      link,
      sms,
      dedupeKey,
    };
  }
  const at = formatTime(b.meeting.from);
  const begun = todayOn(b.times.startsAt) !== on;
  return {
    title: `明天 ${at}：${b.title}`,
    body: `${whichOne(b)}地点：${b.place}。到场出示预约码；${begun ? '来不了请告诉组织单位。' : '来不了请尽早取消，把名额留给别人。'}`,
    link,
    sms: {
      template: 'booking_tomorrow',
      params: {},
      text: begun
        ? `您明天 ${at} 有课，地点请登录查看。`
        : `您明天 ${at} 有预约，来不了请登录取消。`,
    },
    dedupeKey,
  };
}
