import {
  type BookingNotice,
  bookingNotice,
  type NoticeFacts,
  starts,
  when,
} from '@/features/bookings/rules/booking-notice';
import { askWords } from '@/features/bookings/rules/moved';
import { formatDateTime } from '@/lib/dates';
import { unstopped } from '@/lib/text';

export const organiserCancelledNotice = (
  b: NoticeFacts,
  reason: string,
  now: Date,
): BookingNotice =>
  bookingNotice(b, 'organiser_cancelled', {
    title: `组织单位已取消：${b.title}`,
    body: `${b.session}（${when(b, now)}）不办了，原因：${unstopped(reason)}。您的${b.number}已取消，不用再操作。`,
    sms: `预约${b.number}的场次已由组织单位取消，原因请登录查看，不用到场。`,
  });

export const sessionChangedNotice = (b: NoticeFacts, now: Date): BookingNotice =>
  bookingNotice(b, 'rescheduled', {
    title: `时间地点有变：${b.title}`,
    body: `${b.session}改为${when(b, now)}，${b.place}。不能来请提前取消。`,
    sms: `预约${b.number}改为${starts(b, now)}，地点请登录查看。`,
  });

interface MergedTo {
  /** At other hours: until when to answer, and what silence means. */
  readonly asked: { readonly until: Date; readonly silence: 'keep' | 'release' } | null;
  readonly waits: boolean;
}

/** Their class was merged into another: where it is now, and until when to say whether its hours suit. */
export const mergedNotice = (
  b: NoticeFacts,
  { asked, waits }: MergedTo,
  now: Date,
): BookingNotice =>
  bookingNotice(b, 'merged', {
    title: `${asked ? '两个班合并，请答复' : '两个班合并'}：${b.title}`,
    body: `您的${b.number}并到${b.session}，${when(b, now)}，${b.place}。${
      asked ? askWords(asked.until, asked.silence, now) : waits ? '候补照旧' : '到场出示预约码'
    }。`,
    sms: asked
      ? `预约${b.number}并到${starts(b, now)}，请在${formatDateTime(asked.until, now)}前登录答复能不能来。`
      : `预约${b.number}并到${starts(b, now)}，地点请登录查看。`,
  });

/** The merge was taken back: everything is as it was. */
export const mergeUndoneNotice = (b: NoticeFacts, now: Date): BookingNotice =>
  bookingNotice(b, 'merge_undone', {
    title: `不并班了：${b.title}`,
    body: `您的${b.number}还是${b.session}，${when(b, now)}，${b.place}，不用答复。`,
    sms: `预约${b.number}不并班了，还是${starts(b, now)}。`,
  });
