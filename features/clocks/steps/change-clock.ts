import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { clockEvents, clocks } from '@/db/schema/clocks';
import type { clockEventTypes } from '@/db/schema/enums';
import type { Extension } from '@/lib/calendar/clock';
import { readDatedCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { Conflict } from '@/lib/errors';
import type { Clock, ClockRef } from '../queries/clock-row';
import { dueOf, type KindTerms } from '../rules/due';
import { isPaused, pausedFrom, resumedOn, termsOf } from '../rules/terms';
import { isOf } from './start-clock';

interface Change {
  readonly type: (typeof clockEventTypes)[number];
  readonly reason?: string;
  /** 系统, or the union's name: what is read beside the line. */
  readonly by: string;
}

/**
 * Writes a changed clock and the line of its history, with the old and the new due day. Throws Conflict when the
 * locked row is gone.
 */
export async function recordChange(
  tx: Ctx,
  before: Clock,
  after: Partial<Clock>,
  { type, reason, by }: Change,
): Promise<Clock> {
  const calendar = await readDatedCalendar(tx);
  const { version: calendarVersion } = calendar;
  const due = dueOf(termsOf({ ...before, ...after }), calendar.days);
  const [row] = await tx.db
    .update(clocks)
    .set({ ...after, ...due, calendarVersion })
    .where(eq(clocks.id, before.id))
    .returning();
  if (!row) throw new Conflict('the clock is gone');
  await tx.db.insert(clockEvents).values({
    ...{ clockId: row.id, at: tx.now, type, reason, actorLabel: by, calendarVersion },
    ...{ dueBefore: before.dueOn, dueAfter: row.dueOn },
  });
  return row;
}

/** The clock that runs, its row locked after its subject's. Throws Conflict when none does, or its day has come. */
async function lockRunning(tx: Ctx, ref: ClockRef): Promise<Clock> {
  const [clock] = await tx.db
    .select()
    .from(clocks)
    .where(and(isOf(ref), isNull(clocks.endedAt), isNull(clocks.expiredAt)))
    .for('update');
  if (!clock) throw new Conflict('no such clock runs');
  return clock;
}

/**
 * 暂停: from the day `from` on (`YYYY-MM-DD`) nothing counts, and there is no due day until it goes on. Throws
 * Conflict when none runs, or it stands still already.
 */
export async function pauseClock(
  tx: Ctx,
  ref: ClockRef,
  { from, ...why }: { from: string; reason: string; by: string },
): Promise<Clock> {
  const clock = await lockRunning(tx, ref);
  if (isPaused(clock)) throw new Conflict('the clock stands still already');
  const pauses = pausedFrom(clock.pauses, from);
  return recordChange(tx, clock, { pauses }, { type: 'paused', ...why });
}

/**
 * 恢复: the day `to` (`YYYY-MM-DD`) counts again, and the due day lies later by what the pause took. Throws
 * Conflict when none runs, or it does not stand still.
 */
export async function resumeClock(
  tx: Ctx,
  ref: ClockRef,
  { to, ...why }: { to: string; reason?: string; by: string },
): Promise<Clock> {
  const clock = await lockRunning(tx, ref);
  if (!isPaused(clock)) throw new Conflict('the clock does not stand still');
  const pauses = resumedOn(clock.pauses, to);
  return recordChange(tx, clock, { pauses }, { type: 'resumed', ...why });
}

/**
 * 延长: so much more from the due day in force, once; the room that owns the kind says how much is allowed. Null
 * takes it back. Throws Conflict when none runs, or it is extended already.
 */
export async function extendClock(
  tx: Ctx,
  ref: ClockRef,
  { extension, ...why }: { extension: Extension | null; reason: string; by: string },
): Promise<Clock> {
  const clock = await lockRunning(tx, ref);
  if (clock.extension && extension) throw new Conflict('the clock is extended already');
  const changed = { extension, warnedAt: null };
  return recordChange(tx, clock, changed, { type: 'extended', ...why });
}

/**
 * Other terms for a deadline that runs, as when a case is put into another class; its start, pauses and extension
 * stay. Throws Conflict when none runs.
 */
export async function changeTerms(
  tx: Ctx,
  ref: ClockRef,
  { terms, ...why }: { terms: KindTerms; reason: string; by: string },
): Promise<Clock> {
  const clock = await lockRunning(tx, ref);
  const { closesAt = null, warnBefore = null, ...counted } = terms;
  const changed = { ...counted, closesAt, warnBefore };
  return recordChange(tx, clock, changed, { type: 'changed', ...why });
}

/** Has the warning of a deadline come once more, for who took it over on the way; none runs, nothing happens. */
export async function warnAgain(tx: Ctx, ref: ClockRef): Promise<void> {
  await tx.db
    .update(clocks)
    .set({ warnedAt: null })
    .where(and(isOf(ref), isNull(clocks.endedAt)));
}
