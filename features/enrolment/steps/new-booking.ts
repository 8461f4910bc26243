import 'server-only';
import { bookingAnswers, bookingHealth } from '@/db/schema/bookings';
import { bookingNumber } from '@/features/bookings/rules/attendee';
import type { BookingNotice } from '@/features/bookings/rules/booking-notice';
import { pickUpPeople } from '@/features/bookings/rules/pick-up';
import { planAnswer } from '@/features/bookings/steps/answer-clock';
import type { NewBooking } from '@/features/bookings/steps/insert-bookings';
import type { GatheredFacts } from '@/features/eligibility/queries/facts';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { periodLiteral } from '@/features/offerings/rules/meetings';
import type { Kind } from '@/features/offerings/schema/offering';
import type { Granted } from '@/features/places/rules/places';
import type { AccountActor } from '@/lib/actor';
import { gramsOf } from '@/lib/china/name-grams';
import { maskName } from '@/lib/china/person-name';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import {
  bookedForNotice,
  bookedNotice,
  enteredNotice,
  pendingNotice,
  waitlistedNotice,
} from '../messages';
import { healthNotesConsent, pickUpConsent, screeningConsent } from '../rules/consents';
import type { BookPlaceInput } from '../schema/booking';

/** A booking that is decided and not yet written. */
export interface BookingDraft extends GatheredFacts {
  readonly bookingId: string;
  /** From the sequence, drawn before the lock is held. */
  readonly running: number;
  readonly actor: AccountActor;
  readonly input: BookPlaceInput;
  readonly granted: Granted;
  /** The prepared answers to the offering's questions, if it asks any. */
  readonly sheetId: string | null;
}

/** Answers that only the class's own staff may open; each is bound to its row and column. */
function sealedAnswers({ bookingId, input, found }: BookingDraft): Partial<NewBooking> {
  const health = found.offering.asksHealthNotes ? input.healthNotes : null;
  const people = found.offering.kind === 'childcare' ? pickUpPeople(input) : [];
  return {
    healthSealed: health && sealField(health, bookingHealth(bookingId)),
    answersSealed:
      people.length > 0 ? sealField(JSON.stringify(people), bookingAnswers(bookingId)) : null,
  };
}

/**
 * The row of a new booking, and the time to answer where it waits for approval. Search goes by the member’s name,
 * since a child’s is sealed.
 */
export async function bookingRow(tx: Ctx, draft: BookingDraft) {
  const { bookingId, actor, input, found, facts, granted } = draft;
  const { offering, person, membership, child } = found;
  const personId = actor.personId;
  if (!personId || !person || !facts.session) throw new Error('booking without person or session');
  const answer = granted.status === 'pending' ? await planAnswer(tx) : null;
  const row = {
    id: bookingId,
    number: bookingNumber(todayOn(tx.now), draft.running),
    sessionId: input.sessionId,
    offeringId: offering.id,
    kind: offering.kind,
    accountId: actor.accountId,
    personId,
    childId: child?.id ?? null,
    attendeeId: child?.id ?? personId,
    organisationId: membership?.unionId ?? offering.organisationId,
    organiserId: offering.organisationId,
    term: offering.term,
    rulesVersion: offering.rulesVersion,
    sessionRulesVersion: found.session?.rulesVersion ?? null,
    status: granted.status,
    period: periodLiteral(facts.session),
    queueNo: granted.queueNo,
    entryNo: granted.status === 'entered' ? granted.entryNo : null,
    carveOutId: granted.carveOutId,
    ...sealedAnswers(draft),
    nameGrams: person.grams.length > 0 ? person.grams : gramsOf(person.name ?? ''),
    pinyin: person.pinyin,
    attendeeMasked: maskName(facts.attendee.name),
    phoneTail: person.phoneTail,
    dueOn: answer?.dueOn ?? null,
    createdAt: tx.now,
    updatedAt: tx.now,
  } satisfies NewBooking;
  return { row, answer };
}

/**
 * What a person who has just booked is told, by status: a place, a place that waits for approval, a
 * place in the queue or an entry of a draw.
 * @param enteredBy who entered it for them (代办): then it is news, and a text goes out
 */
export function bookedFirstNotice(
  tx: Ctx,
  row: { id: string; number: string; dueOn: string | null },
  found: GatheredFacts['found'],
  granted: Granted,
  enteredBy?: string,
): BookingNotice {
  const { offering, session } = found;
  if (!session) throw new Error('booking without session');
  const facts = {
    id: row.id,
    number: row.number,
    kind: offering.kind,
    version: 1,
    title: offering.title,
    session: session.title,
    startsAt: new Date(session.startsAt),
    endsAt: new Date(session.endsAt),
    sessionDetails: session.details,
    place: session.place,
  };
  if (enteredBy) return bookedForNotice(facts, { by: enteredBy, status: granted.status }, tx.now);
  if (granted.status === 'entered') return enteredNotice(facts, granted.entryNo);
  if (granted.status === 'waitlisted') return waitlistedNotice(facts, granted.places.waiting);
  if (granted.status === 'booked') return bookedNotice(facts, tx.now);
  return pendingNotice(facts, row.dueOn ? formatDay(row.dueOn, todayOn(tx.now)) : '');
}

/** Each separate consent that this booking rests on, kept with it. */
export async function saveConsents(
  tx: Ctx,
  bookingId: string,
  accountId: string,
  offering: { kind: Kind; asksHealthNotes: boolean },
  input: BookPlaceInput,
): Promise<void> {
  const { kind, asksHealthNotes } = offering;
  const subject = { type: 'booking', id: bookingId };
  if (asksHealthNotes && input.healthNotes)
    await recordConsent(tx, accountId, healthNotesConsent, subject);
  if (kind === 'childcare' && pickUpPeople(input).length > 0) {
    await recordConsent(tx, accountId, pickUpConsent, subject);
  }
  if (kind === 'screening') await recordConsent(tx, accountId, screeningConsent, subject);
}
