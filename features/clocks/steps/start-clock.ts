import 'server-only';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { clocks } from '@/db/schema/clocks';
import type { clockEnds } from '@/db/schema/enums';
import { readDatedCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { Conflict, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import type { Clock, ClockRef } from '../queries/clock-row';
import { dueOf, type KindTerms, workdayTerms } from '../rules/due';

export type ClockEnd = (typeof clockEnds)[number];

interface Started {
  /** Day 0, that of the event: `YYYY-MM-DD`. */
  readonly startOn: string;
  readonly terms: KindTerms;
}

/** The same deadline of many subjects. */
interface Subjects extends Omit<ClockRef, 'subjectId'> {
  readonly subjectIds: readonly string[];
}

/** The clock's own row, whether it runs or is over. */
export const isOf = ({ subjectKind, subjectId, kind }: ClockRef) =>
  and(eq(clocks.subjectKind, subjectKind), eq(clocks.subjectId, subjectId), eq(clocks.kind, kind));

/**
 * A deadline that is counted and not yet of anything: for who must write its day into a row before the clock of
 * that row can be started by `startClocks`, in the same transaction.
 */
export async function planClock(tx: Ctx, { startOn, terms }: Started) {
  const calendar = await readDatedCalendar(tx);
  const counted = { ...terms, start: startOn, pauses: [], extension: null };
  const { dueOn, ...due } = dueOf(counted, calendar.days);
  if (dueOn === null) throw new Error('a new clock without a due day');
  return {
    ...{ startOn, dueOn, ...due, unit: terms.unit, length: terms.length },
    ...{ rollsOver: terms.rollsOver, silence: terms.silence },
    ...{ closesAt: terms.closesAt ?? null, warnBefore: terms.warnBefore ?? null },
    ...{ pauses: [], extension: null, calendarVersion: calendar.version, startedAt: tx.now },
  };
}

export type PlannedClock = Awaited<ReturnType<typeof planClock>>;

/**
 * The day, `YYYY-MM-DD`, until which something that begins today is to be answered, for what keeps its day without a
 * clock of its own: so many working days, counted as every deadline is.
 */
export const answerBy = async (tx: Ctx, workdays: number): Promise<string> =>
  (await planClock(tx, { startOn: todayOn(tx.now), terms: workdayTerms(workdays) })).dueOn;

/**
 * Starts a planned deadline for each of these subjects, by one statement. Throws Conflict where one of them has
 * such a clock that runs.
 * @returns the ids of the clocks, in the order of their subjects
 */
export async function startClocks(
  tx: Ctx,
  planned: PlannedClock,
  { subjectIds, ...kind }: Subjects,
): Promise<string[]> {
  if (subjectIds.length === 0) return [];
  const rows = subjectIds.map((subjectId) => ({ id: newId(), subjectId, ...kind, ...planned }));
  try {
    await tx.db.insert(clocks).values(rows);
    return rows.map(({ id }) => id);
  } catch (error) {
    if (violates(error, 'clocks_running_idx')) throw new Conflict('such a clock runs already');
    throw error;
  }
}

/**
 * Starts a deadline on the day of its event. Call it inside that transaction. Throws Conflict where such a clock
 * of this subject runs already.
 * @returns what was counted, with its due day
 */
export async function startClock(
  tx: Ctx,
  { subjectId, subjectKind, kind, ...started }: ClockRef & Started,
): Promise<PlannedClock & { id: string }> {
  const planned = await planClock(tx, started);
  const [id = ''] = await startClocks(tx, planned, { subjectKind, kind, subjectIds: [subjectId] });
  return { ...planned, id };
}

/**
 * Ends the deadlines of these subjects that run: met, or withdrawn with what they were for. The caller holds the
 * subjects' rows. Those that are over already, or ran out meanwhile, stay as they are.
 * @returns how many were ended
 */
export async function endClocks(
  tx: Ctx,
  { subjectKind, subjectIds, kind }: Subjects,
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
