import type {
  announcementAudiences,
  announcementStatuses,
  announcementTargets,
} from '@/db/schema/enums';
import { type BookingStatus, openBookingStatuses } from '@/features/bookings/rules/booking';

export type Audience = (typeof announcementAudiences)[number];
/** Of an offering, or of a 人群. */
export type Target = (typeof announcementTargets)[number];
export type AnnouncementStatus = (typeof announcementStatuses)[number];

export const audienceLabels: Record<Target, string> = {
  joined: '已有名额的',
  unconfirmed: '还没确认的',
  waiting: '候补中的',
  sent_back: '等补正的',
  everyone: '全部报名的',
  segment: '人群里的',
};

/** What a message to a 人群 is headed by, which says nothing of how its people were found. */
export const segmentTitle = '给会员的通知';

/** Which bookings an audience is made of; who has not confirmed is further asked by the clock. */
export const audienceStatuses: Record<Audience, readonly BookingStatus[]> = {
  joined: ['booked', 'attended', 'absent'],
  unconfirmed: ['offered', 'pending', 'sent_back', 'booked'],
  waiting: ['waitlisted'],
  sent_back: ['sent_back'],
  everyone: [...openBookingStatuses, 'attended', 'absent'],
};

/** A draft is looked at, leaves once, and may be taken back before its first SMS is out. */
export const announcementTransitions = {
  draft: ['sent'],
  sent: ['withdrawn'],
  withdrawn: [],
} as const satisfies Record<AnnouncementStatus, readonly AnnouncementStatus[]>;

export const announcementLabels: Record<AnnouncementStatus, string> = {
  draft: '未发',
  sent: '已发',
  withdrawn: '已撤回',
};

/** Whether `announcementTransitions` knows the step. Source: domain.md §6.15. */
export const canMoveAnnouncement = (from: AnnouncementStatus, to: AnnouncementStatus): boolean =>
  (announcementTransitions[from] as readonly AnnouncementStatus[]).includes(to);

/** Which audience a list of bookings of this status writes to; everybody where none fits better. */
export function audienceOfStatus(status: BookingStatus | undefined): Audience {
  if (status === 'offered') return 'unconfirmed';
  if (status === 'waitlisted') return 'waiting';
  if (status === 'sent_back') return 'sent_back';
  return status === 'booked' || status === 'attended' || status === 'absent'
    ? 'joined'
    : 'everyone';
}

/** The address at which a message to these people is written. */
export function newMessageHref(
  offeringId: string,
  to: { audience: Audience; sessionId?: string | null | undefined },
): string {
  const query = new URLSearchParams({ to: to.audience });
  if (to.sessionId) query.set('session', to.sessionId);
  return `/desk/offerings/${offeringId}/messages/new?${query}`;
}
