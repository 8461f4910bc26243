import type { bookingEvents } from '@/db/schema/bookings';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import type { BookingCase } from './cases';

type EventRow = typeof bookingEvents.$inferInsert;
type Step = [type: string, to: BookingStatus, by: string, hours: number];

/** 经过 of one booking, from making it to where it stands. */
export function bookingHistory({ row, session }: BookingCase): EventRow[] {
  const { offering, organiserName: by } = session;
  const first: BookingStatus =
    row.status === 'waitlisted' ? 'waitlisted' : offering.needsApproval ? 'pending' : 'booked';
  const approved: Step[] = first === 'pending' ? [['approved', 'booked', by, 1]] : [];
  const met = (session.row.startsAt.getTime() - row.createdAt.getTime()) / 3_600_000;
  const tail: Record<BookingStatus, Step[]> = {
    entered: [],
    pending: [],
    waitlisted: [],
    offered: [['offered', 'offered', '系统', 1]],
    lapsed: [['lapsed', 'lapsed', '系统', 24]],
    not_drawn: [['drawn', 'not_drawn', '系统', 1]],
    booked: approved,
    sent_back: [['sent_back', 'sent_back', by, 1]],
    refused: [['refused', 'refused', by, 1]],
    cancelled: [['cancelled', 'cancelled', offering.cancelledReason ? by : '本人', 2]],
    attended: [...approved, ['attended', 'attended', by, met]],
    absent: [...approved, ['absent', 'absent', by, met]],
  };
  const steps: Step[] = [['made', first, '本人', 0], ...tail[row.status]];
  let status: BookingStatus | null = null;
  return steps.map(([type, toStatus, actorLabel, hours]): EventRow => {
    const fromStatus = status;
    status = toStatus;
    const at = new Date(row.createdAt.getTime() + hours * 3_600_000);
    const note = type === 'sent_back' || type === 'refused' ? row.reason : null;
    return { bookingId: row.id, at, type, fromStatus, toStatus, actorLabel, note };
  });
}
