import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { certificates } from '@/db/schema/attendance';
import { offerings } from '@/db/schema/programmes';
import { ratesOf } from '@/features/attendance/queries/course-roll';
import { doorOf } from '@/features/attendance/queries/door';
import { reaches } from '@/features/attendance/rules/rate';
import { trainingDetails } from '@/features/programmes/schema/offering';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read, within } from '@/lib/transaction';
import { refuseIssue } from '../rules/certificate';

/**
 * What decides of a course's certificates, inside an open transaction: everyone's attendance, what the
 * course asks, and what was issued. A booking that ever had a certificate gets none by issuing again; a
 * revoked one comes back only by 重发.
 * @authorized-by doorOf canDecideTraining at the organiser
 */
export async function completionOf(tx: Ctx, sessionId: string) {
  const door = await doorOf(tx, sessionId);
  if (door.kind !== 'training') throw new NotFound('certificates');
  const [offering] = await tx.db.select().from(offerings).where(eq(offerings.id, door.offeringId));
  const details = trainingDetails.parse(offering?.details ?? {});
  const { rates, issued } = await within(tx, asSystem(tx), async (house) => ({
    rates: await ratesOf(house, sessionId),
    issued: await house.db
      .select()
      .from(certificates)
      .where(eq(certificates.sessionId, sessionId))
      .orderBy(asc(certificates.number)),
  }));
  const had = new Set(issued.map((c) => c.bookingId));
  const lines = rates.map((line) => ({
    ...line,
    fulfils: reaches(line.rate, details.attendanceNeeded),
    had: had.has(line.holder.bookingId),
  }));
  const held = lines[0]?.rate.held ?? 0;
  const due = lines.filter((l) => l.fulfils && !l.had);
  const refusal = refuseIssue(door, details.certificate, held, tx.now);
  return { door, details, lines, issued, due, held, refusal, now: tx.now };
}

export type Completion = Awaited<ReturnType<typeof completionOf>>;

/** The same for the officers' page. */
export const getCompletion = (ctx: Ctx, sessionId: string): Promise<Completion> =>
  read(ctx, (tx) => completionOf(tx, sessionId));
