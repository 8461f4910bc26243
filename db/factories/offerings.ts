import { sql } from 'drizzle-orm';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { serial } from './serial';

const hours = (tx: Ctx, n: number) => new Date(tx.now.getTime() + n * 3_600_000);

/** So many days from today at that hour here: within one day, whenever the tests run. */
const morning = (tx: Ctx, days: number, hour: number) =>
  new Date(startOfDay(addDays(todayOn(tx.now), days)).getTime() + hour * 3_600_000);

/** An offering that can be booked right now. */
export async function anOffering(
  tx: Ctx,
  given: Partial<typeof offerings.$inferInsert> & { organisationId: string },
): Promise<typeof offerings.$inferSelect> {
  const [made] = await tx.db
    .insert(offerings)
    .values({
      id: newId(),
      kind: 'training',
      status: 'open',
      title: `测试服务${serial()}`,
      bookingOpensAt: hours(tx, -24),
      bookingClosesAt: hours(tx, 24 * 14),
      publishedAt: hours(tx, -48),
      ...given,
    })
    .returning();
  if (!made) throw new Error('no offering made');
  return made;
}

type Session = typeof offeringSessions.$inferSelect & { capacity: number };

/** A session a month from now with its capacity row; each further one a day later, so none overlap. */
export async function aSession(
  tx: Ctx,
  given: Partial<typeof offeringSessions.$inferInsert> & { offeringId: string; capacity?: number },
): Promise<Session> {
  const { capacity = 30, ...rest } = given;
  const n = serial() % 300;
  const [made] = await tx.db
    .insert(offeringSessions)
    .values({
      id: newId(),
      title: `第${n}场`,
      startsAt: morning(tx, 30 + n, 9),
      endsAt: morning(tx, 30 + n, 12),
      place: '测试会场',
      ...rest,
    })
    .returning();
  if (!made) throw new Error('no session made');
  await tx.db.insert(sessionCapacity).values({ sessionId: made.id, capacity });
  return { ...made, capacity };
}

/** `taken` and `waiting` as the rows say, for comparing with the counters. */
export async function countedPlaces(tx: Ctx, sessionId: string) {
  const [row] = await tx.db.execute<{ taken: number; waiting: number }>(sql`
    select count(*) filter (where status in ('pending', 'sent_back', 'booked', 'attended', 'absent'))::int as taken,
      count(*) filter (where status = 'waitlisted')::int as waiting
    from bookings where session_id = ${sessionId}`);
  if (!row) throw new Error('no count');
  return row;
}
