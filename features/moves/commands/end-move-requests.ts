import 'server-only';
import { and, asc, eq, lte, notInArray, or, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { moveRequests } from '@/db/schema/moves';
import { offeringSessions } from '@/db/schema/offerings';
import { type BookingRow, findBookingRow } from '@/features/bookings/queries/booking-row';
import { mayDecide, organiserName } from '@/features/bookings/queries/organiser';
import { askedWhenMoved } from '@/features/bookings/rules/moved';
import { mapConstraintErrors } from '@/features/bookings/steps/map-constraint-errors';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { read, transaction, within } from '@/lib/transaction';
import { findOpenRequest, type MoveRequestRow } from '../queries/open-request';
import { isOwnRequest } from '../queries/own-request';
import { silentMoves } from '../rules/move-request';
import type { WithdrawMoveRequestInput } from '../schema/move';
import { moveRequestSettings } from '../settings';
import { type Ending, endAsIs } from '../steps/close-request';
import { lockRequest } from '../steps/lock-request';
import { carryOut } from '../steps/take-answer';

const holdsIts = (b: BookingRow) => askedWhenMoved.some((status) => status === b.status);

const audited = (r: MoveRequestRow, action: string, outcome: string) => ({
  action,
  entityType: 'booking',
  entityId: r.bookingId,
  organisationId: r.organiserId,
  before: { session: r.fromSessionId },
  after: { outcome },
});

/** Ends it with everyone where they are; whose booking is over meanwhile hears nothing more. */
async function end(systemTx: Ctx, seen: MoveRequestRow, ending: Ending): Promise<boolean> {
  const locked = await lockRequest(systemTx, seen);
  if (!locked) return false;
  const asked = locked.bookings.filter(holdsIts);
  await endAsIs(systemTx, locked.request, asked, locked.taken, ending);
  return true;
}

/**
 * The organiser takes the question back before it is answered. Throws NotFound for a booking that the
 * officer does not see.
 * Refuses `own_case` for one's own or one's family's, also as the other of a swap; `nothing_asked` when none
 * stands.
 */
export async function withdrawMoveRequest(
  ctx: Ctx,
  { bookingId }: WithdrawMoveRequestInput,
): Promise<Result<{ bookingId: string; offeringId: string }, 'nothing_asked' | 'own_case'>> {
  return transaction(ctx, async (tx) => {
    const booking = await findBookingRow(tx, bookingId);
    if (!booking) throw new NotFound('booking');
    authorize(await mayDecide(tx, booking));
    if (await isOwnRequest(tx, booking)) return refuse('own_case');
    const request = await findOpenRequest(tx, bookingId);
    if (!request) return refuse('nothing_asked');
    const by = await organiserName(tx, booking);
    const ended = await within(tx, asSystem(tx), (systemTx) =>
      end(systemTx, request, { status: 'withdrawn', by, why: '组织单位不再需要您换场次' }),
    );
    if (!ended) return refuse('nothing_asked');
    await recordAudit(tx, audited(request, 'withdraw_move_request', 'withdrawn'));
    return ok({ bookingId, offeringId: booking.offeringId });
  });
}

/** By silence they go over, where the setting says so and it still can be: false when it cannot. */
async function goesOver(ctx: Ctx, seen: MoveRequestRow): Promise<boolean> {
  if (seen.otherBookingId) return false;
  const done = await mapConstraintErrors(() =>
    transaction(asSystem(ctx), async (tx) => {
      const { moveSilence } = await readSettings(tx, moveRequestSettings);
      if (moveSilence !== silentMoves[1]) return ok(false);
      const locked = await lockRequest(tx, seen);
      if (!locked || locked.request.answerBy > tx.now || !locked.bookings.every(holdsIts)) {
        return ok(false);
      }
      const moved = await carryOut(tx, locked, { by: '系统', said: '到时没有答复' });
      if (!moved.ok) return moved;
      await recordAudit(tx, audited(seen, 'end_move_request', 'done'));
      return ok(true);
    }),
  );
  return done.ok && done.value;
}

/** @open run by the clock, as the system */
async function endOne(ctx: Ctx, seen: MoveRequestRow): Promise<void> {
  if (await goesOver(ctx, seen)) return;
  await transaction(asSystem(ctx), async (tx) => {
    const why = seen.answerBy <= tx.now ? '没有在时限内答复' : '预约或场次已有变化';
    if (await end(tx, seen, { status: 'lapsed', by: '系统', why })) {
      await recordAudit(tx, audited(seen, 'end_move_request', 'lapsed'));
    }
  });
}

/**
 * Ends the questions whose time is over, by what the setting says of silence, and those whose booking has
 * ended or lies elsewhere by now, or whose session is off; the reserved places flow on.
 * @open run by the clock, as the system
 * @unaudited each is, in `endOne` and `goesOver`
 */
export async function endMoveRequests(ctx: Ctx): Promise<Swept> {
  // Each lies where it was asked: one that went over by another way is done, too.
  const gone = sql`(exists (select 1 from ${bookings} b
      where (b.id = ${moveRequests.bookingId} and b.session_id <> ${moveRequests.fromSessionId})
        or (b.id = ${moveRequests.otherBookingId} and b.session_id <> ${moveRequests.toSessionId})
        or (b.id in (${moveRequests.bookingId}, ${moveRequests.otherBookingId})
          and ${notInArray(sql`b.status`, [...askedWhenMoved])}))
    or exists (select 1 from ${offeringSessions} s where s.cancelled_at is not null
      and s.id in (${moveRequests.fromSessionId}, ${moveRequests.toSessionId})))`;
  const due = await read(asSystem(ctx), (tx) =>
    tx.db
      .select()
      .from(moveRequests)
      .where(and(eq(moveRequests.status, 'asked'), or(lte(moveRequests.answerBy, tx.now), gone)))
      .orderBy(asc(moveRequests.answerBy)),
  );
  return sweep('end_move_requests', due, (request) => endOne(ctx, request));
}
