import {
  type Availability,
  releaseCarveOut,
  takePlace,
} from '@/features/places/rules/availability';
import type { Reserved } from './list';
import type { DrawnBooking } from './outcomes';

const placed = ({ status }: Pick<DrawnBooking, 'status'>) =>
  status === 'booked' || status === 'pending';

/**
 * The places once everyone has moved: taken by the winners who still stood there, unused reserved ones
 * that flow back opened to all, and those who wait counted.
 */
export function stockAfter<S extends Availability>(
  stock: S,
  moved: readonly Pick<DrawnBooking, 'status' | 'carveOutId'>[],
  reserved: readonly Reserved[],
  now: Date,
): Availability<S['carveOuts'][number]> {
  let after: Availability<S['carveOuts'][number]> = stock;
  for (const one of moved.filter(placed)) after = takePlace(after, one.carveOutId);
  for (const { id, returns } of reserved) if (returns) after = releaseCarveOut(after, id, now);
  const waiting = moved.filter((one) => one.status === 'waitlisted').length;
  return { ...after, places: { ...after.places, waiting: after.places.waiting + waiting } };
}
