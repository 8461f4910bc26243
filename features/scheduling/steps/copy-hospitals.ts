import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { screeningHospitals } from '@/db/schema/screening';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';

/**
 * Copies which hospital's desk receives at which place. A hospital that is closed by now is left out, and
 * the draft's settings show its place without a desk.
 */
export async function copyHospitals(tx: Ctx, fromId: string, toId: string): Promise<void> {
  const rows = await tx.db
    .select({ place: screeningHospitals.place, hospitalId: screeningHospitals.hospitalId })
    .from(screeningHospitals)
    .innerJoin(organisations, eq(organisations.id, screeningHospitals.hospitalId))
    .where(and(eq(screeningHospitals.offeringId, fromId), isNull(organisations.closedAt)));
  if (rows.length === 0) return;
  const setBy = accountOf(tx.actor);
  await tx.db
    .insert(screeningHospitals)
    .values(rows.map((row) => ({ ...row, offeringId: toId, setBy, setAt: tx.now })));
}
