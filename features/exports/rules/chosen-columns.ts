/** Under which name the columns that somebody chose stand in an address: once, for no name may come twice. */
export const COLUMNS = 'columns';
const BETWEEN = '~';

/** A list's address with the columns chosen beside its filter; null for all of them leaves it as it is. */
export function withColumns(asked: string, columns: readonly string[] | null): string {
  const query = new URLSearchParams(asked);
  if (columns) query.set(COLUMNS, columns.join(BETWEEN));
  return query.toString();
}

/** The columns named in an address; none where it names none. */
export const columnsNamed = (named: string): string[] => named.split(BETWEEN).filter(Boolean);

/** What `withColumns` put together: the filter alone, and the columns; null where none were named. */
export function apartFromColumns(address: string): { asked: string; columns: string[] | null } {
  const query = new URLSearchParams(address);
  const columns = columnsNamed(query.get(COLUMNS) ?? '');
  query.delete(COLUMNS);
  return { asked: query.toString(), columns: columns.length > 0 ? columns : null };
}

/** The columns of a list that were chosen, in the order of the list, whatever the order of the choice; null is all. */
export const inListOrder = <C extends { readonly header: string }>(
  columns: readonly C[],
  chosen: readonly string[] | null,
): readonly C[] => (chosen ? columns.filter(({ header }) => chosen.includes(header)) : columns);
