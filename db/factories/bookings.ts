import { eq, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { type offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { gramsOf } from '@/lib/china/name-grams';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { serial } from './serial';

interface Given {
  member: { accountId: string; personId: string; phone: string; displayName: string };
  session: typeof offeringSessions.$inferSelect;
  /** The member's own union. */
  organisationId: string;
  status?: 'booked' | 'attended' | 'absent' | 'waitlisted' | 'cancelled';
}

/** A place in a session, also one that has begun, which no member could book any more. */
export async function aBooking(
  tx: Ctx,
  { member, session, organisationId, status = 'booked' }: Given,
): Promise<typeof bookings.$inferSelect> {
  const [offering] = await tx.db
    .select()
    .from(offerings)
    .where(eq(offerings.id, session.offeringId));
  if (!offering) throw new Error('no such offering');
  const [made] = await tx.db
    .insert(bookings)
    .values({
      id: newId(),
      number: `YY26-0101-${String(serial()).padStart(6, '0')}`,
      sessionId: session.id,
      offeringId: offering.id,
      kind: offering.kind,
      accountId: member.accountId,
      personId: member.personId,
      attendeeId: member.personId,
      organisationId,
      organiserId: offering.organisationId,
      status,
      period: periodLiteral(timedOf(session)),
      queueNo: status === 'waitlisted' ? serial() : null,
      nameGrams: gramsOf(member.displayName),
      attendeeMasked: maskName(member.displayName),
      phoneTail: member.phone.slice(-4),
      createdAt: tx.now,
    })
    .returning();
  if (!made) throw new Error('no booking made');
  const counts = status === 'waitlisted' ? 'waiting' : 'taken';
  if (status !== 'cancelled') {
    await tx.db
      .update(sessionCapacity)
      .set({ [counts]: sql`${sessionCapacity[counts]} + 1` })
      .where(eq(sessionCapacity.sessionId, session.id));
  }
  return made;
}
