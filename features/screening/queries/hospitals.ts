import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { screeningHospitals } from '@/db/schema/screening';
import type { Ctx } from '@/lib/ctx';

/**
 * The partners that have desks, for the choice. The tree is public. In the order of the tree.
 */
export async function listHospitals(ctx: Ctx) {
  return ctx.db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.kind, 'partner'), isNull(organisations.closedAt)))
    .orderBy(asc(organisations.sortKey));
}

/**
 * Each place at which a screening has slots, and the hospital whose desk receives there, if any.
 * In order of the place's name.
 */
export async function listHospitalPlaces(ctx: Ctx, offeringId: string) {
  return ctx.db
    .selectDistinct({
      place: offeringSessions.place,
      hospitalId: organisations.id,
      hospital: organisations.name,
    })
    .from(offeringSessions)
    .leftJoin(
      screeningHospitals,
      and(
        eq(screeningHospitals.offeringId, offeringSessions.offeringId),
        eq(screeningHospitals.place, offeringSessions.place),
      ),
    )
    .leftJoin(organisations, eq(organisations.id, screeningHospitals.hospitalId))
    .where(eq(offeringSessions.offeringId, offeringId))
    .orderBy(asc(offeringSessions.place));
}

export type HospitalPlace = Awaited<ReturnType<typeof listHospitalPlaces>>[number];
