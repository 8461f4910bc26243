import 'server-only';
import { eq } from 'drizzle-orm';
import { classStaff } from '@/db/schema/childcare';
import { organisationPath } from '@/features/organisations/queries/scope';
import { canManageChildcare } from '@/features/programmes/policy';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { type ClassPlace, holdStaff } from '../queries/class-access';
import { checkValidUntil, refuseCheckDate } from '../rules/readiness';
import type { RecordCheckInput } from '../schema/class';
import { checkMonths } from '../settings';

const words = { future: '查询日期不能晚于今天', too_old: '这次查询已经过期，请重新查询' } as const;

/**
 * Records that somebody passed the background check: the day, the reference number and until when it
 * counts, nothing else. Whoever did not pass is taken off the class instead (未成年人保护法 62, 130).
 */
export async function recordCheck(
  ctx: Ctx,
  { staffId, passedOn, reference }: RecordCheckInput,
): Promise<Result<ClassPlace, 'future' | 'too_old'>> {
  return transaction(ctx, async (tx) => {
    const { staff, facts } = await holdStaff(tx, staffId);
    authorize(canManageChildcare(tx.actor, await organisationPath(tx, facts.organiserId)));
    const settings = await readSettings(tx, { checkMonths });
    const wrong = refuseCheckDate(passedOn, todayOn(tx.now), settings.checkMonths);
    if (wrong) return refuse(wrong, { fieldErrors: { passedOn: words[wrong] } });
    const validUntil = checkValidUntil(passedOn, settings.checkMonths);
    await tx.db
      .update(classStaff)
      .set({
        checkPassedOn: passedOn,
        checkReference: reference,
        checkValidUntil: validUntil,
        checkRecordedBy: tx.actor.kind === 'account' ? tx.actor.accountId : null,
      })
      .where(eq(classStaff.id, staffId));
    await recordAudit(tx, {
      action: 'record_background_check',
      entityType: 'offering_session',
      entityId: staff.sessionId,
      organisationId: facts.organiserId,
      before: { staff: staffId, validUntil: staff.checkValidUntil },
      after: { staff: staffId, passedOn, validUntil },
    });
    return ok({ sessionId: staff.sessionId, offeringId: facts.offeringId });
  });
}
