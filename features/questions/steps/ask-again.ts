import 'server-only';
import { and, eq, gt, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { answerSheets } from '@/db/schema/questions';
import { cancelDeadline, openBookingStatuses } from '@/features/bookings/rules/booking';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDateTime, todayOn } from '@/lib/dates';
import { notify } from '@/lib/messaging/outbox';
import { within } from '@/lib/transaction';
import type { Offering } from '../commands/lock-form';
import { askedAgainNotice } from '../messages';
import { readForm } from '../queries/form';
import { readAnswersOf } from '../queries/sheet';
import { answerProgressOf } from '../rules/answer-progress';
import { askedIn } from '../rules/question';

/** Time for an officer to write the next question too, so that one notice tells all. */
const DELAY_SECONDS = 600;

const openBookings = (tx: Ctx, offeringId: string) =>
  tx.db
    .select({
      id: bookings.id,
      accountId: bookings.accountId,
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
        gt(offeringSessions.startsAt, tx.now),
      ),
    );

/**
 * Tells everyone who has booked and is now asked something that must be answered, once a day at most.
 * Called in the transaction that changes the form.
 * @returns how many were told
 */
export async function askAgain(tx: Ctx, offering: Offering): Promise<number> {
  const form = await readForm(tx, offering.id);
  return within(tx, asSystem(tx), async (systemTx) => {
    const found = await openBookings(systemTx, offering.id);
    const sheets = await readAnswersOf(
      systemTx,
      found.flatMap(({ sheetId }) => sheetId ?? []),
    );
    let notified = 0;
    for (const { id, accountId, sheetId, sessionId, startsAt } of found) {
      const stored = sheets.get(sheetId ?? '') ?? new Map();
      const until = cancelDeadline(startsAt, offering.cancelHours);
      if (
        answerProgressOf(askedIn(form.questions, sessionId), stored).open.length === 0 ||
        until <= systemTx.now
      )
        continue;
      const notice = askedAgainNotice({
        bookingId: id,
        kind: offering.kind,
        title: offering.title,
        until: formatDateTime(until, systemTx.now),
        on: todayOn(systemTx.now),
      });
      await notify(systemTx, { accountId, ...notice, delaySeconds: DELAY_SECONDS });
      notified += 1;
    }
    return notified;
  });
}
