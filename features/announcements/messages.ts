import type { Kind } from '@/features/offerings/schema/offering';
import { firstOf } from '@/lib/characters';
import type { OutboxNotice, SmsText } from '@/lib/messaging/outbox';
import type { Recipient } from './rules/recipients';

export interface AnnouncementFacts {
  readonly id: string;
  /** Null: it is about no service, but to a 人群. */
  readonly kind: Kind | null;
  readonly title: string;
  readonly organiser: string;
}

/** What was sent of one message begins so; taking it back goes by it. */
export const announcementPrefix = (id: string): string => `announcement:${id}:`;

/** Characters of an offering's title in a text. */
const TITLE = 20;

/** What leaves by SMS for one person, as the carrier fills its template in, so what it counts. */
export interface AnnouncementSms extends SmsText {
  /** The words themselves, or only that there are some to be read in the portal. */
  readonly isWhole: boolean;
}

/**
 * The text of one person: of a screening a lock screen says nothing (PIPL 28, domain.md §3.1); words longer than
 * the carrier takes in one parameter stay in the portal, and the text says that they are there.
 * @param longest characters of one parameter (阿里云短信模板变量规范: 35)
 */
export function announcementSms(
  { kind, title }: Pick<AnnouncementFacts, 'kind' | 'title'>,
  filled: string,
  longest: number,
): AnnouncementSms {
  if (kind === 'screening') {
    const text = '您有一条健康服务通知，请登录查看。';
    return { template: 'booking_neutral', params: {}, text, isWhole: false };
  }
  const text = filled.replace(/\s*\n\s*/g, ' ');
  if (text.length <= longest) {
    return { template: 'announcement', params: { text }, text: `工会通知：${text}`, isWhole: true };
  }
  if (kind === null) {
    const asked = '工会给您发了一条通知，请登录查看。';
    return { template: 'segment_waits', params: {}, text: asked, isWhole: false };
  }
  const service = firstOf(title, TITLE);
  const asked = `您报名的“${service}”有新通知，请登录查看。`;
  return { template: 'announcement_waits', params: { service }, text: asked, isWhole: false };
}

/** The message to one person: in the portal, and by SMS where that is wanted and there is a phone. */
export function announcementNotice(
  a: AnnouncementFacts,
  to: Recipient,
  filled: string,
  sms: AnnouncementSms | null,
): OutboxNotice {
  const title = a.kind === 'screening' ? '请查看健康服务通知' : `${a.organiser}：${a.title}`;
  return {
    accountId: to.accountId,
    title: firstOf(title, 60),
    body: filled,
    link: to.bookingId === null ? undefined : `/me/bookings/${to.bookingId}`,
    sms:
      sms && to.hasPhone
        ? { template: sms.template, params: sms.params, text: sms.text }
        : undefined,
    dedupeKey: `${announcementPrefix(a.id)}${to.accountId}`,
  };
}
