import 'server-only';
import { isOwnEntry } from '@/features/bookings/policy';
import { noticeFacts } from '@/features/bookings/queries/booking-row';
import { mayDecide, organiserName } from '@/features/bookings/queries/organiser';
import type { Decided } from '@/features/bookings/rules/booking';
import { mapConstraintErrors } from '@/features/bookings/steps/map-constraint-errors';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { findIneligibility } from '@/features/eligibility/steps/find-ineligibility';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { overriddenNotice } from '../messages';
import { canOverridePlaces } from '../policy';
import type { GivePlaceInput } from '../schema/offers';
import { allocateFreedPlaces } from '../steps/allocate-freed-places';
import { lockBooking } from '../steps/lock-booking';
import type { GiveRefusal } from './offer-place';

/**
 * 特批: a place above capacity for one who waits, only with its own permission and a reason, and
 * counted apart so that nobody mistakes it for a free one (domain.md §3.5). The conditions of the
 * offering still hold; when it ends, nothing is passed on. Siblings 同进同退 who wait on without this one
 * may now be few enough for the places that stand free, so the queue is looked at again.
 * Refuses `own_case` for one's own or one's family's; `own_entry` for what the officer entered (代办); `stale` when the booking waits no more or has
 * changed; `started` once the session has begun; `ineligible` with the words as `text`.
 */
export async function overridePlace(
  ctx: Ctx,
  { bookingId, version, reason }: GivePlaceInput,
): Promise<Result<Decided, GiveRefusal>> {
  return mapConstraintErrors(() =>
    transaction(ctx, async (tx): Promise<Result<Decided, GiveRefusal>> => {
      const { booking, stock } = await lockBooking(tx, bookingId);
      const path = await organisationPath(tx, booking.organiserId);
      authorize((await mayDecide(tx, booking)) && canOverridePlaces(tx.actor, path));
      if (await isOwnCase(tx, booking)) return refuse('own_case');
      if (isOwnEntry(tx.actor, booking)) return refuse('own_entry');
      if (booking.status !== 'waitlisted' || booking.version !== version) return refuse('stale');
      if (booking.startsAt <= tx.now) return refuse('started');
      const ineligible = await within(tx, asSystem(tx), (systemTx) =>
        findIneligibility(systemTx, booking),
      );
      if (ineligible) return refuse('ineligible', { detail: { text: ineligible.words } });
      const { places } = stock;
      const by = await organiserName(tx, booking);
      const decidedBy = accountOf(tx.actor);
      const after = await moveBooking(
        tx,
        booking,
        { to: 'booked', type: 'overridden', by, note: reason },
        { isOverride: true, decidedAt: tx.now, decidedBy },
      );
      await recordAudit(tx, {
        action: 'override_place',
        entityType: 'booking',
        entityId: booking.id,
        organisationId: booking.organiserId,
        before: { status: 'waitlisted', queueNo: booking.queueNo },
        after: { status: 'booked', above: places.capacity, overridden: places.overridden + 1 },
        reason,
      });
      const notice = overriddenNotice(noticeFacts(booking, after), tx.now);
      await notify(tx, { accountId: booking.accountId, ...notice });
      const [waiting, overridden] = [places.waiting - 1, places.overridden + 1];
      await allocateFreedPlaces(tx, booking.sessionId, {
        ...stock,
        places: { ...places, waiting, overridden },
      });
      return ok({ bookingId, version: after });
    }),
  );
}
