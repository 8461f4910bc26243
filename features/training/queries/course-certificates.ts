import 'server-only';
import { asc, eq, inArray } from 'drizzle-orm';
import { certificates } from '@/db/schema/attendance';
import { people } from '@/db/schema/identity';
import { offerings } from '@/db/schema/offerings';
import { findCheckInPoint } from '@/features/attendance/queries/check-in-point';
import { ratesOf } from '@/features/attendance/queries/course-roll';
import { reaches } from '@/features/attendance/rules/rate';
import { ownBookingsIn } from '@/features/bookings/queries/own-in-session';
import { trainingDetails } from '@/features/offerings/schema/offering';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { missingIn } from '@/lib/documents/pdf/faces';
import { NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';
import { refuseIssue } from '../rules/certificate';

/** The characters of each person's name that cannot be printed; most have none. */
async function missingOf(
  systemTx: Ctx,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const known = await systemTx.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...personIds]));
  return new Map(known.map(({ id, name }) => [id, missingIn(name ?? '').join('')]));
}

/**
 * What decides of a course's certificates, inside an open transaction: everyone's attendance, what the
 * course asks, and what was issued. A booking that ever had a certificate gets none by issuing again; a
 * revoked one comes back only by 重发. Throws NotFound for what is no training of the officer's.
 * @authorized-by findCheckInPoint canDecideTraining at the organiser
 */
export async function completionOf(tx: Ctx, sessionId: string) {
  const door = await findCheckInPoint(tx, sessionId);
  if (door.kind !== 'training') throw new NotFound('certificates');
  const [offering] = await tx.db.select().from(offerings).where(eq(offerings.id, door.offeringId));
  const details = trainingDetails.parse(offering?.details ?? {});
  const own = await ownBookingsIn(tx, sessionId);
  const rates = await ratesOf(tx, sessionId);
  const missing = await missingOf(
    tx,
    rates.map((line) => line.holder.personId),
  );
  const issuer = (await findOrganisation(tx, door.organiserId))?.name ?? '';
  const issued = await tx.db
    .select()
    .from(certificates)
    .where(eq(certificates.sessionId, sessionId))
    .orderBy(asc(certificates.number));
  const had = new Set(issued.map((c) => c.bookingId));
  const lines = rates.map((line) => ({
    ...line,
    fulfils: reaches(line.rate, details.attendanceNeeded),
    had: had.has(line.holder.bookingId),
    /** One's own or one's family's: a colleague issues it (回避). */
    own: own.has(line.holder.bookingId),
    /** Characters of the name that no face draws; empty for nearly everybody. */
    missing: missing.get(line.holder.personId) ?? '',
  }));
  const held = lines[0]?.rate.held ?? 0;
  const next = lines.filter((l) => l.fulfils && !l.had);
  const due = next.filter((l) => l.missing === '' && !l.own);
  const names = next.map((l) => l.missing).join('');
  const unprintable = missingIn(door.offering + issuer).join('');
  const refusal =
    refuseIssue(door, details.certificate, held, tx.now) ?? (unprintable ? 'unprintable' : null);
  const characters = [...new Set(unprintable || names)].join('、');
  return { door, characters, details, lines, issued, due, own, held, refusal, now: tx.now };
}

export type Completion = Awaited<ReturnType<typeof completionOf>>;

/**
 * What decides of a course's certificates, for the officers' page. Throws NotFound for what is no training
 * of theirs.
 */
export const getCompletion = (ctx: Ctx, sessionId: string): Promise<Completion> =>
  read(ctx, (tx) => completionOf(tx, sessionId));
