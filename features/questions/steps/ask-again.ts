import 'server-only';
import { and, eq, gt, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { answerSheets } from '@/db/schema/questions';
import { cancelDeadline, openBookingStatuses } from '@/features/bookings/rules/booking';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDateTime, todayOn } from '@/lib/dates';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { within } from '@/lib/transaction';
import type { Offering } from '../commands/lock-form';
import { askedAgainNotice } from '../messages';
import { type FormFacts, readForm } from '../queries/form';
import { readAnswersOf } from '../queries/sheet';
import { answerProgressOf } from '../rules/answer-progress';
import { askedIn } from '../rules/question';

/** Time for an officer to write the next question too, so that one notice tells all. */
const DELAY_SECONDS = 600;

const openBookings = (systemTx: Ctx, offeringId: string, only?: readonly string[]) =>
  systemTx.db
    .select({
      id: bookings.id,
      accountId: bookings.accountId,
      version: bookings.version,
      sheetId: answerSheets.id,
      startsAt: offeringSessions.startsAt,
      sessionId: bookings.sessionId,
    })
    .from(bookings)
    .innerJoin(offeringSessions, eq(offeringSessions.id, bookings.sessionId))
    .leftJoin(answerSheets, eq(answerSheets.bookingId, bookings.id))
    .where(
      and(
        eq(bookings.offeringId, offeringId),
        inArray(bookings.status, openBookingStatuses),
        gt(offeringSessions.startsAt, systemTx.now),
        only && inArray(bookings.id, [...only]),
      ),
    );

type Asking = Pick<Offering, 'id' | 'kind' | 'title' | 'cancelHours'>;

/** Asks each of them whose session wants an answer that is missing, while they can still give it. */
async function ask(
  systemTx: Ctx,
  offering: Asking,
  form: FormFacts,
  { only }: { only?: readonly string[] } = {},
): Promise<number> {
  const found = await openBookings(systemTx, offering.id, only);
  const sheets = await readAnswersOf(
    systemTx,
    found.flatMap(({ sheetId }) => sheetId ?? []),
  );
  const notices = found.flatMap(({ id, accountId, version, sheetId, sessionId, startsAt }) => {
    const stored = sheets.get(sheetId ?? '') ?? new Map();
    const until = cancelDeadline(startsAt, offering.cancelHours);
    const { open } = answerProgressOf(askedIn(form.questions, sessionId), stored);
    if (open.length === 0 || until <= systemTx.now) return [];
    const notice = askedAgainNotice({
      ...{ bookingId: id, kind: offering.kind, title: offering.title },
      until: formatDateTime(until, systemTx.now),
      on: todayOn(systemTx.now),
      moved: only && version,
    });
    // Who was moved has nothing to wait for: their notice of the move left just now.
    return [{ accountId, ...notice, delaySeconds: only ? 0 : DELAY_SECONDS }];
  });
  await notifyMany(systemTx, notices);
  return notices.length;
}

/**
 * Tells everyone who has booked and is now asked something that must be answered, once a day at most.
 * Called in the transaction that changes the form.
 * @returns how many were told
 */
export async function askAgain(tx: Ctx, offering: Offering): Promise<number> {
  const form = await readForm(tx, offering.id);
  return within(tx, asSystem(tx), (systemTx) => ask(systemTx, offering, form));
}

/**
 * Tells those who lie in another session by now what it asks and they have not answered, each once. Called
 * as the system in the transaction that brought them there.
 * @param sessionId the session in which they lie now
 */
export async function askWhoMoved(
  systemTx: Ctx,
  { offeringId, sessionId }: { offeringId: string; sessionId: string },
  bookingIds: readonly string[],
): Promise<void> {
  const form = await readForm(systemTx, offeringId);
  if (!form.questions.some((q) => q.sessionIds.includes(sessionId))) return;
  const [offering] = await systemTx.db.select().from(offerings).where(eq(offerings.id, offeringId));
  if (offering) await ask(systemTx, offering, form, { only: bookingIds });
}
