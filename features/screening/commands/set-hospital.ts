import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { screeningHospitals } from '@/db/schema/screening';
import { canManageScreening } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { SetHospitalInput } from '../schema/hospital';

async function isPlaceOf(tx: Ctx, offeringId: string, place: string): Promise<boolean> {
  const here = and(eq(offeringSessions.offeringId, offeringId), eq(offeringSessions.place, place));
  return (await tx.db.$count(offeringSessions, here)) > 0;
}

async function isHospital(tx: Ctx, id: string): Promise<boolean> {
  const partner = and(
    eq(organisations.id, id),
    eq(organisations.kind, 'partner'),
    isNull(organisations.closedAt),
  );
  return (await tx.db.$count(organisations, partner)) > 0;
}

/**
 * Says which hospital's desk receives the people booked at a place of a screening, from now on and for
 * slots added later; or, with none, that no desk does. Throws NotFound for what is no screening of the
 * officer's.
 * Refuses `no_such_place` for a place without a session; `no_such_hospital`.
 */
export async function setHospital(
  ctx: Ctx,
  { offeringId, place, hospitalId }: SetHospitalInput,
): Promise<Result<{ offeringId: string }, 'no_such_place' | 'no_such_hospital'>> {
  return transaction(ctx, async (tx) => {
    const [offering] = await tx.db.select().from(offerings).where(eq(offerings.id, offeringId));
    if (offering?.kind !== 'screening') throw new NotFound('offering');
    const path = await organisationPath(tx, offering.organisationId);
    if (!canManageScreening(tx.actor, path)) throw new NotFound('offering');
    authorize(tx.actor.kind === 'account');
    if (!(await isPlaceOf(tx, offeringId, place))) return refuse('no_such_place');
    if (hospitalId && !(await isHospital(tx, hospitalId))) return refuse('no_such_hospital');
    const here = and(
      eq(screeningHospitals.offeringId, offeringId),
      eq(screeningHospitals.place, place),
    );
    const [before] = await tx.db.delete(screeningHospitals).where(here).returning();
    if (hospitalId) {
      const setBy = tx.actor.accountId;
      await tx.db
        .insert(screeningHospitals)
        .values({ offeringId, place, hospitalId, setBy, setAt: tx.now });
    }
    await recordAudit(tx, {
      action: 'set_hospital',
      entityType: 'offering',
      entityId: offeringId,
      organisationId: offering.organisationId,
      before: { place, hospital: before?.hospitalId ?? null },
      after: { place, hospital: hospitalId },
    });
    return ok({ offeringId });
  });
}
