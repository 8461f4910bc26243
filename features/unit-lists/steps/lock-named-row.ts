import 'server-only';
import { and, eq } from 'drizzle-orm';
import { unitListRows } from '@/db/schema/unit-lists';
import { lockBookingRow } from '@/features/bookings/queries/booking-row';
import { findOrganisation } from '@/features/organisations/queries/organisations';
import { lockAvailability } from '@/features/places/steps/lock-places';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { within } from '@/lib/transaction';
import { getUnitTarget } from '../queries/unit-target';
import { lockUnitList } from './lock-unit-list';

/**
 * Locks one line of a handed-in list with its place and its booking, for the officers of its union.
 * A line without a booking is NotFound; so is one of a screening, of which a chair learns nothing.
 */
export async function lockNamedRow(tx: Ctx, { listId, rowNo }: { listId: string; rowNo: number }) {
  const { list, path } = await lockUnitList(tx, listId);
  const target = await getUnitTarget(tx, list, path);
  const stock = await lockAvailability(tx, list.sessionId);
  const [row] = await tx.db
    .select()
    .from(unitListRows)
    .where(and(eq(unitListRows.listId, listId), eq(unitListRows.rowNo, rowNo)));
  const booking = row?.bookingId
    ? await within(tx, asSystem(tx), (systemTx) => lockBookingRow(systemTx, row.bookingId ?? ''))
    : null;
  const hidden = target.offering.kind === 'screening' || list.status !== 'submitted';
  if (!row || !booking || !stock || hidden) throw new NotFound('unit_list_row');
  const union = await findOrganisation(tx, list.organisationId);
  return { list, path, target, stock, row, booking, by: union?.shortName ?? '所属工会' };
}
