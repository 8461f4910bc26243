import { bookFields } from './books';

export interface MassChange {
  readonly label: string;
  readonly changed: number;
  readonly percent: number;
}

const labels = new Map(
  Object.values(bookFields)
    .flat()
    .map(({ key, label }) => [key, label]),
);

/**
 * The field that changes in so large a share of the rows that a column may have slipped; null where none does.
 * @param changed rows by field
 * @param rows of the file
 * @param percent the setting `importMassPercent`
 */
export function massChange(
  changed: readonly { field: string; rows: number }[],
  rows: number,
  percent: number,
): MassChange | null {
  const [most] = [...changed].sort((a, b) => b.rows - a.rows);
  if (!most || rows === 0 || most.rows * 100 < percent * rows) return null;
  return {
    label: labels.get(most.field) ?? most.field,
    changed: most.rows,
    percent: Math.round((most.rows * 100) / rows),
  };
}
