import 'server-only';
import { and, eq } from 'drizzle-orm';
import { decisionReasons } from '@/db/schema/desk';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canEditReasons } from '../policy';
import { reasonTitles } from '../rules/reasons';
import type { SaveReasons } from '../schema/reasons';

/**
 * Replaces the ready sentences of one kind of decision for the whole federation; none at all brings the first ones
 * back. Decisions that were taken keep their words.
 */
export async function saveReasons(
  ctx: Ctx,
  { caseKind, decision, lines }: SaveReasons,
): Promise<Result<{ number: number }>> {
  return transaction(ctx, async (tx) => {
    authorize(canEditReasons.anywhere(tx.actor));
    const these = and(
      eq(decisionReasons.caseKind, caseKind),
      eq(decisionReasons.decision, decision),
    );
    const before = await tx.db
      .delete(decisionReasons)
      .where(these)
      .returning({ text: decisionReasons.text });
    if (lines.length > 0) {
      const rows = lines.map((text, position) => ({ caseKind, decision, position, text }));
      await tx.db.insert(decisionReasons).values(rows);
    }
    await recordAudit(tx, {
      action: 'save_reasons',
      entityType: 'inbox',
      entityId: reasonTitles[caseKind][decision],
      before: { reasons: before.map(({ text }) => text) },
      after: { reasons: lines },
    });
    return ok({ number: lines.length });
  });
}
