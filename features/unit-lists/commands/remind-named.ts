import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { bookingEvents } from '@/db/schema/bookings';
import { noticeFacts } from '@/features/bookings/queries/booking-row';
import { recordBookingEvent } from '@/features/bookings/steps/move-booking';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { askAgainNotice } from '../messages';
import { canSubmitUnitList } from '../policy';
import type { remindNamedInput } from '../schema/unit-list';
import { unitRemindHours } from '../settings';
import { lockNamedRow } from '../steps/lock-named-row';

export type RemindRefusal = 'not_waiting' | 'asked_already';

const HOUR = 3_600_000;

const remindersOf = (systemTx: Ctx, bookingId: string) =>
  systemTx.db
    .select({ at: bookingEvents.at })
    .from(bookingEvents)
    .where(and(eq(bookingEvents.bookingId, bookingId), eq(bookingEvents.type, 'asked_again')))
    .orderBy(desc(bookingEvents.at));

/**
 * Asks one person of a handed-in list once more for the answer, by notice and text (at night the text
 * waits). Only while the place is held for a yes, and not again before the hours of the setting are over.
 * Refuses `not_waiting` when no answer is awaited or the session has begun; `asked_already` within
 * the hours of the setting.
 */
export async function remindNamed(
  ctx: Ctx,
  { listId, rowNo }: z.output<typeof remindNamedInput>,
): Promise<Result<{ listId: string; rowNo: number }, RemindRefusal>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ listId: string; rowNo: number }, RemindRefusal>> => {
      const { list, path, booking, by } = await lockNamedRow(tx, { listId, rowNo });
      authorize(canSubmitUnitList(tx.actor, path));
      const until = booking.offerExpiresAt;
      const waits = booking.status === 'offered' && until && until > tx.now;
      if (!waits || booking.startsAt <= tx.now) return refuse('not_waiting');
      const { unitRemindHours: hours } = await readSettings(tx, { unitRemindHours });
      const before = await within(tx, asSystem(tx), (systemTx) =>
        remindersOf(systemTx, booking.id),
      );
      const last = before[0]?.at;
      const next = last && new Date(last.getTime() + hours * HOUR);
      if (next && next > tx.now) {
        const detail = {
          last: formatDateTime(last, tx.now),
          next: formatDateTime(next, tx.now),
        };
        return refuse('asked_already', { detail });
      }
      const named = { by, until, now: tx.now, before: before.length };
      await within(tx, asSystem(tx), async (systemTx) => {
        const { id: bookingId, status } = booking;
        await recordBookingEvent(systemTx, {
          bookingId,
          type: 'asked_again',
          from: status,
          to: status,
          by,
        });
        const notice = askAgainNotice(noticeFacts(booking, booking.version), named);
        await notify(systemTx, { accountId: booking.accountId, ...notice });
      });
      await recordAudit(tx, {
        action: 'remind_named',
        entityType: 'unit_list',
        entityId: listId,
        organisationId: list.organiserId,
        after: { rowNo, booking: booking.id },
      });
      return ok({ listId, rowNo });
    },
  );
}
