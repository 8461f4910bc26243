import { type Availability, freeCarveOut } from '@/features/places/rules/availability';
import { type GroupFacts, groupsOf } from '@/features/places/rules/criteria';
import { grantPlace } from '@/features/places/rules/places';
import type { CarveOutCriteria } from '@/features/places/schema/carve-outs';

type KeptStock = Availability<Availability['carveOuts'][number] & { criteria: CarveOutCriteria }>;

export interface UnitGrant<T> {
  readonly fit: T;
  readonly status: 'offered' | 'waitlisted' | 'full';
  readonly queueNo: number | null;
  readonly carveOutId: string | null;
}

/**
 * Places for the lines of a list, in its order and by the same rule as for anyone who comes alone: a
 * kept place first, then an open one while nobody waits, then the queue. A place is held until the
 * worker herself says yes. Source: domain.md §3.5.
 */
export function grantUnitPlaces<T, S extends KeptStock>(
  before: S,
  fits: readonly T[],
  memberOf: (fit: T) => GroupFacts | null,
  waitlistMax: number | undefined,
): { grants: UnitGrant<T>[]; stock: S } {
  let stock = before;
  const grants = fits.map((fit): UnitGrant<T> => {
    const reserved = freeCarveOut(stock, groupsOf(stock.carveOuts, memberOf(fit)));
    const granted = grantPlace(stock.places, { needsApproval: false, waitlistMax }, reserved);
    if (granted === 'full') return { fit, status: 'full', queueNo: null, carveOutId: null };
    const { places, queueNo, carveOutId } = granted;
    const carveOuts = stock.carveOuts.map((c) =>
      c.id === carveOutId ? { ...c, taken: c.taken + 1 } : c,
    );
    stock = { ...stock, places, carveOuts };
    const status = granted.status === 'waitlisted' ? 'waitlisted' : 'offered';
    return { fit, status, queueNo, carveOutId };
  });
  return { grants, stock };
}
