import type { BookingStatus } from '@/features/bookings/rules/booking';
import { hasFreePlace, type Seats, waitlistIsFull } from '@/features/offerings/rules/offering';

/** The capacity row as it stands under its lock. */
export interface Places extends Seats {
  readonly reserved: number;
  readonly overridden: number;
  readonly queueNext: number;
}

interface Given {
  /** The carve-out the place comes from; null for an open one. */
  readonly carveOutId: string | null;
  /** The capacity row afterwards. */
  readonly places: Places;
}

/** What a comer got, told apart by `status`: a place, one held for approval, a queue number, a 报名号. */
export type Granted = Given &
  (
    | { readonly status: Extract<BookingStatus, 'booked' | 'pending'>; readonly queueNo: null }
    | { readonly status: Extract<BookingStatus, 'waitlisted'>; readonly queueNo: number }
    | Entered
  );

/** An entry in a draw, with the number that the published list calls it by. */
export interface Entered extends Given {
  readonly status: Extract<BookingStatus, 'entered'>;
  readonly queueNo: null;
  readonly entryNo: number;
}

/** One place more is held: an open one, or one that a carve-out kept. */
export const countTaken = (places: Places, carveOutId: string | null): Places => ({
  ...places,
  taken: places.taken + 1,
  reserved: places.reserved - (carveOutId === null ? 0 : 1),
});

/**
 * What the next comer gets: a place of a carve-out they belong to; else an open one, held while someone
 * must approve it; else the end of the queue; else nothing. Who comes while others wait goes behind
 * them even if a place is open; a kept place passes nobody by, since none who waits may take it.
 * Source: domain.md §3.5.
 * @param carveOutId a carve-out with a place free that the comer belongs to
 */
export function grantPlace(
  places: Places,
  terms: { needsApproval: boolean; waitlistMax: number | undefined },
  carveOutId: string | null = null,
): Granted | 'full' {
  if (carveOutId !== null || hasFreePlace(places)) {
    const status = terms.needsApproval ? 'pending' : 'booked';
    return { status, queueNo: null, carveOutId, places: countTaken(places, carveOutId) };
  }
  if (waitlistIsFull(places, terms.waitlistMax)) return 'full';
  return {
    status: 'waitlisted',
    queueNo: places.queueNext,
    carveOutId: null,
    places: { ...places, waiting: places.waiting + 1, queueNext: places.queueNext + 1 },
  };
}
