import 'server-only';
import { recordExportLooks } from '@/features/family/steps/record-child-looks';
import type { LockedOffering, SessionRow } from '@/features/offerings/steps/lock-offering';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime, todayOn } from '@/lib/dates';
import { spreadsheet } from '@/lib/documents/spreadsheet';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { rollLines } from '../queries/roll-lines';
import { type AddedColumn, rollSheet } from '../rules/roll';
import { rollExportRows } from '../settings';

export interface RollFile {
  readonly name: string;
  readonly content: Buffer;
  readonly rows: number;
}

/** What modules above know of the people on a roll, column by column; whole only in a full export. */
export type ColumnsOf = (
  tx: Ctx,
  asked: { sessionId: string; full: boolean },
) => Promise<readonly AddedColumn[]>;

/** How many rows a roll may have (setting); a longer list goes through the reports. */
export const mostRows = async (tx: Ctx): Promise<number> =>
  (await readSettings(tx, { most: rollExportRows })).most;

/**
 * The roll of a held session as XLSX, recorded in the audit. Document numbers are text, no cell can
 * start a formula (N21); the last line says who exported, when and what for. The caller has authorised.
 * Who may fetch a child and the answers to the offering's questions follow, a column each.
 * Refuses `too_many` above the `most` people that the setting allows.
 * @param reason why whole names and numbers are needed; null for the masked roll
 */
export async function writeRoll(
  tx: Ctx,
  { offering, session, organiser }: LockedOffering & { session: SessionRow },
  reason: string | null,
  columnsOf: ColumnsOf,
): Promise<Result<RollFile, 'too_many'>> {
  const full = reason !== null;
  const most = await mostRows(tx);
  const lines = await rollLines(tx, session.id, full);
  if (lines.length > most) return refuse('too_many', { detail: { most } });
  const more = await columnsOf(tx, { sessionId: session.id, full });
  const who = tx.actor.kind === 'account' ? tx.actor.displayName : '系统';
  const number = tx.requestId.slice(-8);
  const watermark = [
    `${who} ${formatDateTime(tx.now, tx.now)} 导出，共 ${lines.length} 人，编号 ${number}`,
    full ? `用途：${reason}` : '已隐去姓名、电话和证件号',
    '仅供本场使用，用后删除',
  ].join('；');
  const sheet = rollSheet(lines, { kind: offering.kind, now: tx.now, watermark, more });
  const content = await spreadsheet({ sheet: '名册', ...sheet });
  await recordAudit(tx, {
    action: 'export_roll',
    entityType: 'offering_session',
    entityId: session.id,
    organisationId: offering.organisationId,
    after: {
      rows: lines.length,
      full,
      more: more.length,
      offering: offering.id,
      kind: offering.kind,
    },
    reason: reason ?? undefined,
  });
  if (full) await recordExportLooks(tx, session.id, organiser);
  // A file name is read by anyone who sees the desktop: no illness in it.
  const what = offering.kind === 'screening' ? '健康服务' : offering.title;
  const name = `名册-${what}-${todayOn(session.startsAt)}${full ? '' : '-隐去'}.xlsx`;
  return ok({ name, content, rows: lines.length });
}
