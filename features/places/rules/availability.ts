import { type BookingStatus, holdsPlace } from '@/features/bookings/rules/booking';
import { seatsLeft } from '@/features/offerings/rules/offering';
import { countTaken, type Places } from './places';

/** Places of a session that only a group may take, as they stand under the session's lock. */
export interface CarveOut {
  readonly id: string;
  readonly capacity: number;
  readonly taken: number;
  /** Set once its unused places have flowed back; from then on it keeps nothing. */
  readonly returnedAt: Date | null;
}

/** All that decides who may have a place: the counters and the session's carve-outs in their order. */
export interface Availability<C extends CarveOut = CarveOut> {
  readonly places: Places;
  readonly carveOuts: readonly C[];
}

/** A booking as far as places are concerned. */
export interface HeldPlace {
  readonly status: BookingStatus;
  readonly carveOutId: string | null;
  readonly isOverride: boolean;
}

/** Free places that the carve-out still keeps for its group. */
export const reservedBy = (c: CarveOut): number =>
  c.returnedAt === null ? c.capacity - c.taken : 0;

const touch = <C extends CarveOut>(
  stock: Availability<C>,
  id: string | null,
  by: number,
): readonly C[] => stock.carveOuts.map((c) => (c.id === id ? { ...c, taken: c.taken + by } : c));

/**
 * One more place is held, out of the carve-out or out of the open ones. Source: domain.md §3.5.
 */
export function takePlace<C extends CarveOut>(
  stock: Availability<C>,
  carveOutId: string | null,
): Availability<C> {
  const carveOuts = touch(stock, carveOutId, 1);
  return { places: countTaken(stock.places, carveOutId), carveOuts };
}

/**
 * What a booking held goes back to where it came from: a place to its carve-out, or to the open ones
 * once the carve-out has been returned; an override to nobody, since it stood above capacity.
 * Source: domain.md §3.5.
 */
export function releasePlace<C extends CarveOut>(
  stock: Availability<C>,
  hold: HeldPlace,
): Availability<C> {
  const { places } = stock;
  if (hold.status === 'waitlisted') {
    return { ...stock, places: { ...places, waiting: places.waiting - 1 } };
  }
  if (!holdsPlace(hold.status)) return stock;
  if (hold.isOverride) {
    return { ...stock, places: { ...places, overridden: places.overridden - 1 } };
  }
  const from = stock.carveOuts.find((c) => c.id === hold.carveOutId);
  const toReserved = from?.returnedAt === null ? 1 : 0;
  return {
    places: { ...places, taken: places.taken - 1, reserved: places.reserved + toReserved },
    carveOuts: touch(stock, hold.carveOutId, -1),
  };
}

/** The first carve-out with a place free among those a person belongs to. Null when there is none. */
export const freeCarveOut = (stock: Availability, groups: readonly string[]): string | null =>
  stock.carveOuts.find((c) => reservedBy(c) > 0 && groups.includes(c.id))?.id ?? null;

/**
 * The place a person would take: one kept for a group of theirs first, so that open ones stay for
 * those who have no other; else an open one; null when none is theirs to take.
 * Source: domain.md §3.5.
 */
export function placeFor(
  stock: Availability,
  groups: readonly string[],
): { readonly carveOutId: string | null } | null {
  const carveOutId = freeCarveOut(stock, groups);
  if (carveOutId !== null) return { carveOutId };
  return seatsLeft(stock.places) > 0 ? { carveOutId: null } : null;
}

/**
 * Unused places of a carve-out become open to all; what was taken from it stays taken.
 * Source: domain.md §3.5.
 */
export function releaseCarveOut<C extends CarveOut>(
  stock: Availability<C>,
  id: string,
  at: Date,
): Availability<C> {
  const gone = stock.carveOuts.find((c) => c.id === id);
  if (!gone || gone.returnedAt !== null) return stock;
  const places = { ...stock.places, reserved: stock.places.reserved - reservedBy(gone) };
  const carveOuts = stock.carveOuts.map((c) => (c.id === id ? { ...c, returnedAt: at } : c));
  return { places, carveOuts };
}

/**
 * A new size for what is kept for a group: below what it has taken, or more than is open, is refused
 * with the number that would do. Source: domain.md §3.5.
 */
export function resizeReserved(
  stock: Availability,
  carveOut: Pick<CarveOut, 'capacity' | 'taken'>,
  capacity: number,
):
  | { ok: true; places: Places }
  | { ok: false; reason: 'below_taken' | 'above_open'; most: number } {
  if (capacity < carveOut.taken) return { ok: false, reason: 'below_taken', most: carveOut.taken };
  const more = capacity - carveOut.capacity;
  const open = seatsLeft(stock.places);
  if (more > open) return { ok: false, reason: 'above_open', most: carveOut.capacity + open };
  return { ok: true, places: { ...stock.places, reserved: stock.places.reserved + more } };
}

/**
 * The fewest places a session may be cut to: what is taken and what is kept stays.
 * Source: domain.md §3.5.
 */
export const leastCapacity = ({ taken, reserved }: Places): number => taken + reserved;
