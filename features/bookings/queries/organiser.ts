import 'server-only';
import { eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { canDecideBookings } from '../policy';
import type { BookingRow } from './booking-row';

/** Whoever may decide this kind at the organiser or above it; what they may not see is not there. */
export async function mayDecide(tx: Ctx, booking: BookingRow): Promise<boolean> {
  const path = await organisationPath(tx, booking.organiserId);
  return canDecideBookings[booking.kind](tx.actor, path);
}

/**
 * The organiser's short name, which is what the member reads as who decided; 组织单位 where none is
 * to be seen.
 */
export async function organiserName(tx: Ctx, booking: BookingRow): Promise<string> {
  const [row] = await tx.db
    .select({ name: organisations.shortName })
    .from(organisations)
    .where(eq(organisations.id, booking.organiserId));
  return row?.name ?? '组织单位';
}
