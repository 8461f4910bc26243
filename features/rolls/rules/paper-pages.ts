/** Lines cut into sheets of at most `perPage`, in order; one empty sheet for nobody. */
export function paperPages<T>(lines: readonly T[], perPage: number): T[][] {
  const pages: T[][] = [];
  for (let at = 0; at < Math.max(1, lines.length); at += perPage) {
    pages.push(lines.slice(at, at + perPage));
  }
  return pages;
}

// Rows of desks that A4 landscape holds below its heading, each as high as a hand needs to write.
const ROWS_A_SHEET = 7;

export interface SeatRow<T> {
  /** The number of its first seat. */
  readonly from: number;
  /** Null for a desk that stays empty. */
  readonly seats: readonly (T | null)[];
}

/** Seats sheet by sheet, the front row first; the last row is filled up with empty desks. */
export function seatRows<T>(lines: readonly T[], across: number): SeatRow<T>[][] {
  const onSheet = across * ROWS_A_SHEET;
  return paperPages(lines, onSheet).map((sheet, at) =>
    paperPages(sheet, across).map((row, line) => ({
      from: at * onSheet + line * across + 1,
      seats: Array.from({ length: across }, (_, seat) => row[seat] ?? null),
    })),
  );
}
