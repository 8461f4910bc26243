import 'server-only';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime, todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import type { ExportedList } from '../queries/opened-list';
import type { ExportFormat } from '../rules/list-link';
import { mostExportRows } from '../settings';

export interface ListFile {
  readonly name: string;
  readonly format: ExportFormat;
  readonly rows: number;
  /** Made while it is read, after the transaction that recorded it. */
  readonly stream: (ctx: Ctx) => ReadableStream<Uint8Array>;
}

interface Wanted {
  readonly asked: string;
  readonly format: ExportFormat;
  /** Headers of the columns wanted; null for all. */
  readonly columns: readonly string[] | null;
  /** Why whole numbers are needed; null for the masked list. */
  readonly reason: string | null;
}

/** Why a list does not leave. */
export type ListRefusal = 'empty' | 'too_many' | 'lost_search' | 'lost_filter' | 'no_columns';

/**
 * The file of a list, with its line of the ledger: which list, its filter in words, which columns, how many rows, whole
 * or not. The last lines of the file say who took it out, when, how it was filtered and what for. The caller has
 * authorised.
 * Refuses `empty`; `too_many` above the `most` rows of the setting; `no_columns` where none of the list's is wanted;
 * `lost_search` and `lost_filter` when what the address asks cannot be read, instead of taking out everybody.
 */
export async function writeList(
  tx: Ctx,
  list: ExportedList,
  { asked, format, columns, reason }: Wanted,
): Promise<Result<ListFile, ListRefusal>> {
  const { most } = await readSettings(tx, { most: mostExportRows });
  const opened = await list.open(tx, new URLSearchParams(asked), most);
  if (!opened.ok) return opened;
  const { title, words, total, organisationId, headers, stream } = opened.value;
  const taken = columns ? headers.filter((header) => columns.includes(header)) : headers;
  if (taken.length === 0) return refuse('no_columns');
  if (total === 0) return refuse('empty');
  if (total > most) return refuse('too_many', { detail: { most } });
  const full = reason !== null;
  const filter = words.join('；') || '全部';
  await recordAudit(tx, {
    action: 'export_list',
    entityType: 'list',
    entityId: list.name,
    organisationId,
    after: { list: title, filter, columns: taken.join('、'), rows: total, full, format, asked },
    reason: reason ?? undefined,
  });
  const who = tx.actor.kind === 'account' ? tx.actor.displayName : '系统';
  const notes = [
    '',
    `${who} ${formatDateTime(tx.now, tx.now)} 导出，共 ${total} 行，编号 ${tx.requestId.slice(-8)}`,
    `筛选：${filter}`,
    ...(full ? [`用途：${reason}`] : list.mayWhole ? ['证件号码、手机号已隐去'] : []),
  ];
  const name = `${title}-${todayOn(tx.now)}${list.mayWhole && !full ? '-隐去' : ''}.${format}`;
  return ok({
    name,
    format,
    rows: total,
    stream: (ctx) => stream(ctx, { format, full, columns, notes }),
  });
}
