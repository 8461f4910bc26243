import 'server-only';
import { eq } from 'drizzle-orm';
import { listAsTyped, unitLists } from '@/db/schema/unit-lists';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import { evaluateUnitRows } from '../queries/evaluate-unit-rows';
import { getUnitTarget } from '../queries/unit-target';
import { notesIn } from '../rules/unit-list';
import { correctRows } from '../rules/unit-rows';
import { type CorrectLinesInput, draftRows } from '../schema/unit-list';
import { draftOf } from '../steps/draft-of';
import { lockUnitList } from '../steps/lock-unit-list';

export type CorrectRefusal = 'handed_in' | 'not_open' | 'emptied';

/**
 * Reads some lines of a draft anew, as typed in their rows, and judges all of it again: a corrected line
 * may repeat one that was good. Nobody is booked, nobody is told.
 * Refuses `handed_in` when it is no draft any more; `not_open` outside the time of booking;
 * `emptied` when no line is left.
 */
export async function correctListLines(
  ctx: Ctx,
  { listId, lines }: CorrectLinesInput,
): Promise<Result<{ listId: string }, CorrectRefusal>> {
  return transaction(ctx, async (tx): Promise<Result<{ listId: string }, CorrectRefusal>> => {
    const { list, path } = await lockUnitList(tx, listId);
    authorize(canSubmitUnitList(tx.actor, path));
    if (!list.rowsSealed) return refuse('handed_in');
    const target = await getUnitTarget(tx, list, path);
    if (!target.open) return refuse('not_open');
    const { kind } = target.offering;
    const before = draftRows.parse(JSON.parse(openField(list.rowsSealed, listAsTyped(listId))));
    const rows = correctRows(before, new Map(lines), isForChildren(kind));
    if (rows.length === 0) return refuse('emptied');
    const evaluated = await evaluateUnitRows(tx, { ...list, kind }, rows);
    const draft = draftOf(listId, evaluated, notesIn(list.counts));
    await tx.db.update(unitLists).set(draft).where(eq(unitLists.id, listId));
    await recordAudit(tx, {
      action: 'correct_list_lines',
      entityType: 'unit_list',
      entityId: listId,
      organisationId: list.organisationId,
      before: { rows: before.length },
      after: { rows: rows.length },
    });
    return ok({ listId });
  });
}
