import { seatsLeft } from '../offering';
import { placeFor, type Stock } from './stock';

/** One who waits, with the carve-outs whose group they belong to. */
export interface Waiting {
  readonly id: string;
  readonly groups: readonly string[];
}

export interface Next {
  readonly id: string;
  readonly carveOutId: string | null;
}

/**
 * Whose turn it is: the first in the queue who may take one of the free places, an open one or one
 * kept for a group of theirs. Nobody behind is served while somebody ahead may have the same place.
 * @param queue in the order of the queue
 */
export function nextInQueue(stock: Stock, queue: readonly Waiting[]): Next | null {
  if (seatsLeft(stock.places) + stock.places.reserved === 0) return null;
  for (const { id, groups } of queue) {
    const place = placeFor(stock, groups);
    if (place) return { id, carveOutId: place.carveOutId };
  }
  return null;
}
