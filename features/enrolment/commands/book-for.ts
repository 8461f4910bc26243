import 'server-only';
import { canDecideBookings } from '@/features/bookings/policy';
import { mapConstraintErrors } from '@/features/bookings/steps/map-constraint-errors';
import { ineligibleWordsAtDesk } from '@/features/eligibility/rules/ineligibility';
import { type FamilyByPhone, findFamilyByPhone } from '@/features/family/queries/family-by-phone';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { readUploads, type Uploads } from '@/features/questions/queries/read-uploads';
import { storeDraftAnswers } from '@/features/questions/steps/store-draft-answers';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { phoneOfTicket } from '@/lib/auth/phone-ticket';
import { checkCode, consumeCode } from '@/lib/auth/sms-code';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { read, transaction, within } from '@/lib/transaction';
import { getBookableOffering } from '../queries/bookable-offering';
import type { BookForInput } from '../schema/book-for';
import { asPerson } from '../steps/as-person';
import { type EnteredFor, takePlaceFor } from '../steps/take-place-for';

type BookedFor = Result<{ offeringId: string; bookingId: string; number: string }>;

/** Answers and booking as the person themselves: their rights, their limits, their questions. */
async function bookAs(
  personTx: Ctx,
  family: FamilyByPhone,
  organiserId: string,
  input: BookForInput,
  uploads: Uploads,
  entered: EnteredFor,
) {
  const { booking, formVersion, seen, sent } = input;
  const { offeringId, sessionId } = booking;
  const { accountId, personId } = family;
  const childId = booking.who === 'self' ? null : booking.who;
  const posted = { offeringId, sessionId, organiserId, formVersion, seen, sent, uploads };
  const answers = await storeDraftAnswers(personTx, posted, { accountId, personId, childId });
  if (!answers.ok) return answers;
  const errors = answers.value?.evaluated.errors ?? {};
  if (Object.keys(errors).length > 0) return refuse('to_correct', { fieldErrors: errors });
  return takePlaceFor(personTx, booking, entered);
}

const proofNote = (codeId: string | null, reason: string | null): string =>
  codeId ? '本人验证码确认' : (reason ?? '');

async function bookInFor(
  tx: Ctx,
  { phone, codeId }: { phone: string; codeId: string | null },
  input: BookForInput,
  uploads: Uploads,
): Promise<BookedFor> {
  const { offeringId, sessionId, who } = input.booking;
  const { offering, path, organiser } = await getBookableOffering(tx, offeringId);
  authorize(canDecideBookings[offering.kind](tx.actor, path));
  const family = await within(tx, asSystem(tx), (systemTx) => findFamilyByPhone(systemTx, phone));
  if (!family) return refuse('nobody');
  const childId = who === 'self' ? null : who;
  if (childId && !family.children.some((child) => child.id === childId)) {
    throw new NotFound('attendee');
  }
  if (await isOwnCase(tx, { accountId: family.accountId, childId })) return refuse('own_case');
  if (codeId && !(await consumeCode(tx, codeId))) return refuse('code_used');
  const officerId = accountOf(tx.actor);
  if (!officerId) throw new Error('a booking for somebody without an officer');
  const note = proofNote(codeId, input.reason);
  const entered = {
    ...{ officerId, by: `${organiser}代办`, note, carveOutId: input.carveOutId },
    // At the desk nothing is said of what they have elsewhere.
    ineligibleWords: ineligibleWordsAtDesk,
  };
  const made = await within(tx, asPerson(tx, family), (personTx) =>
    bookAs(personTx, family, offering.organisationId, input, uploads, entered),
  );
  if (!made.ok) return made;
  const { bookingId, number, status } = made.value;
  await recordAudit(tx, {
    action: 'book_for',
    entityType: 'booking',
    entityId: bookingId,
    organisationId: offering.organisationId,
    after: {
      channel: '代办',
      ...{ status, session: sessionId, proof: codeId ? 'sms_code' : 'reason' },
      ...{ phoneTail: family.phoneTail, reserved: input.carveOutId !== null },
    },
    ...(codeId === null && { reason: note }),
  });
  return ok({ offeringId, bookingId, number });
}

/**
 * 代办: an officer books for somebody at the counter or on the telephone, by the very conditions, limits
 * and questions of their own booking; that they want it is shown by the code on their phone, or written
 * down. Who books decides nothing about it afterwards (回避). Throws NotFound for an offering that is not
 * the officer's, and for a child that is not theirs.
 * Refuses `stale_page` for a ticket that is over; `nobody` when the number is nobody's; `own_case` for
 * one's own or one's family's; `code_used`; those of `checkCode`; `form_changed`, `to_correct` with words
 * for the fields; `reserved_gone` when the reserved place is no more; those of `takePlaceFor`.
 */
export async function bookFor(ctx: Ctx, input: BookForInput): Promise<BookedFor> {
  await read(ctx, (tx) => getBookableOffering(tx, input.booking.offeringId));
  const phone = phoneOfTicket(ctx, input.to);
  if (!phone) return refuse('stale_page');
  // Judged before the transaction: a wrong guess stays counted even when the rest is rolled back.
  const checked =
    input.code === null
      ? null
      : await checkCode(ctx, { phone, purpose: 'booking', code: input.code });
  if (checked && !checked.ok) return checked;
  const codeId = checked?.value.codeId ?? null;
  const uploads = await readUploads(ctx, input.sent);
  return mapConstraintErrors(() =>
    transaction(ctx, (tx) => bookInFor(tx, { phone, codeId }, input, uploads)),
  );
}
