import 'server-only';
import { and, gt, isNull, lt, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { excuseOnTheSpot } from '@/features/absences/steps/excuse';
import { findBookingRows } from '@/features/bookings/queries/booking-row';
import { moveOnRoll } from '@/features/bookings/steps/move-on-roll';
import { isCourse, timedOf } from '@/features/offerings/rules/meetings';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { sweep } from '@/lib/jobs/sweep';
import { transaction } from '@/lib/transaction';
import { ratesOf } from '../queries/course-roll';
import { courseOutcome } from '../rules/rate';

/** Sessions that are over, with bookings nobody has decided about yet. */
const undecided = (tx: Ctx) =>
  tx.db
    .select()
    .from(offeringSessions)
    .where(
      and(
        lt(offeringSessions.endsAt, tx.now),
        gt(offeringSessions.endsAt, sql`now() - interval '60 days'`),
        isNull(offeringSessions.cancelledAt),
        sql`exists (select 1 from ${bookings} b where b.session_id = ${offeringSessions.id} and b.status = 'booked')`,
        sql`exists (select 1 from check_ins c where c.session_id = ${offeringSessions.id})`,
      ),
    );

async function closeCourse(
  ctx: Ctx,
  session: typeof offeringSessions.$inferSelect,
): Promise<number> {
  return transaction(ctx, async (tx) => {
    const lines = await ratesOf(tx, session.id);
    const open = lines.filter((l) => l.holder.status === 'booked');
    let moved = 0;
    for (const to of ['attended', 'absent'] as const) {
      const bookingIds = open
        .filter((l) => courseOutcome(l.rate) === to)
        .map((l) => l.holder.bookingId);
      moved += await moveOnRoll(tx, { bookingIds, to, type: to, by: '系统', accountId: null });
    }
    const leave = open
      .filter((l) => l.excused && courseOutcome(l.rate) === 'absent')
      .map((l) => l.holder.bookingId);
    if (leave.length > 0) await excuseOnTheSpot(tx, await findBookingRows(tx, leave), 'asked');
    if (moved > 0) {
      await recordAudit(tx, {
        action: 'settle_attendance',
        entityType: 'offering_session',
        entityId: session.id,
        after: { moved, excused: leave.length },
      });
    }
    return moved;
  });
}

/**
 * The morning after a course: whoever came at least once has taken part, whoever never came is 爽约, which
 * does not count for who was excused from every meeting.
 * Only where a roll was kept, and only what no officer has decided; run again it changes nothing.
 * @open a job of the system; nobody calls it from a page
 * @returns how many bookings were decided
 */
export async function closeCourses(ctx: Ctx): Promise<number> {
  const sessions = await transaction(ctx, undecided);
  let moved = 0;
  await sweep(
    'settle_courses',
    sessions.filter((session) => isCourse(timedOf(session))),
    async (session) => {
      moved += await closeCourse(ctx, session);
    },
  );
  return moved;
}
