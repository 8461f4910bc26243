import 'server-only';
import { eq } from 'drizzle-orm';
import { identityCorrections } from '@/db/schema/corrections';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { correctedNotice } from '../messages';
import { readIdentity } from '../queries/identity';
import { openDetails, sealDetails } from '../queries/sealed-details';
import { fieldsOf } from '../rules/details';
import { asAsked, differing, maskedIdentity } from '../rules/identity';
import type { ApplyInput } from '../schema';
import { putRight, refuseTaken } from '../steps/put-right';
import { decidedColumns, lockCorrection } from './lock-correction';

/**
 * 更正: the officer has compared the proof; the record and every copy of it say the right thing from now
 * on, in one transaction, and the ledger keeps old and new in masked form. Refused when the record has
 * moved on since, when nobody looks after the child any more, and when another record carries the number.
 * Refuses `nobody` when nothing is on record any more or nobody looks after the child; `moved_on`
 * when the record has changed since the request; `unticked` when the list of places that no longer
 * fit was shown and not ticked; further those of `lockCorrection` and `putRight`.
 * @authorized-by lockCorrection canCorrectIdentity at the desk, and never one's own case
 */
export async function applyCorrection(
  ctx: Ctx,
  { correctionId, accept, told }: ApplyInput,
): Promise<Result<{ id: string; left: number }>> {
  const work = () =>
    transaction(ctx, async (tx) => {
      const locked = await lockCorrection(tx, correctionId);
      if (!locked.ok) return locked;
      const { row, accounts } = locked.value;
      const { id, number, childId, organisationId } = row;
      const now = await within(tx, asSystem(tx), (systemTx) => readIdentity(systemTx, row));
      const details = openDetails(row);
      if (!now || !details || accounts.length === 0) return refuse('nobody');
      const fields = fieldsOf(row.fields);
      const moved = differing(details.before, now).some((field) => fields.includes(field));
      if (moved) return refuse('moved_on');
      const right = asAsked(now, details.after, fields);
      const done = await putRight(tx, row, { right, fields, accept });
      if (!done.ok && done.reason === 'misfits' && told)
        return refuse('unticked', { fieldErrors: { accept: '请先看过名单，再勾选' } });
      if (!done.ok) return done;
      const { cameOfAge, misfits, certificates, left } = done.value;
      const detailsSealed = sealDetails(id, { ...details, before: now, after: right });
      await tx.db
        .update(identityCorrections)
        .set({ status: 'corrected', detailsSealed, ...decidedColumns(tx) })
        .where(eq(identityCorrections.id, id));
      await recordAudit(tx, {
        action: 'apply_correction',
        entityType: 'identity_correction',
        entityId: id,
        organisationId,
        before: maskedIdentity(now, fields),
        after: { ...maskedIdentity(right, fields), number, certificates, left, misfits, cameOfAge },
      });
      const notice = correctedNotice(
        { id, number, fields },
        { isChild: childId !== null, cameOfAge },
      );
      await notifyEach(tx, accounts, notice);
      return ok({ id, left: left.length });
    });
  return refuseTaken(work);
}
