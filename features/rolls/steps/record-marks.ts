import 'server-only';
import { sql } from 'drizzle-orm';
import type { AbsenceCause } from '@/features/absences/rules';
import { isCourse, timedOf } from '@/features/offerings/rules/meetings';
import type { SessionRow } from '@/features/offerings/steps/lock-offering';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import type { AttendanceMark } from '../schema/roll';
import { recordEntries } from './record-entries';

const kindOf = {
  attended: 'in',
  absent: 'absent',
  excused: 'excused',
  booked: 'undone',
} as const;

/**
 * Writes the marks of a roll into the ledger that scans go into as well, so that one place says who
 * came. Only for one sitting: a course keeps a roll per meeting. `round` counts the marks that took an
 * arrival back, after which the person may arrive again.
 */
export async function recordMarks(
  tx: Ctx,
  session: SessionRow,
  rows: readonly { id: string }[],
  to: AttendanceMark,
  cause: AbsenceCause | null,
): Promise<void> {
  if (rows.length === 0 || isCourse(timedOf(session))) return;
  const meetingOn = todayOn(session.startsAt);
  const round = (bookingId: string) => sql<number>`(select count(*) from check_ins c
    where c.booking_id = ${bookingId}::uuid and c.meeting_on = ${meetingOn}::date
      and c.repeat_of is null and c.kind in ('absent', 'excused', 'undone'))`;
  const sitting = {
    sessionId: session.id,
    meetingOn,
    kind: kindOf[to],
    cause,
    way: 'roll',
  } as const;
  const mark = { ...sitting, at: tx.now, byAccount: accountOf(tx.actor) };
  await recordEntries(
    tx,
    rows.map(({ id }) => ({ ...mark, id: newId(), bookingId: id, round: round(id) })),
  );
}
