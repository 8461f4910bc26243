import type { offeringStatuses } from '@/db/schema/enums';
import { formatDateTime } from '@/lib/dates';

export type OfferingStatus = (typeof offeringStatuses)[number];

/**
 * What officers may do to an offering. `published` opens and closes by its window; `open` is opened
 * by hand before its time; `closed` by hand may open again.
 */
export const offeringTransitions = {
  draft: ['published', 'cancelled'],
  published: ['open', 'closed', 'finished', 'cancelled'],
  open: ['closed', 'finished', 'cancelled'],
  closed: ['open', 'finished', 'cancelled'],
  finished: [],
  cancelled: [],
} as const satisfies Record<OfferingStatus, readonly OfferingStatus[]>;

export const offeringStatusLabels: Record<OfferingStatus, string> = {
  draft: '草稿',
  published: '未开始',
  open: '报名中',
  closed: '报名已截止',
  finished: '已结束',
  cancelled: '已取消',
};

/**
 * Whether `offeringTransitions` knows the step. Source: domain.md §6.2.
 */
export const canMoveOffering = (from: OfferingStatus, to: OfferingStatus): boolean =>
  (offeringTransitions[from] as readonly OfferingStatus[]).includes(to);

export interface OfferingTimes {
  readonly status: OfferingStatus;
  readonly bookingOpensAt: Date | null;
  readonly bookingClosesAt: Date | null;
  /** End of its last session; null while it has none. */
  readonly lastEndsAt: Date | null;
}

/**
 * The status that is true at `now`, from the stored one and the window: no job has to run for a
 * class to open at 10:00. Edges: open at the opening instant, closed at the closing instant (T01, T02).
 */
export function offeringPhase(o: OfferingTimes, now: Date): OfferingStatus {
  if (o.status === 'draft' || o.status === 'cancelled' || o.status === 'finished') return o.status;
  if (o.lastEndsAt && o.lastEndsAt <= now) return 'finished';
  if (o.status === 'closed') return 'closed';
  if (o.bookingClosesAt && o.bookingClosesAt <= now) return 'closed';
  if (o.status === 'published' && o.bookingOpensAt && now < o.bookingOpensAt) return 'published';
  return 'open';
}

export interface Seats {
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  /** Free, but kept for a group (预留名额); absent means none. */
  readonly reserved?: number;
  /** Where places are drawn: entering is possible, or the list is sealed. */
  readonly entry?: 'enter' | 'book' | 'frozen';
}

/**
 * Places that anyone may take, whether or not someone waits for them. Source: domain.md §3.5.
 */
export const seatsLeft = (s: Seats): number =>
  Math.max(0, s.capacity - s.taken - (s.reserved ?? 0));

/** 10 % or three seats (design README). */
export const isLow = (s: Seats): boolean =>
  seatsLeft(s) > 0 && seatsLeft(s) <= Math.max(3, Math.floor(s.capacity / 10));

/**
 * A place goes to who waits first, so a free place counts only when nobody waits.
 * Source: domain.md §3.5.
 */
export const hasFreePlace = (s: Seats): boolean => seatsLeft(s) > 0 && s.waiting === 0;

/** The queue has its longest; without a limit it never has. */
export const waitlistIsFull = (s: Seats, waitlistMax: number | undefined): boolean =>
  waitlistMax !== undefined && s.waiting >= waitlistMax;

export type BookableState =
  | 'bookable'
  | 'enter'
  | 'waitlist'
  | 'not_open'
  | 'full'
  | 'closed'
  | 'finished'
  | 'cancelled';

/** What the button of a session says, and whether it is one: 立即预约, 候补 3 人, 已满 … */
export function bookableState(
  offering: OfferingTimes & { waitlistMax: number | undefined },
  seats: Seats,
  now: Date,
): { state: BookableState; label: string } {
  const phase = offeringPhase(offering, now);
  if (phase === 'published' && offering.bookingOpensAt) {
    return { state: 'not_open', label: `${formatDateTime(offering.bookingOpensAt, now)} 开放` };
  }
  if (phase === 'cancelled' || phase === 'finished' || phase === 'closed') {
    return { state: phase, label: offeringStatusLabels[phase] };
  }
  if (phase !== 'open') return { state: 'closed', label: '未发布' };
  if (seats.entry === 'enter') return { state: 'enter', label: '报名抽签' };
  if (seats.entry === 'frozen') return { state: 'closed', label: '名单已封存，等抽签' };
  if (hasFreePlace(seats)) return { state: 'bookable', label: '立即预约' };
  if (waitlistIsFull(seats, offering.waitlistMax)) return { state: 'full', label: '已满' };
  return { state: 'waitlist', label: seats.waiting > 0 ? `候补 ${seats.waiting} 人` : '候补' };
}
