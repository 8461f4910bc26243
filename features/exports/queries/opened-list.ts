import 'server-only';
import type { Permission } from '@/lib/access';
import type { Actor } from '@/lib/actor';
import { openSearch } from '@/lib/auth/search';
import type { Ctx } from '@/lib/ctx';
import type { TableValue } from '@/lib/documents/cell-values';
import { csvStream, type TableColumn, xlsxStream } from '@/lib/documents/table-stream';
import { ok, type Result, refuse } from '@/lib/result';
import type { WrittenField } from '@/lib/search';
import { isMisread, searchOf } from '../rules/asked-filter';
import { inListOrder } from '../rules/chosen-columns';
import type { ExportFormat } from '../rules/list-link';
import type { ListName } from '../schema/export-list';

/** Rows read at a time: so many are in memory, whatever the length of the list. */
export const ROWS_AT_ONCE = 1000;

interface Made {
  readonly format: ExportFormat;
  readonly full: boolean;
  /** Headers of the columns wanted; null for all. */
  readonly columns: readonly string[] | null;
  /** Lines below the rows. */
  readonly notes: readonly string[];
}

/** A list as its address asked for it. */
export interface OpenedList {
  readonly title: string;
  /** The filter in words, one for each thing asked; empty where nothing was. */
  readonly words: readonly string[];
  /** At least one more than `most` where the list is longer than that. */
  readonly total: number;
  /** Whose list it is, for the ledger. */
  readonly organisationId: string | undefined;
  readonly headers: readonly string[];
  /** The file, made while it is read. */
  readonly stream: (ctx: Ctx, made: Made) => ReadableStream<Uint8Array>;
}

/** A list that can be taken out: the query is that of its page. */
export interface ExportedList {
  readonly name: ListName;
  /** The page, where its filter stands in the address. */
  readonly pathOf: (query: URLSearchParams) => string;
  readonly may: (actor: Actor) => boolean;
  /** Who may have whole phone and document numbers in it; null where it has none. */
  readonly mayWhole: Permission | null;
  /** Headers of the columns that may be left out; empty where the file always has all of them. */
  readonly choices: readonly string[];
  /**
   * Throws NotFound where the page does. Refuses `lost_search` when the words looked for can no longer be read,
   * `lost_filter` when anything else that the address asks cannot: without it the list is longer than what was asked.
   */
  readonly open: (
    tx: Ctx,
    query: URLSearchParams,
    most: number,
  ) => Promise<Result<OpenedList, 'lost_search' | 'lost_filter'>>;
}

/** A column of a list; `whole` stands instead of `value` in a file with whole numbers. */
export interface ListColumn<Row> extends TableColumn<Row> {
  readonly whole?: (row: Row) => TableValue;
}

interface Listed<Row> extends Pick<OpenedList, 'title' | 'words' | 'total' | 'organisationId'> {
  /** Instead of those of the list, where they depend on what was asked. */
  readonly columns?: readonly ListColumn<Row>[];
  readonly parts: (ctx: Ctx, full: boolean) => AsyncIterable<readonly Row[]>;
}

interface ListOf<Asked extends object, Row> {
  readonly name: ListName;
  readonly path: string | ExportedList['pathOf'];
  readonly may: ExportedList['may'];
  readonly mayWhole?: Permission;
  /** The page's own reader of its address, without what says which page or row of it is open. */
  readonly filter: { readonly shape: object; readonly parse: (search: object) => Asked };
  readonly columns: readonly ListColumn<Row>[];
  /** Null where the address asks something that its own reader lets pass and the query does not understand. */
  readonly list: (tx: Ctx, wanted: Asked, most: number) => Promise<Listed<Row> | null>;
}

type Written = Partial<Record<WrittenField, string>>;

/**
 * A list to be taken out, from its page's filter and query and the columns of the file. Opened, it refuses `lost_search`
 * where the words looked for are too old or somebody else's, `lost_filter` where the rest of the address cannot be read.
 */
export function exportedList<Asked extends object, Row>(of: ListOf<Asked, Row>): ExportedList {
  const { name, path, may, mayWhole = null, filter, columns } = of;
  return {
    ...{ name, may, mayWhole },
    pathOf: typeof path === 'string' ? () => path : path,
    choices: columns.map(({ header }) => header),
    async open(tx, query, most) {
      const search = searchOf(query);
      const asked: Asked & Written = filter.parse(search);
      if (isMisread(search, asked, Object.keys(filter.shape))) return refuse('lost_filter');
      const { wanted, lost } = openSearch(tx, asked);
      if (lost) return refuse('lost_search');
      const listed = await of.list(tx, wanted, most);
      if (!listed) return refuse('lost_filter');
      const { parts, columns: own = columns, ...said } = listed;
      return ok({
        ...said,
        headers: own.map(({ header }) => header),
        stream(ctx, { format, full, columns: chosen, notes }) {
          const wantedColumns = inListOrder(own, chosen).map((column) => ({
            ...column,
            value: (full && column.whole) || column.value,
          }));
          const content = { sheet: said.title, columns: wantedColumns, notes };
          return (format === 'csv' ? csvStream : xlsxStream)({
            ...content,
            parts: parts(ctx, full),
          });
        },
      });
    },
  };
}

/** A list that is read at once, as parts of a file. The caller has recorded it. */
export async function* onePart<Row>(
  rows: () => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  yield await rows();
}
