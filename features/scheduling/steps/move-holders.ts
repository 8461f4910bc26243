import 'server-only';
import {
  type BookingRow,
  findBookingRows,
  noticeFacts,
} from '@/features/bookings/queries/booking-row';
import { answerDeadline, askedWhenMoved } from '@/features/bookings/rules/moved';
import { movedUnderNotice } from '@/features/bookings/rules/moved-notice';
import { recordBookingEvents } from '@/features/bookings/steps/move-booking';
import { retimeBookings } from '@/features/bookings/steps/retime-bookings';
import { gatherFactsOfList } from '@/features/eligibility/queries/facts-of-list';
import {
  ineligibleWords,
  orphaned,
  recheckEligibility,
} from '@/features/eligibility/rules/ineligibility';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { silenceOf } from '@/features/offerings/schema/offering';
import { asSystem, type Ctx } from '@/lib/ctx';
import type { OutboxNotice } from '@/lib/messaging/outbox';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { readSettings } from '@/lib/settings';
import { within } from '@/lib/transaction';
import { sessionChangedNotice } from '../messages';
import type { SessionContent } from '../schema/manage-session';
import { moveAnswerHours } from '../settings';

/** Statements of one portion, however many hold a place: the session's lock is held meanwhile. */
const AT_ONCE = 500;

const isAsked = (b: BookingRow) => askedWhenMoved.some((status) => status === b.status);

/** What still bars those who are asked, on the new day; by booking. */
async function ineligibilityOf(
  tx: Ctx,
  asked: readonly BookingRow[],
): Promise<Map<string, string>> {
  const [first] = asked;
  if (!first) return new Map();
  const gathered = await within(tx, asSystem(tx), (systemTx) =>
    gatherFactsOfList(systemTx, first, asked),
  );
  const words = asked.map((b, at) => {
    const facts = gathered[at]?.facts;
    if (!facts) return [b.id, orphaned.words] as const;
    const { failed } = recheckEligibility(facts, b.id);
    return [b.id, failed ? ineligibleWords(failed) : ''] as const;
  });
  return new Map(words.filter(([, text]) => text !== ''));
}

/** What is new, to each of them: with what bars them on the new day and until when to answer. */
async function noticesOf(tx: Ctx, moved: readonly BookingRow[], answerBy: Date | null) {
  const ineligible = answerBy
    ? await ineligibilityOf(tx, moved.filter(isAsked))
    : new Map<string, string>();
  return moved.map((booking): OutboxNotice => {
    const facts = noticeFacts(booking, booking.version);
    const { accountId } = booking;
    if (!answerBy || !isAsked(booking))
      return { accountId, ...sessionChangedNotice(facts, tx.now) };
    const silence = silenceOf(booking.offeringDetails);
    const asked = { until: answerBy, silence, ineligible: ineligible.get(booking.id) ?? null };
    return { accountId, ...movedUnderNotice(facts, asked, tx.now) };
  });
}

/**
 * Carries a session's new times and place into its bookings, where overlap is judged. Whoever holds a
 * place at other hours than they booked is asked again and free to leave; everyone is told once.
 * @param retimed whether the hours are other ones, or only the place
 */
export async function moveHolders(
  tx: Ctx,
  sessionId: string,
  content: Pick<SessionContent, 'startsAt' | 'endsAt' | 'details'>,
  { retimed, by }: { retimed: boolean; by: string },
): Promise<void> {
  const { hours } = await readSettings(tx, { hours: moveAnswerHours });
  const answerBy = retimed ? answerDeadline(content.startsAt, hours, tx.now) : null;
  const moved = await retimeBookings(tx, sessionId, {
    period: periodLiteral(timedOf(content)),
    startsAt: content.startsAt,
    answerBy,
  });
  for (let at = 0; at < moved.length; at += AT_ONCE) {
    const some = await findBookingRows(tx, moved.slice(at, at + AT_ONCE));
    await recordBookingEvents(
      tx,
      some.map(({ id, status }) => ({
        ...{ bookingId: id, type: 'rescheduled', by },
        ...{ from: status, to: status },
      })),
    );
    await notifyMany(tx, await noticesOf(tx, some, answerBy));
  }
}
