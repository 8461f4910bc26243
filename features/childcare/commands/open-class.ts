import 'server-only';
import { classOpenings } from '@/db/schema/childcare';
import { canManageChildcare } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type ClassPlace, listGaps, manageClass } from '../queries/class-access';
import { gapWords } from '../rules/readiness';

type OpenRefusal = 'not_ready' | 'class_open' | 'class_cancelled';

/**
 * 开班. Refused while any staff or volunteer lacks a valid dated check, while there is nobody, or
 * while the checklist has a gap (未成年人保护法 62, 130); a trigger says the same whatever is written.
 * Refuses `class_cancelled`; `class_open` when it is open already; `not_ready` with the gaps as
 * `text`.
 */
export async function openClass(
  ctx: Ctx,
  { sessionId }: { sessionId: string },
): Promise<Result<ClassPlace, OpenRefusal>> {
  const work = async (tx: Ctx): Promise<Result<ClassPlace, OpenRefusal>> => {
    const facts = await manageClass(tx, sessionId);
    authorize(canManageChildcare(tx.actor, await organisationPath(tx, facts.organiserId)));
    if (facts.cancelledAt) return refuse('class_cancelled');
    const gaps = await listGaps(tx, sessionId, todayOn(tx.now));
    if (gaps.length > 0) {
      return refuse('not_ready', { detail: { text: gapWords(gaps).join('；') } });
    }
    const opened = await tx.db
      .insert(classOpenings)
      .values({
        sessionId,
        organiserId: facts.organiserId,
        openedAt: tx.now,
        openedBy: accountOf(tx.actor),
      })
      .onConflictDoNothing()
      .returning({ sessionId: classOpenings.sessionId });
    if (opened.length === 0) return refuse('class_open');
    await recordAudit(tx, {
      action: 'open_class',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
    });
    return ok({ sessionId, offeringId: facts.offeringId });
  };
  try {
    return await transaction(ctx, work);
  } catch (error) {
    // Somebody was added between the look and the write: the database has the last word.
    if (violates(error, 'class_openings_ready')) {
      return refuse('not_ready', { detail: { text: '登记刚刚有变化，请刷新查看' } });
    }
    throw error;
  }
}
