import type { DrawnEntry } from '@/features/bookings/rules/drawn';
import { type DrawResult, isPlaced } from './allot';
import type { Reserved } from './list';

/** What a drawn number's booking becomes. */
export interface DrawnBooking extends DrawnEntry {
  /** For the notice: place among those who wait. */
  readonly position: number | null;
}

interface Terms {
  readonly needsApproval: boolean;
  readonly reserved: readonly Reserved[];
  /** Carve-outs that have been returned since the list was sealed: their places are open ones now. */
  readonly returned: ReadonlySet<string>;
  /** Winners who may not have the place any more, by entry number, with the words to them. */
  readonly ineligible: ReadonlyMap<number, string>;
}

/**
 * Bookings out of results. Who waits gets the session's lowest numbers of the queue, those of the
 * entries themselves, in drawn order: so later arrivals stay behind.
 */
export function outcomesOf(results: readonly DrawResult[], terms: Terms): DrawnBooking[] {
  const numbers = results.map((r) => r.no).sort((a, b) => a - b);
  let waiting = 0;
  return results.map(({ no, rank, outcome }): DrawnBooking => {
    const none = { no, rank, carveOutId: null, queueNo: null, position: null, ineligible: null };
    if (outcome === 'wait') {
      const queueNo = numbers[waiting++] ?? no;
      return { ...none, status: 'waitlisted', queueNo, position: waiting };
    }
    if (!isPlaced(outcome)) return { ...none, status: 'not_drawn' };
    const ineligible = terms.ineligible.get(no);
    if (ineligible !== undefined) return { ...none, status: 'refused', ineligible };
    const id = terms.reserved.find((r) => r.letter === outcome)?.id ?? null;
    const carveOutId = id !== null && terms.returned.has(id) ? null : id;
    return { ...none, status: terms.needsApproval ? 'pending' : 'booked', carveOutId };
  });
}
