'use client';
import { useEffect, useState } from 'react';
import { type CellState, stillOpen, type Tapped } from '../rules/grid-marks';

/**
 * The taps of a grid, held in this browser until the server has them: a dropped network, a closed tab or a
 * session that ended loses none. Booking ids and marks only, no names.
 */
export function useTapped(
  sheet: string,
  storedOf: (key: string) => CellState | undefined,
): [Tapped, (next: Tapped) => void] {
  const place = `roll-grid:${sheet}`;
  const [tapped, setTapped] = useState<Tapped>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the grid comes up
  useEffect(() => {
    try {
      const left = JSON.parse(localStorage.getItem(place) ?? '{}') as Tapped;
      const open = stillOpen(left, storedOf);
      if (Object.keys(open).length > 0) setTapped(open);
    } catch {
      localStorage.removeItem(place);
    }
  }, [place]);
  const hold = (next: Tapped) => {
    setTapped(next);
    if (Object.keys(next).length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(next));
  };
  return [tapped, hold];
}
