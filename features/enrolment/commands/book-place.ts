import 'server-only';
import { isForChildren } from '@/features/bookings/rules/attendee';
import { insertBookings } from '@/features/bookings/steps/insert-bookings';
import {
  type ConstraintRefusal,
  mapConstraintErrors,
} from '@/features/bookings/steps/map-constraint-errors';
import { enterDraw } from '@/features/draws/steps/enter-draw';
import { saveEntryClaims } from '@/features/draws/steps/save-entry-claims';
import { gatherFacts, nextBookingNumber } from '@/features/eligibility/queries/facts';
import { decideEligibility } from '@/features/eligibility/rules/decide';
import type { Check } from '@/features/eligibility/rules/facts';
import { lockHousehold } from '@/features/eligibility/steps/lock-household';
import { soldOutFor } from '@/features/places/queries/sold-out';
import { type Granted, grantPlace } from '@/features/places/rules/places';
import { allocateIdlePlaces } from '@/features/places/steps/allocate-freed-places';
import {
  findCarveOutFor,
  lockPlaces,
  storePlaces,
  takeReserved,
} from '@/features/places/steps/lock-places';
import { findPrepared } from '@/features/questions/queries/prepared-answers';
import { attachAnswers } from '@/features/questions/steps/attach-answers';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { limitConcurrency } from '@/lib/limits/concurrency';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { pipeline } from '@/lib/pipeline';
import { isRefusal, ok, type Refusal, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { missingAnswers } from '../rules/answers';
import type { BookPlaceInput } from '../schema/booking';
import {
  type BookingDraft,
  bookedFirstNotice,
  bookingRow,
  saveConsents,
} from '../steps/new-booking';

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
  | 'frozen';

const notEligible = (failed: Check): Refusal<BookRefusal> =>
  refuse(failed.rule === 'duplicate' ? 'already_booked' : 'ineligible', {
    detail: {
      rule: failed.rule,
      text: failed.reason,
      note: failed.note ?? '',
      fix: failed.fix?.text ?? '',
      href: failed.fix?.href ?? '',
    },
  });

async function write(tx: Ctx, draft: BookingDraft): Promise<BookingReceipt> {
  const { bookingId, input, found, granted, actor } = draft;
  const row = await bookingRow(tx, draft);
  await pipeline([
    storePlaces(tx, input.sessionId, granted.places),
    granted.carveOutId && takeReserved(tx, granted.carveOutId),
    insertBookings(tx, [row], { type: 'made', by: '本人' }),
    attachAnswers(tx, draft.sheetId, bookingId),
    recordAudit(tx, {
      action: 'book_place',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: found.offering.organisationId,
      after: { status: granted.status, session: input.sessionId, queueNo: granted.queueNo },
    }),
    notify(tx, {
      accountId: actor.accountId,
      ...bookedFirstNotice(tx, row, found, granted),
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
 * Books one place for the signed-in member or for their child: exactly as many as there are, whoever
 * comes at the same instant (security.md §1.2). Full means the end of the queue, approval means the
 * place is held. Eligibility was shown before; it is decided here, on facts read under the lock. Throws
 * NotFound for a session that the member does not see, and for an attendee whom it is not for.
 * Refuses `missing` with words for the fields; `questions` while an answer is owed; `frozen` once
 * the list of the draw is sealed; `full` when the queue is full, too; `already_booked` for a second
 * booking of the same.
 * @returns the receipt, or why not: `ineligible` carries the rule, its words and the way out
 */
export async function bookPlace(
  ctx: Ctx,
  input: BookPlaceInput,
): Promise<Result<BookingReceipt, BookRefusal>> {
  const book = async (tx: Ctx): Promise<Result<BookingReceipt, BookRefusal>> => {
    const { actor } = tx;
    authorize(actor.kind === 'account' && actor.personId !== null);
    const { offeringId, sessionId, who } = input;
    const childId = who === 'self' ? null : who;
    const personId = actor.personId;
    const attendeeId = childId ?? personId ?? '';
    const subject = { offeringId, sessionId, personId, childId };
    const [running, places, first, prepared] = await Promise.all([
      nextBookingNumber(tx),
      lockPlaces(tx, sessionId),
      gatherFacts(tx, subject),
      findPrepared(tx, { offeringId, accountId: actor.accountId, attendeeId }),
    ]);
    const gathered = first && (await lockHousehold(tx, subject, first));
    if (!places || !gathered?.found.session) throw new NotFound('session');
    await pausePoint('book:locked');
    const { found, facts } = gathered;
    if (isForChildren(found.offering.kind) !== (childId !== null)) throw new NotFound('attendee');
    const { failed } = decideEligibility(facts);
    if (failed) return notEligible(failed);
    const missing = missingAnswers(found.offering, input);
    if (Object.keys(missing).length > 0) return refuse('missing', { fieldErrors: missing });
    if (prepared.open) return refuse('questions');
    const terms = {
      needsApproval: found.offering.needsApproval,
      waitlistMax: facts.offering.rules.waitlistMax,
    };
    const entry = await enterDraw(tx, sessionId, found, places);
    if (entry === 'frozen') return refuse('frozen');
    const granted =
      entry ??
      grantPlace(places, terms, await findCarveOutFor(tx, sessionId, places, facts.membership));
    if (granted === 'full') return refuse('full');
    const draft = {
      bookingId: newId(),
      running,
      actor,
      input,
      granted,
      sheetId: prepared.sheetId,
    };
    return ok(await write(tx, { ...draft, ...gathered }));
  };
  // Everybody saw free places when they came; once they are gone, one look answers all who still wait.
  const whenGone = {
    who: accountOf(ctx.actor) ?? '',
    suggests: (answer: Result<BookingReceipt, BookRefusal>) =>
      isRefusal(answer) && answer.reason === 'full',
    look: (waiting: readonly string[]) => soldOutFor(ctx, input.sessionId, waiting),
    answer: () => refuse('full' as const),
  };
  return mapConstraintErrors(() =>
    limitConcurrency(input.sessionId, () => transaction(ctx, book), whenGone),
  );
}
