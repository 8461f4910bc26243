import type { BookField } from './book-field';

/** Field → column, counted from 0. */
export type BookColumns = Readonly<Record<string, number>>;

/** A heading without what officers add to it: * （必填） ：. */
export const plainHeading = (cell: string): string =>
  cell.normalize('NFKC').replace(/[(【[][^)】\]]*[)】\]]|[\s*:：、/]/g, '');

/**
 * Proposes which column is which field: as the union confirmed it last, else by what headings are known.
 * @param remembered field → heading, without what is added
 */
export function proposeColumns(
  row: readonly string[],
  fields: readonly BookField[],
  remembered: Readonly<Record<string, string>> = {},
): BookColumns {
  const cells = row.map(plainHeading);
  const taken = new Set<number>();
  const found: Record<string, number> = {};
  const take = (key: string, at: number) => {
    if (at < 0 || taken.has(at) || key in found) return;
    taken.add(at);
    found[key] = at;
  };
  for (const { key } of fields) {
    const heading = remembered[key];
    if (heading) take(key, cells.indexOf(heading));
  }
  for (const { key, names } of fields)
    take(
      key,
      cells.findIndex((cell, at) => !taken.has(at) && names.test(cell)),
    );
  return found;
}

/** Above it stands a title, perhaps a second row of headings. */
const FIRST_ROWS = 15;
/** So many known headings make a row one of headings. */
const LEAST = 2;

/**
 * The row of headings among the first fifteen: the one with the most known ones, of two the lower, since a
 * heading over several columns stands above theirs.
 * @returns its row number, counted from 0; null when the sheet is another than expected
 */
export function findHeadingRow(
  rows: readonly (readonly string[])[],
  fields: readonly BookField[],
): number | null {
  let best = { at: -2, known: LEAST - 1 };
  for (const [at, row] of rows.slice(0, FIRST_ROWS).entries()) {
    const known = Object.keys(proposeColumns(row, fields)).length;
    if (known > best.known || (known === best.known && at === best.at + 1)) best = { at, known };
  }
  return best.at < 0 ? null : best.at;
}

/** Labels of the fields that need a column and have none, in their order. */
export const missingColumns = (columns: BookColumns, fields: readonly BookField[]): string[] =>
  fields.filter(({ key, required }) => required && !(key in columns)).map(({ label }) => label);
