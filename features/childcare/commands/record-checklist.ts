import 'server-only';
import { classChecklist } from '@/db/schema/childcare';
import { canManageChildcare } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type ClassPlace, manageClass } from '../queries/class-access';
import type { RecordChecklistInput } from '../schema/class';

/**
 * Records one item of the opening checklist: insurance, fire, food, pick-up list, emergency
 * (domain.md §3.2, duties). The same item again replaces the note; the ledger keeps both.
 * Refuses `future` for a day after today.
 */
export async function recordChecklist(
  ctx: Ctx,
  { sessionId, item, doneOn, note }: RecordChecklistInput,
): Promise<Result<ClassPlace, 'future'>> {
  return transaction(ctx, async (tx) => {
    const facts = await manageClass(tx, sessionId);
    authorize(canManageChildcare(tx.actor, await organisationPath(tx, facts.organiserId)));
    if (doneOn > todayOn(tx.now)) {
      return refuse('future', { fieldErrors: { doneOn: '日期不能晚于今天' } });
    }
    const recordedBy = accountOf(tx.actor);
    await tx.db
      .insert(classChecklist)
      .values({ sessionId, organiserId: facts.organiserId, item, doneOn, note, recordedBy })
      .onConflictDoUpdate({
        target: [classChecklist.sessionId, classChecklist.item],
        set: { doneOn, note, recordedBy },
      });
    await recordAudit(tx, {
      action: 'record_class_checklist',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { item, doneOn, note },
    });
    return ok({ sessionId, offeringId: facts.offeringId });
  });
}
