import 'server-only';
import { readCode } from '@/features/attendance/rules/code';
import { readBookingCode } from '@/features/bookings/queries/booking-check';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type HospitalLine, readHospitalDay } from '../queries/hospital-day';
import type { FindAtHospitalInput } from '../schema/hospital';

/** What was scanned or typed: her code, the booking's number, four digits, or (part of) her name. */
function finder(typed: string, now: Date): (line: HospitalLine) => boolean {
  const code = readCode(typed);
  if (code.type === 'booking') {
    const link = readBookingCode(code.token, now);
    return (line) => link.ok && line.bookingId === link.subject;
  }
  if (code.type === 'number') return (line) => line.number === code.number;
  if (/^\d{3}[\dXx]$/.test(typed)) {
    return (line) => [line.tail, line.phoneTail].includes(typed.toUpperCase());
  }
  return (line) => line.number === typed || line.attendee.includes(typed);
}

/**
 * Finds who stands at the desk on the open lists of the actor's own hospital; what is typed stays out of
 * addresses. The look is a line in the ledger like the opening of the list.
 * Refuses `nobody` when no open list has her.
 * @authorized-by readHospitalDay canWorkAtHospitalDesk
 */
export async function findAtHospital(
  ctx: Ctx,
  { typed }: FindAtHospitalInput,
): Promise<Result<{ lines: HospitalLine[] }, 'nobody'>> {
  return transaction(ctx, async (tx) => {
    const { sessions } = await readHospitalDay(tx);
    const open = sessions.flatMap((session) =>
      session.lines.map((line) => ({ line, hospitalId: session.hospitalId })),
    );
    const found = open.filter(({ line }) => finder(typed, tx.now)(line));
    for (const { line, hospitalId } of found) {
      await recordAudit(tx, {
        action: 'view_attendee',
        entityType: 'booking',
        entityId: line.bookingId,
        organisationId: hospitalId,
        after: { shown: ['name'], kind: 'screening' },
      });
    }
    return found.length > 0 ? ok({ lines: found.map(({ line }) => line) }) : refuse('nobody');
  });
}
