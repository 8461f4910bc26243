import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { unitListRows } from '@/db/schema/unit-lists';
import { bookingStatusLabels } from '@/features/bookings/rules/booking';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { type SheetColumn, spreadsheet } from '@/lib/documents/spreadsheet';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import { namesOf } from '../queries/unit-list';
import { rowOutcomeLabels } from '../rules/unit-list';
import { lockUnitList } from '../steps/lock-unit-list';

async function linesOf(tx: Ctx, listId: string, unionId: string) {
  const rows = await within(tx, asSystem(tx), (systemTx) =>
    systemTx.db
      .select({
        rowNo: unitListRows.rowNo,
        masked: unitListRows.nameMasked,
        phoneTail: unitListRows.phoneTail,
        outcome: unitListRows.outcome,
        personId: unitListRows.personId,
        status: bookings.status,
      })
      .from(unitListRows)
      .leftJoin(bookings, eq(bookings.id, unitListRows.bookingId))
      .where(eq(unitListRows.listId, listId))
      .orderBy(asc(unitListRows.rowNo)),
  );
  const names = await namesOf(tx, unionId, rows);
  return rows.map((row) => ({
    ...row,
    name: (row.personId && names.get(row.personId)) || row.masked,
  }));
}

type Line = Awaited<ReturnType<typeof linesOf>>[number];

const always: SheetColumn<Line>[] = [
  { header: '行', width: 6, value: (line) => line.rowNo },
  { header: '姓名', value: (line) => line.name },
  { header: '手机尾号', width: 10, value: (line) => line.phoneTail },
  { header: '交单结果', value: (line) => rowOutcomeLabels[line.outcome] },
];
const now: SheetColumn<Line> = {
  header: '现在',
  value: (line) => (line.status ? bookingStatusLabels[line.status] : ''),
};

/**
 * What a handed-in list came to, as a file for the company: the union's own members by name and how each stands;
 * of a screening neither why somebody did not fit nor whether they went (PIPL 28, domain.md §3.1). On record.
 * Throws NotFound for a draft.
 * Refuses `step_up` without a second factor given just now.
 */
export async function exportUnitList(
  ctx: Ctx,
  { listId, reason }: { listId: string; reason: string },
): Promise<Result<{ name: string; content: Buffer }, 'step_up'>> {
  return transaction(ctx, async (tx) => {
    const { list, path } = await lockUnitList(tx, listId);
    authorize(canSubmitUnitList(tx.actor, path));
    if (!hasRecentSecondFactor(tx)) return refuse('step_up');
    const [about] = await tx.db
      .select({ kind: offerings.kind, title: offerings.title, session: offeringSessions.title })
      .from(offeringSessions)
      .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
      .where(eq(offeringSessions.id, list.sessionId));
    if (!about || list.status === 'draft') throw new NotFound('unit_list');
    const rows = await linesOf(tx, listId, list.organisationId);
    const columns = about.kind === 'screening' ? always : [...always, now];
    const content = await spreadsheet({ sheet: '名单结果', columns, rows });
    await recordAudit(tx, {
      action: 'export_unit_list',
      entityType: 'unit_list',
      entityId: listId,
      organisationId: list.organiserId,
      after: { lines: rows.length, kind: about.kind },
      reason,
    });
    const name = `${about.title} ${about.session} 名单结果 ${todayOn(tx.now)}.xlsx`;
    return ok({ name, content });
  });
}
