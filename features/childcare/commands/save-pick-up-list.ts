import 'server-only';
import { and, eq, notInArray } from 'drizzle-orm';
import { pickUpPhoto, pickUpPhotos } from '@/db/schema/childcare';
import { recordBookingEvent } from '@/features/bookings/steps/move-booking';
import { savePickUp } from '@/features/bookings/steps/save-pick-up';
import { pickUpConsent } from '@/features/enrolment/rules/consents';
import { isGuardian } from '@/features/family/policy';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { sealField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { pickUpChangedNotice } from '../messages';
import { guardiansOf, personKeyOf } from '../queries/class-child';
import { type GuardedBooking, guardedBooking } from '../queries/guarded-booking';
import { isPickUpOpen } from '../rules/class-day';
import { typedList } from '../rules/pick-up-list';
import type { PickUpListInput } from '../schema/guardian';

type Person = { readonly phone: string; readonly photo: string | null };

/** New pictures replace old ones; who is no longer on the list loses theirs. */
async function keepPhotos(tx: Ctx, booking: GuardedBooking, people: readonly Person[]) {
  const { bookingId, organiserId, childId } = booking;
  const keys = people.map((person) => personKeyOf(person.phone));
  await tx.db
    .delete(pickUpPhotos)
    .where(
      and(
        eq(pickUpPhotos.bookingId, bookingId),
        keys.length > 0 ? notInArray(pickUpPhotos.personKey, keys) : undefined,
      ),
    );
  for (const { phone, photo } of people) {
    if (!photo) continue;
    const personKey = personKeyOf(phone);
    await tx.db
      .delete(pickUpPhotos)
      .where(and(eq(pickUpPhotos.bookingId, bookingId), eq(pickUpPhotos.personKey, personKey)));
    const id = newId();
    const photoSealed = sealField(photo, pickUpPhoto(id));
    await tx.db
      .insert(pickUpPhotos)
      .values({ id, bookingId, organiserId, childId, personKey, photoSealed, addedAt: tx.now });
  }
}

async function tellOthers(tx: Ctx, { bookingId, childId }: GuardedBooking) {
  const notice = pickUpChangedNotice(bookingId, newId());
  await within(tx, asSystem(tx), async (systemTx) => {
    for (const { accountId } of await guardiansOf(systemTx, childId)) {
      if (accountOf(tx.actor) === accountId) continue;
      await notify(systemTx, { accountId, ...notice });
    }
  });
}

/**
 * Writes who may fetch the child: at most three, each in full, with a picture if given (domain.md
 * §3.2). Open until the class of the day begins; the other guardian is told of each change.
 * Refuses `pick_up_closed` once the class of the day has begun; `incomplete` with words for the
 * fields.
 */
export async function savePickUpList(
  ctx: Ctx,
  { bookingId, consent: _agreed, ...typed }: PickUpListInput,
): Promise<Result<{ bookingId: string }, 'pick_up_closed' | 'incomplete'>> {
  return transaction(ctx, async (tx) => {
    const booking = await guardedBooking(tx, bookingId);
    authorize(isGuardian(tx.actor, booking.guardianIds));
    if (!isPickUpOpen(booking, tx.now)) return refuse('pick_up_closed');
    const list = typedList([
      { name: typed.name1, relation: typed.relation1, phone: typed.phone1, photo: typed.photo1 },
      { name: typed.name2, relation: typed.relation2, phone: typed.phone2, photo: typed.photo2 },
      { name: typed.name3, relation: typed.relation3, phone: typed.phone3, photo: typed.photo3 },
    ]);
    if (!list.ok) return refuse('incomplete', { fieldErrors: list.fieldErrors });
    const people = list.people.map(({ photo: _photo, ...person }) => person);
    await savePickUp(tx, bookingId, people);
    await keepPhotos(tx, booking, list.people);
    if (tx.actor.kind === 'account') {
      const stays = { bookingId, from: booking.status, to: booking.status };
      const said = { type: 'pick_up_changed', by: '家长', note: `现有 ${people.length} 人` };
      await recordBookingEvent(tx, { ...stays, ...said });
      const subject = { type: 'booking', id: bookingId };
      await recordConsent(tx, tx.actor.accountId, pickUpConsent, subject);
    }
    await tellOthers(tx, booking);
    await recordAudit(tx, {
      action: 'change_pick_up_list',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: booking.organiserId,
      after: { people: people.length, photos: list.people.filter((p) => p.photo).length },
    });
    return ok({ bookingId });
  });
}
