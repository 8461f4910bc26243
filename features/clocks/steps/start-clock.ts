import 'server-only';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { clocks } from '@/db/schema/clocks';
import type { clockEnds } from '@/db/schema/enums';
import { readDatedCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { Conflict, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Clock, ClockRef, DueClock } from '../queries/clock-row';
import { dueOf, type KindTerms } from '../rules/due';

export type ClockEnd = (typeof clockEnds)[number];

interface Started extends Omit<ClockRef, 'subjectId'> {
  readonly subjectIds: readonly string[];
  /** Day 0, that of the event: `YYYY-MM-DD`. */
  readonly startOn: string;
  readonly terms: KindTerms;
}

/** The clock's own row, whether it runs or is over. */
export const isOf = ({ subjectKind, subjectId, kind }: ClockRef) =>
  and(eq(clocks.subjectKind, subjectKind), eq(clocks.subjectId, subjectId), eq(clocks.kind, kind));

/**
 * Starts the same deadline for many subjects on one day, by one statement. Call it inside the transaction of the
 * event. Throws Conflict where one of them has such a clock that runs.
 * @returns the due day, the same for all: `YYYY-MM-DD`
 */
export async function startClocks(tx: Ctx, started: Started): Promise<DueClock> {
  const { subjectKind, subjectIds, kind, startOn, terms } = started;
  const calendar = await readDatedCalendar(tx);
  const fresh = { ...terms, start: startOn, pauses: [], extension: null };
  const due = dueOf(fresh, calendar.days);
  if (due.dueOn === null) throw new Error('a new clock without a due day');
  const row = {
    ...{ subjectKind, kind, startOn, ...due, dueOn: due.dueOn },
    ...{ unit: terms.unit, length: terms.length, rollsOver: terms.rollsOver },
    ...{ silence: terms.silence, closesAt: terms.closesAt ?? null },
    ...{ warnBefore: terms.warnBefore ?? null, pauses: [], extension: null },
    ...{ calendarVersion: calendar.version, startedAt: tx.now },
    ...{ warnedAt: null, expiredAt: null, endedAt: null, endedOn: null, endedHow: null },
  };
  const rows = subjectIds.map((subjectId) => ({ id: newId(), subjectId, ...row }));
  try {
    if (rows.length > 0) await tx.db.insert(clocks).values(rows);
  } catch (error) {
    if (violates(error, 'clocks_running_idx')) throw new Conflict('such a clock runs already');
    throw error;
  }
  return rows[0] ?? { id: '', subjectId: '', ...row };
}

/**
 * Starts a deadline on the day of its event. Call it inside that transaction. Throws Conflict where such a clock
 * of this subject runs already.
 */
export const startClock = (
  tx: Ctx,
  { subjectId, ...clock }: ClockRef & { startOn: string; terms: KindTerms },
): Promise<DueClock> => startClocks(tx, { ...clock, subjectIds: [subjectId] });

/**
 * Ends the deadlines of these subjects that run: met, or withdrawn with what they were for. The caller holds the
 * subjects' rows. Those that are over already, or ran out meanwhile, stay as they are.
 * @returns how many were ended
 */
export async function endClocks(
  tx: Ctx,
  { subjectKind, subjectIds, kind }: Pick<Started, 'subjectKind' | 'subjectIds' | 'kind'>,
  how: Exclude<ClockEnd, 'expired'>,
): Promise<number> {
  const ended = await tx.db
    .update(clocks)
    .set({ endedAt: tx.now, endedOn: todayOn(tx.now), endedHow: how })
    .where(
      and(
        eq(clocks.subjectKind, subjectKind),
        inArray(clocks.subjectId, [...subjectIds]),
        eq(clocks.kind, kind),
        isNull(clocks.endedAt),
      ),
    );
  return ended.count;
}

/**
 * Ends one deadline; the caller holds its subject's row.
 * @returns false when none runs: it was ended before, or its day came first
 */
export const endClock = async (
  tx: Ctx,
  { subjectId, ...clock }: ClockRef,
  how: Exclude<ClockEnd, 'expired'>,
): Promise<boolean> => (await endClocks(tx, { ...clock, subjectIds: [subjectId] }, how)) > 0;

/**
 * Has the last deadline of a subject run on as if it had not been ended, for the undo of what ended it.
 * @returns null when there is none to reopen
 */
export async function reopenClock(tx: Ctx, ref: ClockRef): Promise<Clock | null> {
  const last = tx.db
    .select({ id: clocks.id })
    .from(clocks)
    .where(isOf(ref))
    .orderBy(desc(clocks.startedAt))
    .limit(1);
  const [open] = await tx.db
    .update(clocks)
    .set({ endedAt: null, endedOn: null, endedHow: null })
    .where(and(inArray(clocks.id, last), eq(clocks.endedHow, 'met')))
    .returning();
  return open ?? null;
}
