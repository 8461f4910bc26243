import 'server-only';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { insertBookings } from '@/features/bookings/steps/insert-bookings';
import type { ConstraintRefusal } from '@/features/bookings/steps/map-constraint-errors';
import { enterDraw } from '@/features/draws/steps/enter-draw';
import { saveEntryClaims } from '@/features/draws/steps/save-entry-claims';
import { gatherFacts, nextBookingNumber } from '@/features/eligibility/queries/facts';
import { decideEligibility } from '@/features/eligibility/rules/decide';
import type { Check } from '@/features/eligibility/rules/facts';
import { lockHousehold } from '@/features/eligibility/steps/lock-household';
import { type Granted, grantPlace } from '@/features/places/rules/places';
import { allocateIdlePlaces } from '@/features/places/steps/allocate-freed-places';
import {
  findCarveOutFor,
  findDeskReserved,
  lockPlaces,
  storePlaces,
  takeReserved,
} from '@/features/places/steps/lock-places';
import { findPrepared } from '@/features/questions/queries/prepared-answers';
import { attachAnswers } from '@/features/questions/steps/attach-answers';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { pipeline } from '@/lib/pipeline';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { missingAnswers } from '../rules/answers';
import type { BookPlaceInput } from '../schema/booking';
import { type BookingDraft, bookedFirstNotice, bookingRow, saveConsents } from './new-booking';

/** 代办: an officer books for somebody at the counter or on the telephone. */
export interface EnteredFor {
  readonly officerId: string;
  /** The organiser's name and 代办, as the member reads it. */
  readonly by: string;
  /** How it is known that they want it. */
  readonly note: string;
  /** A place reserved for a purpose (留位), which only the desk gives. */
  readonly carveOutId: string | null;
  /** What the desk reads of a condition that is not met. */
  readonly ineligibleWords: (failed: Check) => string;
}

export interface BookingReceipt {
  readonly bookingId: string;
  readonly number: string;
  readonly status: Granted['status'];
  /** Place in the queue, 0 when there is a place. */
  readonly position: number;
}

export type BookRefusal =
  | ConstraintRefusal
  | 'ineligible'
  | 'full'
  | 'missing'
  | 'questions'
  | 'frozen'
  | 'reserved_gone';

const notEligible = (failed: Check, entered: EnteredFor | null): Refusal<BookRefusal> => {
  const { rule, reason, note, fix } = failed;
  const own = { text: reason, note: note ?? '', fix: fix?.text ?? '', href: fix?.href ?? '' };
  const atDesk = entered && { text: entered.ineligibleWords(failed), note: '', fix: '', href: '' };
  return refuse(rule === 'duplicate' ? 'already_booked' : 'ineligible', {
    detail: { rule, ...(atDesk ?? own) },
  });
};

async function write(
  tx: Ctx,
  draft: BookingDraft,
  entered: EnteredFor | null,
): Promise<BookingReceipt> {
  const { bookingId, input, found, granted, actor } = draft;
  const { answer, row: drafted } = await bookingRow(tx, draft);
  const row = { ...drafted, enteredBy: entered?.officerId ?? null };
  const made = entered
    ? ({ type: 'made_for', by: entered.by, note: entered.note } as const)
    : ({ type: 'made', by: '本人' } as const);
  await pipeline([
    storePlaces(tx, input.sessionId, granted.places),
    granted.carveOutId && takeReserved(tx, granted.carveOutId),
    insertBookings(tx, [row], made, answer),
    attachAnswers(tx, draft.sheetId, bookingId),
    // 代办 stands in the ledger under the officer, who writes it.
    !entered &&
      recordAudit(tx, {
        action: 'book_place',
        entityType: 'booking',
        entityId: bookingId,
        organisationId: found.offering.organisationId,
        after: { status: granted.status, session: input.sessionId, queueNo: granted.queueNo },
      }),
    notify(tx, {
      accountId: actor.accountId,
      ...bookedFirstNotice(tx, row, found, granted, entered?.by),
    }),
  ]);
  await saveConsents(tx, bookingId, actor.accountId, found.offering, input);
  if (granted.status === 'entered') {
    const terms = found.offering.allocationTerms;
    await saveEntryClaims(tx, { bookingId, sessionId: input.sessionId, terms, input });
  }
  if (granted.status === 'waitlisted')
    await allocateIdlePlaces(tx, input.sessionId, granted.places);
  const position = granted.queueNo === null ? 0 : granted.places.waiting;
  return { bookingId, number: row.number, status: granted.status, position };
}

/**
 * Books one place as the person whose transaction it is: exactly as many as there are, whoever comes at the
 * same instant (security.md §1.2). Eligibility is decided on facts read under the lock. Throws NotFound for a
 * session that they do not see, and for an attendee whom it is not for.
 * Refuses `ineligible` with the rule, its words and the way out; `already_booked` for a second booking of the
 * same; `missing` with words for the fields; `questions` while an answer is owed; `frozen` once the list of
 * the draw is sealed; `reserved_gone` when the place chosen for a purpose is no more; `full` when the queue
 * is full, too.
 * @param entered by which officer, where it is 代办: the same rules, and the officer's line in the ledger
 */
export async function takePlaceFor(
  tx: Ctx,
  input: BookPlaceInput,
  entered: EnteredFor | null,
): Promise<Result<BookingReceipt, BookRefusal>> {
  const { actor } = tx;
  if (actor.kind !== 'account' || !actor.personId) throw new Error('nobody to book for');
  const { offeringId, sessionId, who } = input;
  const childId = who === 'self' ? null : who;
  const personId = actor.personId;
  const attendeeId = childId ?? personId ?? '';
  const subject = { offeringId, sessionId, personId, childId };
  const [running, places, first, prepared] = await Promise.all([
    nextBookingNumber(tx),
    lockPlaces(tx, sessionId),
    gatherFacts(tx, subject),
    findPrepared(tx, { offeringId, sessionId, accountId: actor.accountId, attendeeId }),
  ]);
  const gathered = first && (await lockHousehold(tx, subject, first));
  if (!places || !gathered?.found.session) throw new NotFound('session');
  await pausePoint('book:locked');
  const { found, facts } = gathered;
  if (isForChildren(found.offering.kind) !== (childId !== null)) throw new NotFound('attendee');
  const { failed } = decideEligibility(facts);
  if (failed) return notEligible(failed, entered);
  const missing = missingAnswers(found.offering, input);
  if (Object.keys(missing).length > 0) return refuse('missing', { fieldErrors: missing });
  if (prepared.open) return refuse('questions');
  const terms = {
    needsApproval: found.offering.needsApproval,
    waitlistMax: facts.offering.rules.waitlistMax,
  };
  const member = facts.membership && { ...facts.membership, attendeeId };
  const entry = await enterDraw(tx, sessionId, found, places);
  if (entry === 'frozen') return refuse('frozen');
  const given = entered?.carveOutId && (await findDeskReserved(tx, sessionId, entered.carveOutId));
  if (entered?.carveOutId && !given) return refuse('reserved_gone');
  const carveOutId = given || (await findCarveOutFor(tx, sessionId, places, member));
  const granted = entry ?? grantPlace(places, terms, carveOutId);
  if (granted === 'full') return refuse('full');
  const draft = {
    bookingId: newId(),
    running,
    actor,
    input,
    granted,
    sheetId: prepared.sheetId,
  };
  return ok(await write(tx, { ...draft, ...gathered }, entered));
}
