import { seatsLeft } from '@/features/offerings/rules/offering';
import { type Availability, placeFor, takePlace } from './availability';

/** One who waits, with the carve-outs whose group they belong to. */
export interface Waiting {
  readonly id: string;
  readonly groups: readonly string[];
  /** The same token for siblings who are served together or not at all. */
  readonly household?: string | null;
}

export interface Next {
  readonly id: string;
  readonly carveOutId: string | null;
}

/**
 * Whether everyone of a household who waits finds a place of their own at once.
 * Source: domain.md §3.5.
 */
export function fitsWhole(stock: Availability, household: readonly Waiting[]): boolean {
  let left = stock;
  for (const { groups } of household) {
    const place = placeFor(left, groups);
    if (!place) return false;
    left = takePlace(left, place.carveOutId);
  }
  return true;
}

/**
 * Whose turn it is: the first in the queue who may take one of the free places, an open one or one
 * kept for a group of theirs. Nobody behind is served while somebody ahead may have the same place;
 * siblings 同进同退 are passed over until there are places for all of them. Source: domain.md §3.5.
 * @param queue in the order of the queue
 * @returns null when nobody who waits may take what is free
 */
export function nextInQueue(stock: Availability, queue: readonly Waiting[]): Next | null {
  if (seatsLeft(stock.places) + stock.places.reserved === 0) return null;
  for (const { id, groups, household } of queue) {
    const place = placeFor(stock, groups);
    if (!place) continue;
    const whole =
      !household ||
      fitsWhole(
        stock,
        queue.filter((w) => w.household === household),
      );
    if (whole) return { id, carveOutId: place.carveOutId };
  }
  return null;
}
