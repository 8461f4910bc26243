import type { Kind } from '@/features/offerings/schema/offering';

interface Answered {
  readonly bookingId: string;
  readonly kind: Kind;
  readonly title: string;
  readonly version: number;
}

const neutralSms = {
  template: 'booking_neutral',
  params: {},
  text: '您有一条健康服务通知，请登录查看。',
};

/** The answer to an appeal. A screening is named on no lock screen (PIPL 28). */
export function appealNotice(a: Answered, accepted: boolean, answer: string | null) {
  const link = `/me/bookings/${a.bookingId}`;
  const dedupeKey = `appeal:${a.bookingId}:${a.version}`;
  if (a.kind === 'screening') {
    const title = '请查看健康服务通知';
    return { title, body: '您的预约有新进展，请打开查看。', link, sms: neutralSms, dedupeKey };
  }
  const words = answer ? `答复：${answer}` : '';
  return {
    title: accepted ? `申诉成立：${a.title}` : `申诉不成立：${a.title}`,
    body: accepted ? `这一次不计爽约。${words}` : `这一次仍记爽约。${words}`,
    link,
    sms: {
      template: 'appeal_answered',
      params: {},
      text: '您的申诉已有答复，请登录查看。',
    },
    dedupeKey,
  };
}
