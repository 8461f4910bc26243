/** A number as it was counted, and how much of it the reader may not open. */
export interface CountedCell {
  readonly value: number;
  /** Of these, rows that the reader may not open. */
  readonly closed: number;
}

/** One line of numbers by the id of their figure. */
export type CountedLine = Readonly<Record<string, CountedCell>>;
