import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { clocks } from '@/db/schema/clocks';
import { reckon } from '@/lib/calendar/clock';
import { sumLines } from '@/lib/calendar/clock-sum';
import type { SilenceMeaning } from '@/lib/calendar/clock-terms';
import { readDatedCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { formatShortDay } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { type ClockState, clockState } from '../rules/state';
import { termsOf } from '../rules/terms';
import type { ClockRef } from './clock-row';

/** A deadline as it is shown. Days `YYYY-MM-DD`. */
export interface ClockView {
  /** Null while it stands still. */
  readonly dueOn: string | null;
  readonly provisional: boolean;
  readonly silence: SilenceMeaning;
  readonly state: ClockState;
  /** The sum behind the day, a line a step. */
  readonly sum: readonly string[];
}

/**
 * The newest deadline of this kind of a subject, with the sum behind its day; null when there never was one, or
 * its subject is out of sight.
 */
export async function findClock(ctx: Ctx, ref: ClockRef): Promise<ClockView | null> {
  return read(ctx, async (tx) => {
    const [clock] = await tx.db
      .select()
      .from(clocks)
      .where(
        and(
          eq(clocks.subjectId, ref.subjectId),
          eq(clocks.kind, ref.kind),
          eq(clocks.subjectKind, ref.subjectKind),
        ),
      )
      .orderBy(desc(clocks.startedAt), desc(clocks.id))
      .limit(1);
    if (!clock) return null;
    const calendar = await readDatedCalendar(tx);
    const terms = termsOf(clock);
    const { dueOn, provisional, silence } = clock;
    const sum = reckon(terms, calendar.days);
    const lines = sumLines(terms, sum, calendar);
    // A later table would have ended it before: what was told stands (`isMovable`).
    if (dueOn !== null && sum.dueOn !== dueOn) {
      lines.push(`已经告知${formatShortDay(dueOn, clock.startOn)}，不再改动`);
    }
    return { dueOn, provisional, silence, state: clockState(clock), sum: lines };
  });
}
