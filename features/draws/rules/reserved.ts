import { type CarveOut, reservedBy } from '@/features/places/rules/availability';
import { addDays, parseLocalDateTime } from '@/lib/dates';
import type { Reserved } from './list';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** a, b, c … in the order of the carve-outs that still keep places. */
export const letterOf = (carveOuts: readonly { id: string }[], id: string): string =>
  letters[carveOuts.findIndex((c) => c.id === id)] ?? '';

/**
 * The reserved places of a draw: what each carve-out still keeps, and whether its unused ones flow
 * back in the draw itself, because their time comes no later than the day of the number.
 */
export function reservedOf(
  carveOuts: readonly (CarveOut & { returnsAt: Date | null })[],
  seedOn: string | null,
  now: Date,
): Reserved[] {
  const drawnBy = seedOn ? parseLocalDateTime(`${addDays(seedOn, 1)}T00:00`) : now;
  return carveOuts
    .filter((c) => c.returnedAt === null)
    .map((c) => ({
      id: c.id,
      letter: letterOf(
        carveOuts.filter((o) => o.returnedAt === null),
        c.id,
      ),
      places: reservedBy(c),
      returns: c.returnsAt !== null && drawnBy !== null && c.returnsAt <= drawnBy,
    }));
}
