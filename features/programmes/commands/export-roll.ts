import 'server-only';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { formatDateTime, todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { spreadsheet } from '@/lib/spreadsheet';
import { transaction } from '@/lib/transaction';
import { canDecideBookings } from '../policy';
import { rollLines } from '../queries/roll-lines';
import { rollSheet } from '../rules/roll';
import type { ExportRollInput } from '../schema/roll';
import { holdSession } from './hold-offering';

/** Above this a list is no roll any more: it goes through the reports. */
const most = 2000;

export interface RollFile {
  readonly name: string;
  readonly content: Buffer;
  readonly rows: number;
}

/**
 * The roll of one session as XLSX: masked by default; with whole names, phones and document numbers
 * only for a stated reason and a second factor given minutes ago (P07). Document numbers are text,
 * no cell can start a formula (N21), the last line says who exported and why, and so does the audit.
 */
export async function exportRoll(
  ctx: Ctx,
  { sessionId, full, reason }: ExportRollInput,
): Promise<Result<RollFile, 'needs_reason' | 'step_up' | 'too_many'>> {
  return transaction(ctx, async (tx) => {
    const { offering, session, path } = await holdSession(tx, sessionId);
    authorize(canDecideBookings[offering.kind](tx.actor, path));
    if (full && !reason) return refuse('needs_reason');
    if (full && !hasRecentSecondFactor(tx)) return refuse('step_up');
    const lines = await rollLines(tx, sessionId, full);
    if (lines.length > most) return refuse('too_many', { detail: { most } });
    const who = tx.actor.kind === 'account' ? tx.actor.displayName : '系统';
    const number = tx.requestId.slice(-8);
    const watermark = [
      `${who} ${formatDateTime(tx.now, tx.now)} 导出，共 ${lines.length} 人，编号 ${number}`,
      full ? `用途：${reason}` : '已隐去姓名、电话和证件号',
      '仅供本场使用，用后删除',
    ].join('；');
    const sheet = rollSheet(lines, { kind: offering.kind, now: tx.now, watermark });
    const content = await spreadsheet({ sheet: '名册', ...sheet });
    await recordAudit(tx, {
      action: 'export_roll',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: offering.organisationId,
      after: { rows: lines.length, full, offering: offering.id, kind: offering.kind },
      reason: reason ?? undefined,
    });
    // A file name is read by anyone who sees the desktop: no illness in it.
    const what = offering.kind === 'screening' ? '健康服务' : offering.title;
    const name = `名册-${what}-${todayOn(session.startsAt)}${full ? '' : '-隐去'}.xlsx`;
    return ok({ name, content, rows: lines.length });
  });
}
