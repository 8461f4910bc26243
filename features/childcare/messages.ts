import { formatDay, formatTime } from '@/lib/dates';

interface Class {
  readonly sessionId: string;
  readonly offeringId: string;
  readonly title: string;
  readonly session: string;
}

export const assignedNotice = (c: Class, staffId: string) => ({
  title: '您已登记为托管班看护人员',
  body: `${c.title} ${c.session}。录入查询结果后，用这个手机号登录就能签到。`,
  link: `/class/${c.sessionId}`,
  dedupeKey: `class_staff:${staffId}:assigned`,
});

/** To the organiser's officers, once a day, while a class that is open must not go on. */
export const alarmNotice = (c: Class, reasons: readonly string[], today: string) => ({
  title: '托管班今天不能签到',
  body: `${c.title} ${c.session}：${reasons.join('；')}。补齐后才能让孩子入班。`,
  link: `/desk/offerings/${c.offeringId}/staff?session=${c.sessionId}`,
  dedupeKey: `class:${c.sessionId}:${today}:alarm`,
});

/** Read on a lock screen by anyone: no name of a child, no place (security.md §1.6). */
export const absenceNotice = (bookingId: string, on: string, from: Date) => ({
  title: '请确认孩子是否到班',
  body: `${formatDay(on, on)}的班 ${formatTime(from)} 开始，还没有签到记录。已送到请联系老师；不来请点开请假。`,
  link: `/me/bookings/${bookingId}/class`,
  sms: {
    template: 'class_absence',
    params: {},
    text: '今天的班已开始，还没有签到记录。已送到请联系老师；不来请登录请假。',
  },
  dedupeKey: `class_absence:${bookingId}:${on}`,
});

export const arrivedNotice = (bookingId: string, on: string, at: Date) => ({
  title: '孩子已到班',
  body: `${formatDay(on, on)} ${formatTime(at)} 已签到。`,
  link: `/me/bookings/${bookingId}/class`,
  quiet: true,
  dedupeKey: `class_in:${bookingId}:${on}`,
});

export const handedOverNotice = (bookingId: string, on: string, at: Date, to: string) => ({
  title: '已接走',
  body: `${formatDay(on, on)} ${formatTime(at)} 由${to}接走。不对请马上联系老师。`,
  link: `/me/bookings/${bookingId}/class`,
  dedupeKey: `class_out:${bookingId}:${on}`,
});

export const refusedHandOverNotice = (bookingId: string, handOverId: string, at: Date) => ({
  title: '有人来接，没有交接',
  body: `${formatTime(at)} 来的人不在名单上，老师没有交接。请打开查看，或联系老师。`,
  link: `/me/bookings/${bookingId}/class`,
  dedupeKey: `class_refused:${handOverId}`,
});

export const incidentNotice = (bookingId: string, incidentId: string) => ({
  title: '托管班有一条情况记录',
  body: '老师记下了一件和孩子有关的事，请打开查看。',
  link: `/me/bookings/${bookingId}/class`,
  dedupeKey: `class_incident:${incidentId}:${bookingId}`,
});

export const pickUpChangedNotice = (bookingId: string, changeId: string) => ({
  title: '接送人名单有改动',
  body: '另一位监护人改了接送人名单，请打开核对。',
  link: `/me/bookings/${bookingId}/pick-up`,
  dedupeKey: `pick_up:${bookingId}:${changeId}`,
});
