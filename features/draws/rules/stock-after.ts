import { returnCarveOut, type Stock, takePlace } from '@/features/places/rules/stock';
import type { Reserved } from './list';
import type { Drawn } from './outcomes';

const placed = ({ status }: Pick<Drawn, 'status'>) => status === 'booked' || status === 'pending';

/**
 * The places once everyone has moved: taken by the winners who still stood there, unused reserved ones
 * that flow back opened to all, and those who wait counted.
 */
export function stockAfter<S extends Stock>(
  stock: S,
  moved: readonly Pick<Drawn, 'status' | 'carveOutId'>[],
  reserved: readonly Reserved[],
  now: Date,
): Stock<S['carveOuts'][number]> {
  let after: Stock<S['carveOuts'][number]> = stock;
  for (const one of moved.filter(placed)) after = takePlace(after, one.carveOutId);
  for (const { id, returns } of reserved) if (returns) after = returnCarveOut(after, id, now);
  const waiting = moved.filter((one) => one.status === 'waitlisted').length;
  return { ...after, places: { ...after.places, waiting: after.places.waiting + waiting } };
}
