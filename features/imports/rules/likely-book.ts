import { type Book, bookFields } from './books';
import { findHeadingRow, missingColumns, proposeColumns } from './columns';

/**
 * The book that a file looks like more than the one it was sent as: this one lacks columns that it must have, the
 * other has all of its own and more that are known. Null where it is the right one, or nobody can say.
 */
export function likelierBook(rows: readonly (readonly string[])[], sentAs: Book): Book | null {
  const looks = (Object.keys(bookFields) as Book[]).map((book) => {
    const fields = bookFields[book];
    const at = findHeadingRow(rows, fields);
    const columns = at === null ? {} : proposeColumns(rows[at] ?? [], fields);
    const complete = at !== null && missingColumns(columns, fields).length === 0;
    return { book, complete, known: Object.keys(columns).length };
  });
  const own = looks.find(({ book }) => book === sentAs);
  if (!own || own.complete) return null;
  const others = looks.filter(({ complete, known }) => complete && known > own.known);
  return others.sort((a, b) => b.known - a.known)[0]?.book ?? null;
}
