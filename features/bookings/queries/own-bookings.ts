import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';

/**
 * Bookings that are the actor's: their own as an adult, and those of the children they are guardian of
 * today, whoever made them. Who has left a child has nothing of it, however much of it they booked.
 */
export function ownBookings(tx: Ctx): SQL {
  const accountId = accountOf(tx.actor);
  return sql`((${bookings.childId} is null and ${bookings.accountId} = ${accountId}::uuid)
    or ${bookings.childId} in (select app_children()))`;
}
