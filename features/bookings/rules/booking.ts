import type { bookingStatuses } from '@/db/schema/enums';
import { formatDateTime } from '@/lib/dates';

export type BookingStatus = (typeof bookingStatuses)[number];

/** What a booking may become. `docs/domain.md` shows the same table and a test compares them. */
export const bookingTransitions = {
  entered: ['booked', 'pending', 'offered', 'waitlisted', 'not_drawn', 'refused', 'cancelled'],
  pending: ['booked', 'sent_back', 'refused', 'cancelled'],
  sent_back: ['pending', 'refused', 'cancelled'],
  booked: ['attended', 'absent', 'cancelled'],
  offered: ['booked', 'pending', 'lapsed', 'refused', 'cancelled'],
  waitlisted: ['booked', 'pending', 'offered', 'refused', 'cancelled'],
  lapsed: [],
  not_drawn: [],
  refused: [],
  cancelled: [],
  attended: ['booked', 'absent'],
  absent: ['booked', 'attended'],
} as const satisfies Record<BookingStatus, readonly BookingStatus[]>;

/** What the desk may take back before its notice leaves; a refused place may be gone by then. */
export const bookingUndoTransitions = {
  booked: ['pending'],
  sent_back: ['pending'],
  refused: ['pending'],
} as const satisfies Partial<Record<BookingStatus, readonly BookingStatus[]>>;

export const bookingStatusLabels: Record<BookingStatus, string> = {
  entered: '待抽签',
  pending: '待审核',
  sent_back: '需补正',
  booked: '已预约',
  offered: '待确认名额',
  waitlisted: '候补中',
  lapsed: '逾期未确认',
  not_drawn: '未中签',
  refused: '未通过',
  cancelled: '已取消',
  attended: '已签到',
  absent: '爽约',
};

const holding: readonly BookingStatus[] = [
  'pending',
  'sent_back',
  'booked',
  'offered',
  'attended',
  'absent',
];

/**
 * Counted in `session_capacity.taken` unless it is an override; what waits for approval, or for the
 * person's own yes, holds its place meanwhile. Source: domain.md §3.5.
 */
export const holdsPlace = (status: BookingStatus): boolean => holding.includes(status);

/**
 * Stands in the queue or in the draw, without a place. Source: domain.md §3.5.
 */
export const waitsForPlace = (status: BookingStatus): boolean =>
  status === 'waitlisted' || status === 'entered';

/** Holds a place or waits for one: the partial unique indexes count the same. */
export const isActive = (status: BookingStatus): boolean =>
  holdsPlace(status) || waitsForPlace(status);

/** Neither ended nor over: what a change or a cancellation of the session reaches. */
export const openBookingStatuses = [
  'entered',
  'pending',
  'sent_back',
  'booked',
  'offered',
  'waitlisted',
] as const satisfies readonly BookingStatus[];

/**
 * Whether `bookingTransitions` knows the step. Source: domain.md §6.3.
 */
export const canMoveBooking = (from: BookingStatus, to: BookingStatus): boolean =>
  (bookingTransitions[from] as readonly BookingStatus[]).includes(to);

const HOUR = 3_600_000;

/**
 * Until when its owner may cancel: so many hours before the session starts. Source: domain.md §3.6.
 */
export const cancelDeadline = (startsAt: Date, cancelHours: number): Date =>
  new Date(startsAt.getTime() - cancelHours * HOUR);

export type CancelRefusal = 'already_ended' | 'too_late';

/**
 * Whether the owner may still cancel. Who only waits may leave the queue until the session starts,
 * since that takes nothing from anyone; so may whose session was moved under them.
 * Source: domain.md §3.6; a move under them, §5.2.
 * @returns null when allowed
 */
export function refuseCancel(
  booking: { status: BookingStatus; startsAt: Date; cancelHours: number; mayLeave?: boolean },
  now: Date,
): CancelRefusal | null {
  if (!canMoveBooking(booking.status, 'cancelled')) return 'already_ended';
  const bound = holdsPlace(booking.status) && !booking.mayLeave;
  const hours = bound ? booking.cancelHours : 0;
  return now < cancelDeadline(booking.startsAt, hours) ? null : 'too_late';
}

/** 7月1日（周三）08:30前可以取消; a time that is over is never told as one to keep. */
export function cancelWords(startsAt: Date, cancelHours: number, now: Date): string {
  const until = cancelDeadline(startsAt, cancelHours);
  return now < until ? `${formatDateTime(until, now)}前可以取消` : '已过取消时间，不能来请打电话';
}

export type Decided = { bookingId: string; version: number };
