import 'server-only';
import { eq } from 'drizzle-orm';
import { bookingAnswers, bookings } from '@/db/schema/bookings';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { PickUpPerson } from '../rules/pick-up';

/** Seals who may fetch the child (接送人) into its booking, in place of the list before; none is a list too. */
export async function savePickUp(
  tx: Ctx,
  bookingId: string,
  people: readonly PickUpPerson[],
): Promise<void> {
  const answersSealed = sealField(JSON.stringify(people), bookingAnswers(bookingId));
  await tx.db.update(bookings).set({ answersSealed }).where(eq(bookings.id, bookingId));
}
