import 'server-only';
import { isOwnEntry } from '@/features/bookings/policy';
import { mayDecide, organiserName } from '@/features/bookings/queries/organiser';
import type { Decided } from '@/features/bookings/rules/booking';
import {
  type ConstraintRefusal,
  mapConstraintErrors,
} from '@/features/bookings/steps/map-constraint-errors';
import { findIneligibility } from '@/features/eligibility/steps/find-ineligibility';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { readMemberGroups } from '../queries/waitlist-context';
import { placeFor, takePlace } from '../rules/availability';
import type { GivePlaceInput } from '../schema/offers';
import { allocateFreedPlaces } from '../steps/allocate-freed-places';
import { lockBooking } from '../steps/lock-booking';
import { makeOffer } from '../steps/make-offer';

export type GiveRefusal =
  | 'stale'
  | 'own_case'
  | 'own_entry'
  | 'ineligible'
  | 'started'
  | ConstraintRefusal;

/**
 * An officer offers a free place to one who waits, out of turn, with a reason that stays on record
 * (domain.md §3.5: the organiser can run the list by hand). The place is held like any other offer.
 * Refuses `own_case` for one's own or one's family's; `own_entry` for what the officer entered (代办); `stale` when the booking waits no more or has
 * changed; `started` once the session has begun; `ineligible` with the words as `text`.
 * @returns `no_place` while none is free that this person may take
 */
export async function offerPlace(
  ctx: Ctx,
  { bookingId, version, reason }: GivePlaceInput,
): Promise<Result<Decided, GiveRefusal | 'no_place'>> {
  return mapConstraintErrors(() =>
    transaction(ctx, async (tx): Promise<Result<Decided, GiveRefusal | 'no_place'>> => {
      const { booking, stock } = await lockBooking(tx, bookingId);
      authorize(await mayDecide(tx, booking));
      if (await isOwnCase(tx, booking)) return refuse('own_case');
      if (isOwnEntry(tx.actor, booking)) return refuse('own_entry');
      if (booking.status !== 'waitlisted' || booking.version !== version) return refuse('stale');
      if (booking.startsAt <= tx.now) return refuse('started');
      const groups = await readMemberGroups(tx, booking.id, stock.carveOuts);
      const place = placeFor(stock, groups);
      if (!place) return refuse('no_place');
      const ineligible = await within(tx, asSystem(tx), (systemTx) =>
        findIneligibility(systemTx, booking),
      );
      if (ineligible) return refuse('ineligible', { detail: { text: ineligible.words } });
      const { waitlist } = allocationTerms.parse(booking.allocationTerms);
      const until = await makeOffer(tx, booking, {
        carveOutId: place.carveOutId,
        source: 'officer',
        waitlist,
        note: reason,
        by: await organiserName(tx, booking),
      });
      const left = { ...stock, places: { ...stock.places, waiting: stock.places.waiting - 1 } };
      await allocateFreedPlaces(tx, booking.sessionId, takePlace(left, place.carveOutId));
      await recordAudit(tx, {
        action: 'offer_place',
        entityType: 'booking',
        entityId: booking.id,
        organisationId: booking.organiserId,
        before: { status: 'waitlisted', queueNo: booking.queueNo },
        after: { status: 'offered', until },
        reason,
      });
      return ok({ bookingId, version: version + 1 });
    }),
  );
}
