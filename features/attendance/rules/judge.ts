import type { BookingStatus } from '@/features/bookings/rules/booking';
import { meetingOnDay, type StoredSession, timedOf } from '@/features/offerings/rules/meetings';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { todayOn } from '@/lib/dates';
import type { AttendanceStatus } from './attendance-status';

export type ScanRefusal =
  | 'unreadable'
  | 'foreign'
  | 'forged'
  | 'expired'
  | 'not_member'
  | 'unknown'
  | 'several'
  | 'wrong_session'
  | 'not_holding'
  | 'session_cancelled'
  | 'wrong_day'
  | 'clock'
  | 'too_old'
  | 'own_case';

/** What the judge needs of the session whose door it is. */
export interface CheckInPoint extends StoredSession {
  readonly id: string;
  readonly cancelledAt: Date | null;
}

export interface Arrival {
  readonly sessionId: string;
  readonly status: BookingStatus;
  /** When it was cancelled, if it was. */
  readonly cancelledAt?: Date | null;
}

/**
 * An offline device tells later: who was scanned while the place was still held has come, whatever was
 * cancelled since. Source: domain.md §3.7.
 */
export const cameBeforeCancelling = (
  { status, cancelledAt }: Pick<Arrival, 'status' | 'cancelledAt'>,
  scannedAt: Date,
): boolean => status === 'cancelled' && !!cancelledAt && scannedAt < cancelledAt;

const CLOCK_LEEWAY_MS = 10 * 60_000;

/**
 * Whether whoever was scanned may come in: the right session, a place held, a day on which it meets.
 * The day is that of the scan, since an offline device may tell much later. Source: domain.md §3.7.
 * @returns null when they may
 */
export function refuseArrival(
  door: CheckInPoint,
  booking: Arrival,
  scannedAt: Date,
  now: Date,
): ScanRefusal | null {
  if (scannedAt.getTime() > now.getTime() + CLOCK_LEEWAY_MS) return 'clock';
  if (booking.sessionId !== door.id) return 'wrong_session';
  if (door.cancelledAt) return 'session_cancelled';
  const hasPlace =
    onTheRoll.some((status) => status === booking.status) ||
    cameBeforeCancelling(booking, scannedAt);
  if (!hasPlace) return 'not_holding';
  return meetingOnDay(timedOf(door), todayOn(scannedAt)) ? null : 'wrong_day';
}

/** True when the person already stands as present: the scan is one more of the same arrival. */
export const isRepeat = (attendance: AttendanceStatus): boolean => attendance.state === 'present';
