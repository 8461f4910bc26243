import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { checkIns } from '@/db/schema/attendance';
import { childHandOvers, classAbsences, handOverPerson } from '@/db/schema/childcare';
import { attendanceStatusOf } from '@/features/attendance/rules/attendance-status';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { type ChildDay, unknownDay } from '../rules/class-day';
import { type Fetcher, fetcherWords, parseFetcher } from '../rules/pick-up';

export type KnownDay = ChildDay & {
  /** Grows with each sign-in taken back; a new one carries it. */
  readonly round: number;
};

/**
 * Who fetched the child, as it was sealed on the day; forgotten some days after the class. Null once it is
 * forgotten.
 */
export function openFetcher(row: { id: string; personSealed: string | null }): Fetcher | null {
  return row.personSealed
    ? parseFetcher(openField(row.personSealed, handOverPerson(row.id)))
    : null;
}

/** What is known of these children's day: signed in, handed over, excused, told. Rows as the actor may see them. */
export async function childDays(
  tx: Ctx,
  bookingIds: readonly string[],
  on: string,
): Promise<Map<string, KnownDay>> {
  const ids = [...bookingIds];
  if (ids.length === 0) return new Map();
  const [entries, out, absences] = await Promise.all([
    tx.db
      .select({
        bookingId: checkIns.bookingId,
        seq: checkIns.seq,
        kind: checkIns.kind,
        at: checkIns.at,
        repeatOf: checkIns.repeatOf,
      })
      .from(checkIns)
      .where(and(inArray(checkIns.bookingId, ids), eq(checkIns.meetingOn, on))),
    tx.db
      .select({
        id: childHandOvers.id,
        bookingId: childHandOvers.bookingId,
        at: childHandOvers.at,
        personSealed: childHandOvers.personSealed,
      })
      .from(childHandOvers)
      .where(
        and(
          inArray(childHandOvers.bookingId, ids),
          eq(childHandOvers.onDay, on),
          eq(childHandOvers.outcome, 'released'),
        ),
      ),
    tx.db
      .select({
        bookingId: classAbsences.bookingId,
        announcedAt: classAbsences.announcedAt,
        toldAt: classAbsences.toldAt,
      })
      .from(classAbsences)
      .where(and(inArray(classAbsences.bookingId, ids), eq(classAbsences.onDay, on))),
  ]);
  return new Map(
    ids.map((id) => {
      const attendance = attendanceStatusOf(entries.filter((entry) => entry.bookingId === id));
      const left = out.find((row) => row.bookingId === id);
      const absence = absences.find((row) => row.bookingId === id);
      const day: KnownDay = {
        ...unknownDay,
        signedInAt: attendance.at,
        handedOver: left ? { at: left.at, to: fetcherWords(openFetcher(left)) } : null,
        announced: attendance.state === 'excused' || Boolean(absence?.announcedAt),
        toldAt: absence?.toldAt ?? null,
        round: attendance.round,
      };
      return [id, day];
    }),
  );
}
