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
  /** Why whole numbers are needed; null for the masked list. */
  readonly reason: string | null;
}

/**
 * The file of a list, with its line of the ledger: which list, how it was filtered, how many rows, whole or not. The
 * last line of the file says who took it out, when and what for. The caller has authorised.
 * Refuses `empty`; `too_many` above the `most` rows of the setting; `lost_search` when the words looked for can no
 * longer be read, instead of taking out everybody.
 */
export async function writeList(
  tx: Ctx,
  list: ExportedList,
  { asked, format, reason }: Wanted,
): Promise<Result<ListFile, 'empty' | 'too_many' | 'lost_search'>> {
  const { most } = await readSettings(tx, { most: mostExportRows });
  const { title, total, lost, organisationId, stream } = await list.open(
    tx,
    new URLSearchParams(asked),
    most,
  );
  if (lost) return refuse('lost_search');
  if (total === 0) return refuse('empty');
  if (total > most) return refuse('too_many', { detail: { most } });
  const full = reason !== null;
  await recordAudit(tx, {
    action: 'export_list',
    entityType: 'list',
    entityId: list.name,
    organisationId,
    after: { rows: total, full, format, asked },
    reason: reason ?? undefined,
  });
  const who = tx.actor.kind === 'account' ? tx.actor.displayName : '系统';
  const notes = [
    '',
    `${who} ${formatDateTime(tx.now, tx.now)} 导出，共 ${total} 行，编号 ${tx.requestId.slice(-8)}`,
    full ? `用途：${reason}` : '证件号码、手机号已隐去',
  ];
  const name = `${title}-${todayOn(tx.now)}${list.mayWhole && !full ? '-隐去' : ''}.${format}`;
  return ok({ name, format, rows: total, stream: (ctx) => stream(ctx, { format, full, notes }) });
}
