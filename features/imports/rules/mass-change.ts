import { type Book, bookFields } from './books';

export interface MassChange {
  readonly label: string;
  readonly changed: number;
  readonly percent: number;
}

const labelOf = (book: Book, field: string): string =>
  bookFields[book].find(({ key }) => key === field)?.label ?? field;

/**
 * The field that changes in so large a share of the rows that a column may have slipped; null where none does.
 * @param changed rows by field
 * @param rows of the file
 * @param percent the setting `importMassPercent`
 */
export function massChange(
  book: Book,
  changed: readonly { field: string; rows: number }[],
  rows: number,
  percent: number,
): MassChange | null {
  const [most] = [...changed].sort((a, b) => b.rows - a.rows);
  if (!most || rows === 0 || most.rows * 100 < percent * rows) return null;
  return {
    label: labelOf(book, most.field),
    changed: most.rows,
    percent: Math.round((most.rows * 100) / rows),
  };
}
