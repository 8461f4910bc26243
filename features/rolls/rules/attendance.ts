import { type BookingStatus, canMoveBooking } from '@/features/bookings/rules/booking';
import { todayOn } from '@/lib/dates';
import type { AttendanceMark } from '../schema/roll';

/** Only these are on a roll; `booked` as a mark must never approve or promote anyone. */
export const onTheRoll = [
  'booked',
  'attended',
  'absent',
] as const satisfies readonly BookingStatus[];

export type MarkRefusal = 'not_started' | 'session_cancelled' | 'not_holding' | 'by_class_staff';

/**
 * Whether a roll may be marked: from the moment the session starts, for those who hold a place.
 * Before that nobody can have been absent. Marks may be corrected afterwards; each is on record. On its
 * own day a 托管班 is its assigned staff's to sign in (未成年人保护法 62, domain.md §3.2).
 * @returns null when allowed
 */
export function refuseMark(
  session: { startsAt: Date; cancelledAt: Date | null; kind?: string },
  booking: { status: BookingStatus } | null,
  to: BookingStatus,
  now: Date,
): MarkRefusal | null {
  if (session.cancelledAt) return 'session_cancelled';
  if (now < session.startsAt) return 'not_started';
  if (session.kind === 'childcare' && todayOn(now) === todayOn(session.startsAt))
    return 'by_class_staff';
  if (!booking) return null;
  const isOn = onTheRoll.some((status) => status === booking.status);
  if (!isOn || !canMoveBooking(booking.status, to)) return 'not_holding';
  return null;
}

/** What a mark makes of a booking: 请假 is an absence that is excused. */
export const statusOfMark = (to: AttendanceMark): 'attended' | 'absent' | 'booked' =>
  to === 'excused' ? 'absent' : to;

/** Who is moved by 全部标记: the undecided; by 全部撤销: everyone who carries a mark. */
export const markedTogether = (to: AttendanceMark): readonly BookingStatus[] =>
  to === 'booked' ? ['attended', 'absent'] : ['booked'];
