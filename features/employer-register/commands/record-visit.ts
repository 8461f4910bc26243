import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { employerVisits, registerEntries, visitPhotos } from '@/db/schema/employer-register';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { type Picture, redrawn } from '@/lib/documents/picture';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { isCorrected } from '../queries/visits';
import { statusAfterVisit } from '../rules/status';
import { refuseVisit, type VisitRefusal } from '../rules/visit';
import type { CorrectVisitInput, RecordVisitInput } from '../schema/visit';
import { visitPhotosMost } from '../settings';
import { lockEntry } from './lock-entry';

type Visited = { employerId: string; visitId: string };
type Refused = VisitRefusal | 'bad_photo';
/** Enough to read a notice at the gate by. */
const size = { side: 1200, bytes: 120_000 } as const;

const badPhoto = (photos: string) => refuse('bad_photo', { fieldErrors: { photos } });

/** The photos drawn anew, before the transaction; or why one of them, or their number, is refused. */
async function drawPhotos(
  ctx: Ctx,
  photos: RecordVisitInput['photos'],
): Promise<Picture[] | Refusal<'bad_photo'>> {
  const { most } = await readSettings(ctx, { most: visitPhotosMost });
  if (photos.length > most) return badPhoto(`最多 ${most} 张照片，请少选几张`);
  const drawn: Picture[] = [];
  for (const { bytes } of photos) {
    const picture = await redrawn(bytes, size);
    if (!picture) return badPhoto(`第 ${drawn.length + 1} 张打不开，只收 JPG、PNG、WebP`);
    drawn.push(picture);
  }
  return drawn;
}

/** Writes the row with its photos, and its line in the ledger. */
async function insertVisit(
  tx: Ctx,
  placeId: string,
  visit: Omit<typeof employerVisits.$inferInsert, 'id' | 'recordedBy' | 'recordedAt'>,
  photos: readonly Picture[],
): Promise<string> {
  const id = newId();
  await tx.db
    .insert(employerVisits)
    .values({ ...visit, id, recordedBy: accountOf(tx.actor), recordedAt: tx.now });
  for (const [position, { bytes, width, height }] of photos.entries()) {
    await tx.db.insert(visitPhotos).values({
      ...{ id: newId(), visitId: id, position, width, height },
      content: Buffer.from(bytes),
    });
  }
  const { employerId, correctionReason, ...facts } = visit;
  await recordAudit(tx, {
    action: 'record_visit',
    entityType: 'register_entry',
    entityId: employerId,
    organisationId: placeId,
    after: { ...facts, photos: photos.length },
    ...(correctionReason && { reason: correctionReason }),
  });
  return id;
}

/** The entry stands as its latest visit says: when to come again, and how far it is. */
async function follow(tx: Ctx, entry: Awaited<ReturnType<typeof lockEntry>>): Promise<void> {
  const [last] = await tx.db
    .select({ nextVisitOn: employerVisits.nextVisitOn, result: employerVisits.result })
    .from(employerVisits)
    .where(and(eq(employerVisits.employerId, entry.employerId), sql`not ${isCorrected}`))
    .orderBy(desc(employerVisits.visitedOn), desc(employerVisits.recordedAt))
    .limit(1);
  if (!last) return;
  await tx.db
    .update(registerEntries)
    .set({
      nextVisitOn: last.nextVisitOn,
      status: statusAfterVisit(entry.status, last.result),
      version: sql`${registerEntries.version} + 1`,
    })
    .where(eq(registerEntries.employerId, entry.employerId));
}

/**
 * Writes down a visit to an employer: when, whom by their role, how it came out, when to come again; photos
 * without place and camera. Throws NotFound for an employer outside the officer's area.
 * @authorized-by lockEntry
 * Refuses `future` and `next_not_after` beside their day, `bad_photo` for one that cannot be read or too many.
 */
export async function recordVisit(
  ctx: Ctx,
  { photos, ...visit }: RecordVisitInput,
): Promise<Result<Visited, Refused>> {
  const drawn = await drawPhotos(ctx, photos);
  if (!Array.isArray(drawn)) return drawn;
  return transaction(ctx, async (tx): Promise<Result<Visited, Refused>> => {
    const entry = await lockEntry(tx, visit.employerId);
    const refused = refuseVisit(visit, todayOn(tx.now));
    if (refused) return refuse(refused.reason, { fieldErrors: refused.fieldErrors });
    const visitId = await insertVisit(tx, entry.placeId, visit, drawn);
    await follow(tx, entry);
    return ok({ employerId: visit.employerId, visitId });
  });
}

/**
 * Writes a visit once more where it was written wrongly: the first row stays, named by the new one and
 * counted no longer. Throws NotFound for a visit that is not of this employer, or outside the officer's area.
 * @authorized-by lockEntry
 * Refuses `corrected_before`; `future` and `next_not_after` beside their day; `bad_photo`.
 */
export async function correctVisit(
  ctx: Ctx,
  { photos, visitId: corrects, ...visit }: CorrectVisitInput,
): Promise<Result<Visited, Refused | 'corrected_before'>> {
  const drawn = await drawPhotos(ctx, photos);
  if (!Array.isArray(drawn)) return drawn;
  try {
    return await transaction(ctx, async (tx): Promise<Result<Visited, Refused>> => {
      const entry = await lockEntry(tx, visit.employerId);
      const refused = refuseVisit(visit, todayOn(tx.now));
      if (refused) return refuse(refused.reason, { fieldErrors: refused.fieldErrors });
      const isTheirs = and(
        eq(employerVisits.id, corrects),
        eq(employerVisits.employerId, visit.employerId),
      );
      if ((await tx.db.$count(employerVisits, isTheirs)) === 0) throw new NotFound('visit');
      const visitId = await insertVisit(tx, entry.placeId, { ...visit, corrects }, drawn);
      await follow(tx, entry);
      return ok({ employerId: visit.employerId, visitId });
    });
  } catch (error) {
    if (violates(error, 'employer_visits_corrects_idx')) return refuse('corrected_before');
    throw error;
  }
}
