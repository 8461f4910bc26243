import type { AbsenceCause } from '@/features/absences/rules';
import type { AttendanceState } from './attendance-status';

/** What stands in a cell of the grid, or is to stand there. */
export interface CellState {
  readonly state: AttendanceState;
  readonly cause: AbsenceCause | null;
}

/** Cells that were tapped and not saved yet, by `booking|day`. */
export type Tapped = Readonly<
  Record<string, { readonly seen: AttendanceState; readonly to: CellState }>
>;

const same = (a: CellState, b: CellState) => a.state === b.state && a.cause === b.cause;
const empty: CellState = { state: 'none', cause: null };

/** 到场, `excused-work`: a mark as the form sends it. */
export const choiceOf = ({ state, cause }: CellState): string =>
  state === 'excused' && cause ? `${state}-${cause}` : state;

/**
 * A tap on a cell: it takes the chosen mark; a second tap with the same mark gives back what stood there,
 * or empties the cell when that was the mark itself.
 * @param stored what the server knows of the cell
 */
export function tap(tapped: Tapped, key: string, stored: CellState, choice: CellState): Tapped {
  const now = tapped[key]?.to ?? stored;
  const undone = same(now, choice) ? (tapped[key] ? stored : empty) : choice;
  const { [key]: _gone, ...rest } = tapped;
  return same(undone, stored) ? rest : { ...rest, [key]: { seen: stored.state, to: undone } };
}

/** 其余: every cell of a day that says nothing yet takes the chosen mark. */
export function tapRest(
  tapped: Tapped,
  cells: readonly { readonly key: string; readonly stored: CellState }[],
  choice: CellState,
): Tapped {
  const open = cells.filter(({ key, stored }) => (tapped[key]?.to ?? stored).state === 'none');
  const more = open.map(({ key, stored }) => [key, { seen: stored.state, to: choice }] as const);
  return { ...tapped, ...Object.fromEntries(more) };
}

/** What was tapped and the server does not know yet; the rest was saved, perhaps from another tab. */
export function stillOpen(
  tapped: Tapped,
  storedOf: (key: string) => CellState | undefined,
): Tapped {
  const open = Object.entries(tapped).filter(([key, { to }]) => {
    const stored = storedOf(key);
    return stored !== undefined && !same(stored, to);
  });
  return Object.fromEntries(open);
}
