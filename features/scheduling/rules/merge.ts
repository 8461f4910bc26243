import { type BookingStatus, holdsPlace } from '@/features/bookings/rules/booking';
import { seatsLeft } from '@/features/offerings/rules/offering';
import { type Availability, type CarveOut, takePlace } from '@/features/places/rules/availability';

interface Joining {
  readonly status: BookingStatus;
  readonly isOverride: boolean;
}

/** Those who need a place in the other class: a 特批 stands above capacity there, too. */
export const needsSeat = (b: Joining): boolean => holdsPlace(b.status) && !b.isOverride;

/**
 * The order in which people are counted into another class, in the preview and in the merge: holders of a
 * place first, then the queue by its numbers. For `Array.sort`.
 * @returns below 0 when `a` comes first, above 0 when `b` does
 */
export const inQueueOrder = (
  a: { readonly id: string; readonly queueNo: number | null },
  b: { readonly id: string; readonly queueNo: number | null },
): number => (a.queueNo ?? 0) - (b.queueNo ?? 0) || a.id.localeCompare(b.id);

/**
 * Whether one class has room for everyone of another who fits; places kept for groups or reserved are not
 * room. Source: domain.md §3.5.
 * @returns how many are missing; 0 when all fit
 */
export const missingSeats = (
  stock: { readonly places: Availability['places'] },
  joining: readonly Joining[],
): number => Math.max(0, joining.filter(needsSeat).length - seatsLeft(stock.places));

export type MergeRefusal = 'same_session' | 'session_gone' | 'begun' | 'draw_open' | 'nobody';

/**
 * Whether one class may be merged into another: both lie ahead, in one offering, with nobody whose place is
 * still to be drawn, and with somebody to bring. Source: domain.md §3.5.
 * @returns null when allowed
 */
export function refuseMerge(
  from: { readonly id: string; readonly startsAt: Date; readonly cancelledAt: Date | null },
  into: { readonly id: string; readonly startsAt: Date; readonly cancelledAt: Date | null },
  open: readonly Joining[],
  now: Date,
): MergeRefusal | null {
  if (from.id === into.id) return 'same_session';
  if (from.cancelledAt || into.cancelledAt) return 'session_gone';
  if (from.startsAt <= now || into.startsAt <= now) return 'begun';
  if (open.some((b) => b.status === 'entered')) return 'draw_open';
  return open.length === 0 ? 'nobody' : null;
}

function joinOne<C extends CarveOut>(stock: Availability<C>, b: Joining): Availability<C> {
  const { places, carveOuts } = stock;
  if (b.status === 'waitlisted') {
    const [waiting, queueNext] = [places.waiting + 1, places.queueNext + 1];
    return { carveOuts, places: { ...places, waiting, queueNext } };
  }
  if (!b.isOverride) return takePlace(stock, null);
  return { carveOuts, places: { ...places, overridden: places.overridden + 1 } };
}

/**
 * The places of a class once everyone of another has joined it: open ones are taken, 特批 stand above
 * capacity, who waits goes behind its queue. Source: domain.md §3.5.
 */
export const joinPlaces = <C extends CarveOut>(
  stock: Availability<C>,
  joining: readonly Joining[],
): Availability<C> => joining.reduce((all, b) => joinOne(all, b), stock);
