import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { recordCorrectedNotice } from '../messages';
import { canKeepRecords } from '../policy';
import { readRecordAnswers, recordValuesOf } from '../queries/answers';
import { listChoices } from '../queries/dictionary';
import type { CorrectEthnicityInput } from '../schema';
import { writeAnswers } from '../steps/write-answers';

/**
 * 当面更正民族: the member stands at the counter with the original. One officer after the second factor, never for
 * oneself or one's household; the member is told, and the ledger says that it changed, not to what. Throws NotFound
 * for a member outside the officer's unions.
 * Refuses `step_up`; `own_case`; `not_answered` where the member never gave it; `not_listed`; `nothing_changed`.
 */
export async function correctEthnicity(
  ctx: Ctx,
  { personId, ethnicity, reason }: CorrectEthnicityInput,
): Promise<Result<{ personId: string }>> {
  authorize(canKeepRecords.anywhere(ctx.actor));
  if (!hasRecentSecondFactor(ctx)) return refuse('step_up');
  return transaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(people).where(eq(people.id, personId)).for('update');
    const reached =
      row?.unionId && canKeepRecords(tx.actor, await organisationPath(tx, row.unionId));
    if (!row?.unionId || !reached) throw new NotFound('person');
    if (await isOwnCase(tx, { accountId: row.accountId })) return refuse('own_case');
    const stored = recordValuesOf(await readRecordAnswers(tx, personId));
    if (stored.ethnicity === undefined) return refuse('not_answered');
    if (stored.ethnicity === ethnicity) return refuse('nothing_changed');
    const { ethnicity: choices } = await listChoices(tx, todayOn(tx.now));
    if (!choices?.some(({ value }) => value === ethnicity)) return refuse('not_listed');
    await writeAnswers(tx, personId, [{ field: 'ethnicity', value: ethnicity }], 'desk');
    await recordAudit(tx, {
      action: 'correct_record',
      entityType: 'person',
      entityId: personId,
      organisationId: row.unionId,
      after: { changed: ['民族'] },
      reason,
    });
    await notify(tx, { accountId: row.accountId, ...recordCorrectedNotice(personId, tx.now) });
    return ok({ personId });
  });
}
