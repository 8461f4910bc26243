import 'server-only';
import type { z } from 'zod';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDateTime } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { canSubmitUnitList } from '../policy';
import type { remindNamedInput } from '../schema/unit-list';
import { unitRemindHours } from '../settings';
import { lockNamedRow } from '../steps/lock-named-row';
import { listReminders, remindBooking } from '../steps/remind-booking';

export type RemindRefusal = 'not_waiting' | 'asked_already';

const HOUR = 3_600_000;

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
      const reminders = await within(tx, asSystem(tx), (systemTx) =>
        listReminders(systemTx, [booking.id]),
      );
      const before = reminders.get(booking.id) ?? [];
      const [last] = before;
      const next = last && new Date(last.getTime() + hours * HOUR);
      if (next && next > tx.now) {
        const detail = {
          last: formatDateTime(last, tx.now),
          next: formatDateTime(next, tx.now),
        };
        return refuse('asked_already', { detail });
      }
      const named = { by, until, now: tx.now, before: before.length };
      await within(tx, asSystem(tx), (systemTx) => remindBooking(systemTx, booking, named));
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
