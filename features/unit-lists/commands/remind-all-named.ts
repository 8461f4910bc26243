import 'server-only';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { bookings } from '@/db/schema/bookings';
import { unitListRows } from '@/db/schema/unit-lists';
import { findBookingRows } from '@/features/bookings/queries/booking-row';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import type { remindAllInput } from '../schema/unit-list';
import { unitRemindHours } from '../settings';
import { lockUnitList } from '../steps/lock-unit-list';
import { listReminders, remindBooking } from '../steps/remind-booking';

type RemindedAll = Result<
  { listId: string; reminded: number; recent: number },
  'nobody_waits' | 'all_asked_already'
>;

const HOUR = 3_600_000;

/** Who of the list has a place kept and has not answered, locked, in the order of the bookings. */
async function unanswered(systemTx: Ctx, listId: string) {
  const rows = await systemTx.db
    .select({ id: bookings.id })
    .from(unitListRows)
    .innerJoin(bookings, eq(bookings.id, unitListRows.bookingId))
    .where(
      and(
        eq(unitListRows.listId, listId),
        eq(bookings.status, 'offered'),
        gt(bookings.offerExpiresAt, sql`now()`),
      ),
    )
    .orderBy(bookings.id)
    .for('update', { of: bookings });
  const found = await findBookingRows(
    systemTx,
    rows.map(({ id }) => id),
  );
  return found.filter((booking) => booking.startsAt > systemTx.now);
}

/**
 * Asks everyone of a handed-in list once more who has not answered, but for those whom the hours of the setting
 * still leave in peace; of a screening too, for nobody is named.
 * Refuses `nobody_waits` when no answer is awaited; `all_asked_already` when all of the `n` were reminded within
 * the hours, with when `next`.
 */
export async function remindAllNamed(
  ctx: Ctx,
  { listId }: z.output<typeof remindAllInput>,
): Promise<RemindedAll> {
  return transaction(ctx, async (tx): Promise<RemindedAll> => {
    const { list, path } = await lockUnitList(tx, listId);
    authorize(canSubmitUnitList(tx.actor, path));
    await pausePoint('remind-all:locked');
    const { hours } = await readSettings(tx, { hours: unitRemindHours });
    const by = (await findOrganisation(tx, list.organisationId))?.shortName ?? '所属工会';
    const done = await within(tx, asSystem(tx), async (systemTx) => {
      const waiting = list.status === 'submitted' ? await unanswered(systemTx, listId) : [];
      const reminders = await listReminders(
        systemTx,
        waiting.map(({ id }) => id),
      );
      const nextFor = (id: string) => (reminders.get(id)?.[0]?.getTime() ?? 0) + hours * HOUR;
      const due = waiting.filter(({ id }) => nextFor(id) <= tx.now.getTime());
      for (const booking of due) {
        const before = reminders.get(booking.id)?.length ?? 0;
        const until = booking.offerExpiresAt ?? booking.startsAt;
        await remindBooking(systemTx, booking, { by, until, now: tx.now, before });
      }
      const next = Math.min(...waiting.map(({ id }) => nextFor(id)));
      return { all: waiting.length, reminded: due.length, next };
    });
    if (done.all === 0) return refuse('nobody_waits');
    if (done.reminded === 0) {
      const next = formatDateTime(new Date(done.next), tx.now);
      return refuse('all_asked_already', { detail: { n: done.all, next } });
    }
    const { reminded } = done;
    const recent = done.all - reminded;
    await recordAudit(tx, {
      action: 'remind_all_named',
      entityType: 'unit_list',
      entityId: listId,
      organisationId: list.organiserId,
      after: { reminded, recent },
    });
    return ok({ listId, reminded, recent });
  });
}
