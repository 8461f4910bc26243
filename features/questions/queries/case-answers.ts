import 'server-only';
import { eq } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { canDecideBookings } from '@/features/bookings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { answerProgressOf } from '../rules/answer-progress';
import { answerWords } from '../rules/answer-words';
import { askedIn } from '../rules/question';
import { type FormQuestion, readAllQuestions } from './form';
import { findBookingSheet, readAnswers, type StoredAnswerRow } from './sheet';

const columns = {
  id: bookings.id,
  number: bookings.number,
  kind: bookings.kind,
  status: bookings.status,
  attendee: bookings.attendeeMasked,
  organiserId: bookings.organiserId,
  offeringId: bookings.offeringId,
  sessionId: bookings.sessionId,
  offering: offerings.title,
  session: offeringSessions.title,
};

/** A booking whose answers this officer may read: the offering's own staff and nobody else; else NotFound. */
export async function findStaffBooking(tx: Ctx, bookingId: string) {
  if (!isUuid(bookingId)) throw new NotFound('booking');
  const [row] = await tx.db
    .select(columns)
    .from(bookings)
    .innerJoin(offerings, eq(offerings.id, bookings.offeringId))
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .where(eq(bookings.id, bookingId));
  if (!row) throw new NotFound('booking');
  const path = await organisationPath(tx, row.organiserId);
  if (!canDecideBookings[row.kind](tx.actor, path)) throw new NotFound('booking');
  return row;
}

/**
 * What stands behind a booking's form: its sheet or null, every question ever asked, and the stored
 * answers by question id.
 */
export async function answersOfBooking(tx: Ctx, booking: { id: string; offeringId: string }) {
  const sheet = await findBookingSheet(tx, booking.id);
  const all = await readAllQuestions(tx, booking.offeringId);
  const stored = sheet ? await readAnswers(tx, sheet.id) : new Map<string, StoredAnswerRow>();
  return { sheet, all, stored };
}

/** Kept apart from the rest of the case: shown only when somebody asks for it, which is recorded. */
export const isClosed = (q: FormQuestion): boolean => q.sensitive || q.type === 'file';

export interface AnswerOfCase {
  readonly questionId: string;
  readonly label: string;
  /** Null while it is closed. */
  readonly words: string | null;
  readonly withdrawnAt: Date | null;
  readonly outdated: boolean;
}

const lineOf = (q: FormQuestion, stored: StoredAnswerRow): AnswerOfCase => ({
  questionId: q.id,
  label: q.label,
  words: isClosed(q) ? null : answerWords(q.type, stored.value),
  withdrawnAt: stored.withdrawnAt,
  outdated: stored.version !== q.version,
});

/**
 * The answers of one booking for the offering's own staff. What is sensitive and every file stays
 * closed; `revealAnswers` opens it and leaves a line in the audit. Throws NotFound for a booking that the
 * officer does not decide about.
 */
export async function getCaseAnswers(ctx: Ctx, bookingId: string) {
  return read(ctx, async (tx) => {
    const booking = await findStaffBooking(tx, bookingId);
    const { all, stored } = await answersOfBooking(tx, booking);
    const lines = all.flatMap((q) => {
      const one = stored.get(q.id);
      return one ? [lineOf(q, one)] : [];
    });
    const { open } = answerProgressOf(
      askedIn(all, booking.sessionId).filter((q) => !q.retired),
      stored,
    );
    return { ...booking, lines, open: open.map((q) => q.label), now: tx.now };
  });
}

export type CaseAnswers = Awaited<ReturnType<typeof getCaseAnswers>>;
