import 'server-only';
import { eq } from 'drizzle-orm';
import { identityCorrections } from '@/db/schema/corrections';
import { people } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { receiptNumber, receiptSeries } from '@/lib/receipt-number';
import { ok, type Result, refuse } from '@/lib/result';
import { nextNumber } from '@/lib/running-number';
import { transaction, within } from '@/lib/transaction';
import { correctedNotice } from '../messages';
import { canCorrectIdentity } from '../policy';
import { readIdentity } from '../queries/identity';
import { sealDetails } from '../queries/sealed-details';
import { maskedIdentity, planCorrection } from '../rules/identity';
import { correctionPrefix } from '../rules/status';
import type { CounterCorrectionInput } from '../schema';
import { putRight, refuseTaken } from '../steps/put-right';
import { decidedColumns } from './lock-correction';

/** The member within the officer's reach; outside it is not found. */
async function memberInReach(tx: Ctx, personId: string) {
  const [row] = await tx.db
    .select({ accountId: people.accountId, unionId: people.unionId })
    .from(people)
    .where(eq(people.id, personId));
  const reached =
    row?.unionId && canCorrectIdentity(tx.actor, await organisationPath(tx, row.unionId));
  if (!row?.unionId || !reached) throw new NotFound('person');
  return { accountId: row.accountId, organisationId: row.unionId };
}

async function newNumber(tx: Ctx): Promise<string> {
  const today = todayOn(tx.now);
  const series = receiptSeries(correctionPrefix, today);
  return receiptNumber(correctionPrefix, today, await nextNumber(tx, series));
}

/**
 * 当面更正: the member stands at the counter with the original; the officer says which document was seen
 * and why. Done by this one officer after the second factor, never for oneself or one's household; on
 * record like any other, and the member is told. Throws NotFound for a member outside the officer's unions.
 * Refuses `step_up` without a recent second factor; `own_case` for one's own or one's family's;
 * `nothing_on_record` for who has no document on record.
 */
export async function correctAtCounter(
  ctx: Ctx,
  { personId, proof, reason, accept, present: _seen, ...typed }: CounterCorrectionInput,
): Promise<Result<{ personId: string; left: number }>> {
  authorize(canCorrectIdentity.anywhere(ctx.actor));
  if (!hasRecentSecondFactor(ctx)) return refuse('step_up');
  const work = () =>
    transaction(ctx, async (tx) => {
      const { accountId, organisationId } = await memberInReach(tx, personId);
      if (await isOwnCase(tx, { accountId })) return refuse('own_case');
      const subject = { personId, childId: null };
      const now = await within(tx, asSystem(tx), (systemTx) => readIdentity(systemTx, subject));
      if (!now) return refuse('nothing_on_record');
      const planned = planCorrection(now, typed, { isChild: false, today: todayOn(tx.now) });
      if (!planned.ok) return planned;
      const { after: right } = planned.value;
      const fields = [...planned.value.fields];
      const done = await putRight(tx, subject, { right, fields, accept });
      if (!done.ok) return done;
      const { certificates, left, misfits } = done.value;
      const [id, number] = [newId(), await newNumber(tx)];
      await tx.db.insert(identityCorrections).values({
        ...{ id, number, accountId, personId, subjectId: personId, organisationId, fields },
        ...{ origin: 'counter' as const, status: 'corrected' as const },
        detailsSealed: sealDetails(id, { before: now, after: right, why: reason }),
        createdAt: tx.now,
        sentAt: tx.now,
        ...decidedColumns(tx),
      });
      await recordAudit(tx, {
        action: 'correct_at_counter',
        entityType: 'identity_correction',
        entityId: id,
        organisationId,
        before: maskedIdentity(now, fields),
        after: { ...maskedIdentity(right, fields), number, proof, certificates, left, misfits },
        reason,
      });
      const about = { isChild: false, cameOfAge: false };
      await notify(tx, { accountId, ...correctedNotice({ id, number, fields }, about) });
      return ok({ personId, left: left.length });
    });
  return refuseTaken(work);
}
