import 'server-only';
import { canManageOfferings } from '@/features/offerings/policy';
import { listSessionsOf } from '@/features/offerings/queries/sessions-of';
import { sessionDetails } from '@/features/offerings/schema/offering';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { isWorkday } from '@/lib/calendar/workdays';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { slotsOf } from '../rules/slots';
import type { AddSlotsInput } from '../schema/manage-session';
import { insertSession } from '../steps/insert-session';
import { disorderedBy } from '../steps/plan-times';

const most = 200;

/**
 * Makes the half-day slots of one hospital for a stretch of days at once (医院 × 日期 × 半天). A slot
 * that stands already is left alone, so the same stretch may be sent again to fill gaps. The first of them
 * must not put a date of a published offering out of order.
 * Refuses `over` for a finished or cancelled offering; `no_slots` when every one stands or is past;
 * `too_many_slots` above `most` at once; `invalid` with words for the dates.
 */
export async function addSlots(
  ctx: Ctx,
  input: AddSlotsInput,
): Promise<
  Result<{ offeringId: string; added: number }, 'over' | 'no_slots' | 'too_many_slots' | 'invalid'>
> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, input.offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    if (offering.status === 'finished' || offering.status === 'cancelled') return refuse('over');
    const calendar = await readWorkCalendar(tx);
    const isOpen = (on: string) => !input.workdaysOnly || isWorkday(on, calendar);
    const existing = await listSessionsOf(tx, offering.id);
    const taken = new Set(existing.map((s) => `${s.place}|${s.startsAt.getTime()}`));
    const slots = slotsOf(input, isOpen).filter(
      (s) => s.startsAt > tx.now && !taken.has(`${input.place}|${s.startsAt.getTime()}`),
    );
    if (slots.length === 0) return refuse('no_slots');
    if (slots.length > most) return refuse('too_many_slots', { detail: { most } });
    const disorder = slots[0] && (await disorderedBy(tx, offering, null, slots[0]));
    if (disorder) return refuse('invalid', { fieldErrors: { startsOn: disorder } });
    const { place, capacity } = input;
    for (const slot of slots) {
      const details = sessionDetails.parse({});
      const where = { venueId: null, townId: null, place };
      await insertSession(tx, offering.id, { ...slot, ...where, capacity, details });
    }
    await recordAudit(tx, {
      action: 'add_slots',
      entityType: 'offering',
      entityId: offering.id,
      organisationId: offering.organisationId,
      after: { place, capacity, from: input.startsOn, to: input.endsOn, added: slots.length },
    });
    return ok({ offeringId: offering.id, added: slots.length });
  });
}
