import 'server-only';
import { eq } from 'drizzle-orm';
import { classStaff } from '@/db/schema/childcare';
import { accounts } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canManageChildcare } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { bySystem, transaction } from '@/lib/transaction';
import { type ClassPlace, lockStaff } from '../queries/class-access';
import { checkValidUntil, refuseCheckDate } from '../rules/readiness';
import type { RecordCheckInput } from '../schema/class';
import { checkMonths } from '../settings';

const words = { future: '查询日期不能晚于今天', too_old: '这次查询已经过期，请重新查询' } as const;

/** Whether the person checked is the officer or of their family, by the phone they sign in with. */
async function isOwnCheck(tx: Ctx, index: string): Promise<boolean> {
  const [account] = await bySystem(tx, (systemTx) =>
    systemTx.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.phoneIndex, index)),
  );
  return isOwnCase(tx, { accountId: account?.id ?? null });
}

/**
 * Records that somebody passed the background check: the day, the reference number and until when it
 * counts, nothing else. Whoever did not pass is taken off the class instead (未成年人保护法 62, 130). Nobody records their own or their family's (回避).
 * Refuses `own_case`.
 */
export async function recordCheck(
  ctx: Ctx,
  { staffId, passedOn, reference }: RecordCheckInput,
): Promise<Result<ClassPlace, 'future' | 'too_old' | 'own_case'>> {
  return transaction(ctx, async (tx) => {
    const { staff, facts } = await lockStaff(tx, staffId);
    authorize(canManageChildcare(tx.actor, await organisationPath(tx, facts.organiserId)));
    if (await isOwnCheck(tx, staff.phoneIndex)) return refuse('own_case');
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
        checkRecordedBy: accountOf(tx.actor),
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
