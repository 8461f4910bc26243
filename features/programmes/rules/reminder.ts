import { formatTime } from '@/lib/dates';
import type { Kind } from '../schema/offering';

interface Coming {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly startsAt: Date;
  readonly place: string;
}

/**
 * The evening before (domain.md §3.1): when and where, and that giving a place back is still possible.
 * Of a screening a lock screen says neither what nor where.
 * @param on the day it starts, `YYYY-MM-DD`; a booking that is moved is reminded of its new day
 */
export function tomorrowNotice(b: Coming, on: string) {
  const link = `/me/bookings/${b.id}`;
  const dedupeKey = `booking_tomorrow:${b.id}:${on}`;
  if (b.kind === 'screening') {
    const text = '您有一条健康服务通知，请登录连心桥查看。';
    const sms = { template: 'booking_neutral', params: {}, text };
    return {
      title: '请查看健康服务通知',
      body: '您明天有预约，请打开查看。',
      link,
      sms,
      dedupeKey,
    };
  }
  const at = formatTime(b.startsAt);
  return {
    title: `明天 ${at}：${b.title}`,
    body: `地点：${b.place}。到场出示预约码；来不了请尽早取消，把名额留给别人。`,
    link,
    sms: {
      template: 'booking_tomorrow',
      params: {},
      text: `您明天 ${at} 有预约，来不了请登录连心桥取消。`,
    },
    dedupeKey,
  };
}
