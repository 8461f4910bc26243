import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { employerVisits, visitPhotos } from '@/db/schema/employer-register';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { canSeeRegister } from '../policy';
import { officerNames } from './keepers';

/** A condition over `employer_visits`: a later row says that this one was written wrongly. */
export const isCorrected = sql<boolean>`exists (select 1 from employer_visits later
  where later.corrects = employer_visits.id)`;

/**
 * Visits to one employer that the caller has found for who asks, with the names of who recorded them and the
 * ids of their photos. The latest first; corrected ones stand among them and say so.
 */
export const listVisits = (ctx: Ctx, employerId: string) =>
  read(ctx, async (tx) => {
    const rows = await tx.db
      .select({
        id: employerVisits.id,
        visitedOn: employerVisits.visitedOn,
        met: employerVisits.met,
        result: employerVisits.result,
        nextVisitOn: employerVisits.nextVisitOn,
        correctionReason: employerVisits.correctionReason,
        corrected: isCorrected,
        recordedBy: employerVisits.recordedBy,
      })
      .from(employerVisits)
      .where(eq(employerVisits.employerId, employerId))
      .orderBy(desc(employerVisits.visitedOn), desc(employerVisits.recordedAt));
    const photos = await tx.db
      .select({ id: visitPhotos.id, visitId: visitPhotos.visitId })
      .from(visitPhotos)
      .innerJoin(employerVisits, eq(employerVisits.id, visitPhotos.visitId))
      .where(eq(employerVisits.employerId, employerId))
      .orderBy(asc(visitPhotos.position));
    const names = await officerNames(
      tx,
      rows.map((row) => row.recordedBy),
    );
    return rows.map(({ recordedBy, ...row }) => ({
      ...row,
      officer: (recordedBy && names.get(recordedBy)) ?? null,
      photos: photos.filter(({ visitId }) => visitId === row.id).map(({ id }) => id),
    }));
  });

export type Visit = Awaited<ReturnType<typeof listVisits>>[number];

/** One visit of an employer, to be corrected; null when it is not there, or was corrected before. */
export const findVisit = (ctx: Ctx, employerId: string, visitId: string | undefined) =>
  read(ctx, async (tx) => {
    if (!isUuid(visitId ?? '')) return null;
    const all = await listVisits(tx, employerId);
    return all.find(({ id, corrected }) => id === visitId && !corrected) ?? null;
  });

/**
 * The bytes of a visit's photo. Throws NotFound when there is none, and for who does not see the register
 * where it was taken.
 */
export async function openVisitPhoto(ctx: Ctx, id: string): Promise<Buffer> {
  if (!isUuid(id) || !canSeeRegister.anywhere(ctx.actor)) throw new NotFound('photo');
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ content: visitPhotos.content })
      .from(visitPhotos)
      .innerJoin(employerVisits, eq(employerVisits.id, visitPhotos.visitId))
      .where(and(eq(visitPhotos.id, id), inOwnArea(tx)));
    if (!row) throw new NotFound('photo');
    return row.content;
  });
}

const inOwnArea = ({ actor }: Ctx) => sql`exists (select 1 from register_entries r
  join organisation_closure c on c.descendant_id = r.place_id
  where r.employer_id = employer_visits.employer_id
    and c.ancestor_id = any (${`{${canSeeRegister.organisationsOf(actor).join(',')}}`}::uuid[]))`;
