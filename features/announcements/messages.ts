import type { Kind } from '@/features/offerings/schema/offering';
import { firstOf } from '@/lib/characters';
import type { OutboxNotice } from '@/lib/messaging/outbox';
import type { Recipient } from './rules/recipients';

export interface AnnouncementFacts {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  readonly organiser: string;
}

/** What was sent of one message begins so; taking it back goes by it. */
export const announcementPrefix = (id: string): string => `announcement:${id}:`;

/** The words that leave by SMS: of a screening a lock screen says nothing (PIPL 28, domain.md §3.1). */
export const smsWords = (kind: Kind, filled: string): string =>
  kind === 'screening' ? '您有一条健康服务通知，请登录查看。' : filled.replace(/\s*\n\s*/g, ' ');

/** The message to one person: in the portal, and by SMS where that is wanted and there is a phone. */
export function announcementNotice(
  a: AnnouncementFacts,
  to: Recipient,
  filled: string,
  bySms: boolean,
): OutboxNotice {
  const title = a.kind === 'screening' ? '请查看健康服务通知' : `${a.organiser}：${a.title}`;
  const text = smsWords(a.kind, filled);
  return {
    accountId: to.accountId,
    title: firstOf(title, 60),
    body: filled,
    link: `/me/bookings/${to.bookingId}`,
    sms: bySms && to.hasPhone ? { template: 'announcement', params: { text }, text } : undefined,
    dedupeKey: `${announcementPrefix(a.id)}${to.accountId}`,
  };
}
