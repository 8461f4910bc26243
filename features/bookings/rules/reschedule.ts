import { type Kind, screeningDetails } from '@/features/offerings/schema/offering';
import { type BookingStatus, cancelDeadline } from './booking';

/** The history line of a move by its owner; counted against the limit. */
export const movedEvent = 'moved';
/** Those of a move by the organiser and of a swap, which count against nobody. */
export const movedByDeskEvent = 'moved_by_desk';
export const swappedEvent = 'swapped';

export type RescheduleRefusal = 'not_movable' | 'move_too_late' | 'no_moves_left';

interface Booked {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly cancelHours: number;
  /** The session was moved under them: no deadline of theirs counts. */
  readonly mayLeave?: boolean;
}

/**
 * How often one may move a booking of this offering: a field of screenings, none elsewhere.
 * Source: domain.md §3.1.
 */
export function rescheduleLimit(kind: Kind, details: Record<string, unknown>): number {
  if (kind !== 'screening') return 0;
  const parsed = screeningDetails.safeParse(details);
  return parsed.success ? parsed.data.rescheduleMax : 0;
}

/**
 * Whether the owner may still move a booking to another session of the same offering: while it holds a
 * place, as long as it could be cancelled, and not more often than the offering allows (domain.md §3.1).
 * @param moved how often it was moved already
 * @returns null when allowed
 */
export function refuseReschedule(
  booking: Booked,
  { limit, moved }: { limit: number; moved: number },
  now: Date,
): RescheduleRefusal | null {
  if (limit === 0 || !['booked', 'pending'].includes(booking.status)) return 'not_movable';
  const hours = booking.mayLeave ? 0 : booking.cancelHours;
  if (now >= cancelDeadline(booking.startsAt, hours)) return 'move_too_late';
  return moved >= limit ? 'no_moves_left' : null;
}

/** How it stands for the owner's page: why not, and one line about how often is left. */
export function moveStatus(
  booking: Booked & {
    kind: Kind;
    details: Record<string, unknown>;
    history: readonly { type: string }[];
  },
  now: Date,
): { refused: RescheduleRefusal | null; limit: number; left: number; words: string | null } {
  const limit = rescheduleLimit(booking.kind, booking.details);
  const moved = booking.history.filter((event) => event.type === movedEvent).length;
  const refused = refuseReschedule(booking, { limit, moved }, now);
  const left = Math.max(0, limit - moved);
  const words =
    refused === null
      ? `还可以改期 ${left} 次。`
      : refused === 'no_moves_left'
        ? `已改期 ${moved} 次，不能再改。不能去请提前取消。`
        : null;
  return { refused, limit, left, words };
}
