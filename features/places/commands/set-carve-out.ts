import 'server-only';
import { canManageOfferings } from '@/features/offerings/policy';
import { readDated } from '@/features/offerings/queries/dated-offering';
import { datesOutOfOrder } from '@/features/offerings/rules/dates-in-order';
import { lockSession } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { resizeReserved } from '../rules/availability';
import { carveOutCriteria, type SetCarveOutInput } from '../schema/carve-outs';
import { allocateFreedPlaces } from '../steps/allocate-freed-places';
import { type LockedCarveOut, lockAvailability } from '../steps/lock-places';
import { addCarveOut, changeCarveOut } from '../steps/make-places';

type Refused = 'over' | 'below_taken' | 'above_open' | 'invalid';

const fresh = (id: string, position: number): LockedCarveOut => ({
  id,
  position,
  label: '',
  capacity: 0,
  taken: 0,
  criteria: { newFormOnly: false, occupations: [], organisationIds: [] },
  returnsAt: null,
  returnedAt: null,
});

const auditedCarveOut = ({ label, capacity, criteria, returnsAt }: LockedCarveOut) => ({
  label,
  capacity,
  criteria,
  returnsAt,
});

const wordsOf = {
  below_taken: (most: number) => `这一组已有 ${most} 人，不能少于 ${most}`,
  above_open: (most: number) => `空着的名额不够，最多能留 ${most} 个`,
};

/**
 * 预留名额: sets places of a session aside for a group, or changes what was set aside. More than is
 * open, or fewer than the group has taken, is refused with the number; what is let go is passed on. Throws
 * NotFound for a session, or one set aside in it, that there is not.
 * Refuses `over` when the session has begun or is cancelled, or the places have been let go;
 * `invalid` with words for the fields.
 */
export async function setCarveOut(
  ctx: Ctx,
  input: SetCarveOutInput,
): Promise<Result<{ offeringId: string; sessionId: string }, Refused>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ offeringId: string; sessionId: string }, Refused>> => {
      const { sessionId, carveOutId, label, capacity, returnsAt } = input;
      const { offering, session, path } = await lockSession(tx, sessionId);
      authorize(canManageOfferings[offering.kind](tx.actor, path));
      if (session.cancelledAt || session.startsAt <= tx.now) return refuse('over');
      const criteria = carveOutCriteria.safeParse({
        newFormOnly: input.newFormOnly,
        occupations: input.occupations,
        organisationIds: input.organisationIds,
      });
      const fieldErrors: Record<string, string> = {};
      if (!criteria.success)
        fieldErrors.newFormOnly = criteria.error.issues[0]?.message ?? '请选条件';
      const carveOutRows = [{ sessionId, label, returnsAt, returnedAt: null }];
      const dated = { ...(await readDated(tx, offering)), carveOuts: carveOutRows };
      const gap = datesOutOfOrder(dated, tx.now).find((one) => one.at === 'returnsAt');
      if (gap) fieldErrors.returnsAt = gap.text;
      if (!criteria.success || Object.keys(fieldErrors).length > 0) {
        return refuse('invalid', { fieldErrors });
      }
      const stock = await lockAvailability(tx, sessionId);
      if (!stock) throw new NotFound('session');
      const last = Math.max(0, ...stock.carveOuts.map((c) => c.position));
      const before = carveOutId
        ? stock.carveOuts.find((c) => c.id === carveOutId)
        : fresh(newId(), last + 1);
      if (!before) throw new NotFound('carve-out');
      if (before.returnedAt) return refuse('over');
      const resized = resizeReserved(stock, before, capacity);
      if (!resized.ok) {
        const text = wordsOf[resized.reason](resized.most);
        return refuse(resized.reason, { fieldErrors: { capacity: text }, detail: { text } });
      }
      const row = { label, capacity, criteria: criteria.data, returnsAt };
      const { id } = before;
      if (carveOutId) await changeCarveOut(tx, id, row);
      else await addCarveOut(tx, sessionId, before, row);
      const others = stock.carveOuts.filter((c) => c.id !== id);
      const all = [...others, { ...before, ...row }].sort((a, b) => a.position - b.position);
      await allocateFreedPlaces(tx, sessionId, { places: resized.places, carveOuts: all });
      await recordAudit(tx, {
        action: carveOutId ? 'change_carve_out' : 'set_carve_out',
        entityType: 'offering_session',
        entityId: sessionId,
        organisationId: offering.organisationId,
        before: carveOutId ? auditedCarveOut(before) : undefined,
        after: row,
      });
      return ok({ offeringId: offering.id, sessionId });
    },
  );
}
