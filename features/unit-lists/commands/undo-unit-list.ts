import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { bookings } from '@/db/schema/bookings';
import { unitListRows, unitLists } from '@/db/schema/unit-lists';
import { findBookingRows, noticeFacts } from '@/features/bookings/queries/booking-row';
import { openBookingStatuses } from '@/features/bookings/rules/booking';
import { bookingNoticeKey } from '@/features/bookings/rules/booking-notice';
import { cancelBookings } from '@/features/bookings/steps/cancel-bookings';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { releasePlace } from '@/features/places/rules/availability';
import { allocateFreedPlaces } from '@/features/places/steps/allocate-freed-places';
import { type LockedAvailability, lockAvailability } from '@/features/places/steps/lock-places';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { recallMessages } from '@/lib/messaging/outbox';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { listUndoneNotice } from '../messages';
import { canSubmitUnitList } from '../policy';
import { canMoveUnitList } from '../rules/unit-list';
import type { undoUnitListInput } from '../schema/unit-list';
import { lockUnitList, type UnitListRow } from '../steps/lock-unit-list';

export type UndoListRefusal = 'not_handed_in' | 'undo_too_late';

/** What of the list still holds or waits for a place, locked; who has come or has left it stays as it is. */
async function openOf(systemTx: Ctx, listId: string) {
  const ids = systemTx.db
    .select({ id: unitListRows.bookingId })
    .from(unitListRows)
    .where(eq(unitListRows.listId, listId));
  return systemTx.db
    .select({
      id: bookings.id,
      status: bookings.status,
      carveOutId: bookings.carveOutId,
      isOverride: bookings.isOverride,
    })
    .from(bookings)
    .where(and(inArray(bookings.id, ids), inArray(bookings.status, openBookingStatuses)))
    .orderBy(bookings.id)
    .for('update');
}

type Open = Awaited<ReturnType<typeof openOf>>;

/** What still asks for a yes and has not left is recalled; then each is told once why it is over. */
async function tellAll(systemTx: Ctx, open: Open, by: string, reason: string): Promise<void> {
  for (const { id } of open) await recallMessages(systemTx, bookingNoticeKey({ id, version: 1 }));
  const ended = await findBookingRows(
    systemTx,
    open.map(({ id }) => id),
  );
  const notices = ended.map((booking) => ({
    accountId: booking.accountId,
    ...listUndoneNotice(noticeFacts(booking, booking.version), by, reason),
  }));
  await notifyMany(systemTx, notices);
}

async function undoUnder(tx: Ctx, list: UnitListRow, stock: LockedAvailability, reason: string) {
  const union = await findOrganisation(tx, list.organisationId);
  const by = union?.shortName ?? '所属工会';
  return within(tx, asSystem(tx), async (systemTx) => {
    const open = await openOf(systemTx, list.id);
    if (open.length > 0) await cancelBookings(systemTx, open, { type: 'list_undone', by, reason });
    const left = open.reduce((all, one) => releasePlace(all, one), stock);
    await allocateFreedPlaces(systemTx, list.sessionId, left);
    await tellAll(systemTx, open, by, reason);
    return open.length;
  });
}

/**
 * Takes a handed-in list back as one, within the hours that the setting allows: every place and every
 * spot in the queue that it brought goes back, confirmed or not, and the places are passed on in the
 * same transaction. Everyone who has heard of it is told the reason. Throws NotFound for a list or a
 * session that there is not.
 * Refuses `not_handed_in`; `undo_too_late` after those hours.
 * @returns how many bookings ended
 */
export async function undoUnitList(
  ctx: Ctx,
  { listId, reason }: z.output<typeof undoUnitListInput>,
): Promise<Result<{ listId: string; ended: number }, UndoListRefusal>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ listId: string; ended: number }, UndoListRefusal>> => {
      const { list, path } = await lockUnitList(tx, listId);
      authorize(canSubmitUnitList(tx.actor, path));
      if (!canMoveUnitList(list.status, 'undone')) return refuse('not_handed_in');
      if (!list.undoUntil || list.undoUntil <= tx.now) return refuse('undo_too_late');
      const stock = await lockAvailability(tx, list.sessionId);
      if (!stock) throw new NotFound('session');
      await pausePoint('unit-undo:locked');
      const ended = await undoUnder(tx, list, stock, reason);
      await tx.db
        .update(unitLists)
        .set({ status: 'undone', undoneAt: tx.now, undoneReason: reason })
        .where(eq(unitLists.id, listId));
      await recordAudit(tx, {
        action: 'undo_unit_list',
        entityType: 'unit_list',
        entityId: listId,
        organisationId: list.organiserId,
        before: { counts: list.counts },
        after: { ended },
        reason,
      });
      return ok({ listId, ended });
    },
  );
}
