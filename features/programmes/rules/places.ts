import type { BookingStatus } from './booking';
import { hasFreePlace, type Seats, waitlistIsFull } from './offering';

/** The capacity row as it stands under its lock. */
export interface Places extends Seats {
  readonly reserved: number;
  readonly overridden: number;
  readonly queueNext: number;
}

export interface Granted {
  readonly status: Extract<BookingStatus, 'booked' | 'pending' | 'waitlisted'>;
  readonly queueNo: number | null;
  /** The capacity row afterwards. */
  readonly places: Places;
}

/**
 * What the next comer gets: a place, held while someone must approve it; else the end of the queue;
 * else nothing. Who comes while others wait goes behind them even if a place is free.
 */
export function grantPlace(
  places: Places,
  terms: { needsApproval: boolean; waitlistMax: number | undefined },
): Granted | 'full' {
  if (hasFreePlace(places)) {
    const status = terms.needsApproval ? 'pending' : 'booked';
    return { status, queueNo: null, places: { ...places, taken: places.taken + 1 } };
  }
  if (waitlistIsFull(places, terms.waitlistMax)) return 'full';
  return {
    status: 'waitlisted',
    queueNo: places.queueNext,
    places: { ...places, waiting: places.waiting + 1, queueNext: places.queueNext + 1 },
  };
}
