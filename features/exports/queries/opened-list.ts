import 'server-only';
import type { Permission } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import type { SheetColumn } from '@/lib/documents/spreadsheet';
import { csvStream, xlsxStream } from '@/lib/documents/table-stream';
import type { ExportFormat } from '../rules/list-link';
import type { ListName } from '../schema/export-list';

/** Rows read at a time: so many are in memory, whatever the length of the list. */
export const ROWS_AT_ONCE = 1000;

/** A list as its address asked for it. */
export interface OpenedList {
  readonly title: string;
  /** At least one more than `most` where the list is longer than that. */
  readonly total: number;
  /** Words looked for that can no longer be read: without them the list is longer than what was asked. */
  readonly lost: boolean;
  /** Whose list it is, for the ledger. */
  readonly organisationId: string | undefined;
  /** The file, made while it is read. */
  readonly stream: (
    ctx: Ctx,
    how: { format: ExportFormat; full: boolean; notes: readonly string[] },
  ) => ReadableStream<Uint8Array>;
}

/** A list that can be taken out: the query is that of its page. */
export interface ExportedList {
  readonly name: ListName;
  /** The page, where its filter stands in the address. */
  readonly path: string;
  readonly may: Permission;
  /** Who may have whole phone and document numbers in it; null where it has none. */
  readonly mayWhole: Permission | null;
  /** Throws NotFound where the page does. */
  readonly open: (tx: Ctx, query: URLSearchParams, most: number) => Promise<OpenedList>;
}

interface Table<Row> {
  readonly title: string;
  readonly columns: readonly SheetColumn<Row>[];
  /** Instead of `columns` in a whole file. */
  readonly wholeColumns?: readonly SheetColumn<Row>[];
  readonly parts: (ctx: Ctx, full: boolean) => AsyncIterable<readonly Row[]>;
}

/** The stream of a table in either format. */
export const streamOf =
  <Row>({ title, columns, wholeColumns, parts }: Table<Row>): OpenedList['stream'] =>
  (ctx, { format, full, notes }) => {
    const content = {
      ...{ sheet: title, columns: (full && wholeColumns) || columns, notes },
      parts: parts(ctx, full),
    };
    return format === 'csv' ? csvStream(content) : xlsxStream(content);
  };
