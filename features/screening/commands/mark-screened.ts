import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { organisations } from '@/db/schema/organisations';
import { screeningHospitals } from '@/db/schema/screening';
import { type BookingRow, findBookingRow } from '@/features/bookings/queries/booking-row';
import { canMoveBooking } from '@/features/bookings/rules/booking';
import { moveBooking } from '@/features/bookings/steps/move-booking';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { lockBooking } from '@/features/places/steps/lock-booking';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { unwarnAbsent, warnAbsent } from '@/features/rolls/steps/warn-absent';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction, within } from '@/lib/transaction';
import { canWorkAtHospitalDesk } from '../policy';
import { hospitalWindow, isWithin } from '../rules/hospital-window';
import type { MarkAbsenteesInput, MarkScreenedInput } from '../schema/hospital';
import { hospitalDeskMinutes } from '../settings';

/** The actor's hospital to which this session's place belongs, with the offering’s rules, or null. As the system. */
async function hospitalOf(
  systemTx: Ctx,
  of: Pick<BookingRow, 'sessionId' | 'offeringId'>,
  mine: string[],
) {
  const [row] = await systemTx.db
    .select({ id: organisations.id, name: organisations.shortName, rules: offerings.rules })
    .from(screeningHospitals)
    .innerJoin(organisations, eq(organisations.id, screeningHospitals.hospitalId))
    .innerJoin(offeringSessions, eq(offeringSessions.place, screeningHospitals.place))
    .innerJoin(offerings, eq(offerings.id, screeningHospitals.offeringId))
    .where(
      and(
        eq(offeringSessions.id, of.sessionId),
        eq(screeningHospitals.offeringId, of.offeringId),
        inArray(screeningHospitals.hospitalId, mine),
      ),
    );
  return row ?? null;
}

type Hospital = NonNullable<Awaited<ReturnType<typeof hospitalOf>>>;
type Mark = MarkScreenedInput['to'];
type MarkRefusal = 'desk_closed' | 'not_holding' | 'own_case' | 'not_over';

const eventOf = { attended: 'attended', absent: 'absent', booked: 'mark_undone' } as const;

/** One booking, as far as the desk may mark it; with what she is told of an absence. */
async function mark(tx: Ctx, systemTx: Ctx, booking: BookingRow, to: Mark, hospital: Hospital) {
  const marked = onTheRoll.some((status) => status === booking.status);
  if (!marked || !canMoveBooking(booking.status, to)) return 'not_holding';
  const move = { to, type: eventOf[to], by: hospital.name };
  const version = await moveBooking({ ...systemTx, actor: tx.actor }, booking, move);
  if (to === 'absent') await warnAbsent(systemTx, booking, version, hospital.rules);
  else if (booking.status === 'absent') await unwarnAbsent(systemTx, booking);
  return null;
}

async function windowMinutes(tx: Ctx): Promise<number> {
  const { minutes } = await readSettings(tx, { minutes: hospitalDeskMinutes });
  return minutes;
}

/**
 * 到检、未到: the hospital's desk says that a woman was screened, or once the half-day is over that she did not
 * come, which with the day and the place is all the portal ever keeps (domain.md §3.1). Only for its own
 * half-days, in their window; a mark changes no place. The desk sees no booking by itself, so the system acts
 * for it after the check. Throws NotFound for a booking of another place.
 * Refuses `desk_closed` outside the window; `not_over` for an absence while the half-day lasts; `not_holding`
 * for who gave her place up; `own_case` for one's own or one's family's.
 */
export async function markScreened(
  ctx: Ctx,
  { bookingId, to }: MarkScreenedInput,
): Promise<Result<{ bookingId: string }, MarkRefusal>> {
  return transaction(ctx, async (tx) => {
    const mine = canWorkAtHospitalDesk.organisationsOf(tx.actor);
    authorize(mine.length > 0);
    const minutes = await windowMinutes(tx);
    const done = await within(tx, asSystem(tx), async (systemTx) => {
      const seen = await findBookingRow(systemTx, bookingId);
      const hospital = seen?.kind === 'screening' && (await hospitalOf(systemTx, seen, mine));
      if (!hospital) throw new NotFound('booking');
      const { booking } = await lockBooking(systemTx, bookingId);
      if (await within(systemTx, tx, (desk) => isOwnCase(desk, booking))) return 'own_case';
      if (!isWithin(hospitalWindow(booking, minutes), tx.now)) return 'desk_closed';
      if (to === 'absent' && booking.endsAt > tx.now) return 'not_over';
      const stop = booking.status === to ? null : await mark(tx, systemTx, booking, to, hospital);
      return stop ?? { booking, hospital };
    });
    if (typeof done === 'string') return refuse(done);
    await recordAudit(tx, {
      action: 'mark_screened',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: done.booking.organiserId,
      before: { status: done.booking.status },
      after: { to, hospital: done.hospital.id },
    });
    return ok({ bookingId });
  });
}

/** Who of a half-day is booked still, locked one by one in the order of their ids; nobody's own family. */
async function undecided(tx: Ctx, systemTx: Ctx, sessionId: string): Promise<BookingRow[]> {
  const rows = await systemTx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.sessionId, sessionId), eq(bookings.status, 'booked')))
    .orderBy(asc(bookings.id));
  const found: BookingRow[] = [];
  for (const { id } of rows) {
    const { booking } = await lockBooking(systemTx, id);
    const isOwn = await within(systemTx, tx, (desk) => isOwnCase(desk, booking));
    if (booking.status === 'booked' && !isOwn) found.push(booking);
  }
  return found;
}

/**
 * 没来的都记未到: everyone of a half-day that is over who was not marked, at once. Throws NotFound for a half-day
 * of another hospital.
 * Refuses `desk_closed` outside its window; `not_over` while it lasts; `nobody_left` when all are marked.
 */
export async function markAbsentees(
  ctx: Ctx,
  { sessionId }: MarkAbsenteesInput,
): Promise<Result<{ marked: number }, 'desk_closed' | 'not_over' | 'nobody_left'>> {
  return transaction(ctx, async (tx) => {
    const mine = canWorkAtHospitalDesk.organisationsOf(tx.actor);
    authorize(mine.length > 0);
    const minutes = await windowMinutes(tx);
    const [session] = await tx.db
      .select()
      .from(offeringSessions)
      .where(eq(offeringSessions.id, sessionId));
    const done = await within(tx, asSystem(tx), async (systemTx) => {
      const at = session && { sessionId, offeringId: session.offeringId };
      const hospital = at && (await hospitalOf(systemTx, at, mine));
      if (!hospital || !session) throw new NotFound('session');
      if (!isWithin(hospitalWindow(session, minutes), tx.now)) return 'desk_closed';
      if (session.endsAt > tx.now) return 'not_over';
      const left = await undecided(tx, systemTx, sessionId);
      for (const booking of left) await mark(tx, systemTx, booking, 'absent', hospital);
      return left.length === 0 ? 'nobody_left' : { left, hospital };
    });
    if (typeof done === 'string') return refuse(done);
    await recordAudit(tx, {
      action: 'mark_screening_absentees',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: done.left[0]?.organiserId,
      after: { marked: done.left.length, hospital: done.hospital.id },
    });
    return ok({ marked: done.left.length });
  });
}
