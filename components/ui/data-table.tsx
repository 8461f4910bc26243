import type { ReactNode } from 'react';
import { cx } from './cx';

export interface Column<Row> {
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  right?: boolean;
  className?: string;
}

// On a phone the table scrolls sideways in its frame rather than one character a line.
const width = <Row,>({ head, right }: Column<Row>, at: number) =>
  right || typeof head !== 'string' ? null : at === 0 ? 'max-lg:min-w-[9em]' : 'max-lg:min-w-[5em]';

interface DataTableProps<Row> {
  /** What the table lists, for readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  foot?: ReactNode;
}

/** A desk table, rendered on the server; scrolls sideways in its own frame on a phone. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  empty,
  foot,
}: DataTableProps<Row>) {
  return (
    <div className="rounded-card border border-line bg-surface">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by key */}
      <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
        <table className="table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th
                  key={at}
                  scope="col"
                  className={cx(column.right && '!text-right', column.className)}
                >
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column, at) => (
                  <td
                    key={at}
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
