import type { ReactNode } from 'react';
import { cx } from './cx';

export interface Column<Row> {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  right?: boolean;
  /** On a phone the value has the whole row, below the column's name: a field does. */
  wide?: boolean;
  className?: string;
}

// Where the table scrolls sideways in its frame, a column is wider than one character a line.
const width = <Row,>({ head, right }: Column<Row>, at: number) =>
  right || typeof head !== 'string' ? null : at === 0 ? 'max-lg:min-w-[9em]' : 'max-lg:min-w-[5em]';

// Laid out as blocks a table loses its roles in some browsers, so they are said again.
const as = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;
const named = (head: ReactNode) => (typeof head === 'string' && head ? head : undefined);
// Six characters fit beside the value; a Latin one takes half the room.
const isLong = (head: ReactNode) =>
  typeof head === 'string' && [...head].reduce((w, c) => w + (c < '\u0100' ? 0.5 : 1), 0) > 6;

interface DataTableProps<Row> {
  /** What the table lists, for readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  foot?: ReactNode;
  /** Figures that are compared: on a phone they scroll sideways beside their first column. */
  compared?: boolean;
}

/**
 * A desk table, rendered on the server. On a phone each row is a block of its own, every value beside its
 * column's name (`.table-stack`); the roles stay, so that a reader still hears a table.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  empty,
  foot,
  compared,
}: DataTableProps<Row>) {
  return (
    <div className="rounded-card border border-line bg-surface">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by key */}
      <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
        <table {...as.table} className={cx('table', compared ? 'table-compared' : 'table-stack')}>
          <caption className="visually-hidden">{caption}</caption>
          <thead {...as.group}>
            <tr {...as.row}>
              {columns.map((column, at) => (
                <th
                  key={at}
                  {...as.head}
                  scope="col"
                  className={cx(column.right && '!text-right', column.className)}
                >
                  {column.head || <span className="visually-hidden">操作</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...as.group}>
            {rows.map((row) => (
              <tr key={keyOf(row)} {...as.row}>
                {columns.map((column, at) => (
                  <td
                    key={at}
                    {...as.cell}
                    data-label={named(column.head)}
                    data-long={column.wide || isLong(column.head) || undefined}
                    className={cx(
                      column.right && 'text-right',
                      width(column, at),
                      column.className,
                    )}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length === 0 && empty}
      {foot && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line px-4 py-2 text-table text-ink-2">
          {foot}
        </div>
      )}
    </div>
  );
}
