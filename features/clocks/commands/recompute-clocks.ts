import 'server-only';
import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { clocks } from '@/db/schema/clocks';
import { recordAudit } from '@/lib/audit';
import { readDatedCalendar } from '@/lib/calendar/work-calendar';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { everyPage, type Swept, sweep } from '@/lib/jobs/sweep';
import { notifyEach } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { read, transaction } from '@/lib/transaction';
import { dueMovedNotice } from '../messages';
import type { Clock, ClockHandler, ClockHandlers, DueClock } from '../queries/clock-row';
import { clockRuns, currentVersion } from '../queries/running';
import { dueOf, isMovable } from '../rules/due';
import { handlerOf } from '../rules/handler-of';
import { termsOf } from '../rules/terms';
import { recordChange } from '../steps/change-clock';

const PAGE = 500;

/** Running clocks that were computed by an older table, in order of id. */
const listStale = (tx: Ctx, after: string | null): Promise<Clock[]> =>
  tx.db
    .select()
    .from(clocks)
    .where(
      and(
        clockRuns,
        lt(clocks.calendarVersion, currentVersion),
        after === null ? undefined : gt(clocks.id, after),
      ),
    )
    .orderBy(asc(clocks.id))
    .limit(PAGE);

async function tellMoved(tx: Ctx, clock: DueClock, was: string, handler: ClockHandler) {
  await recordAudit(tx, {
    action: 'move_due_date',
    entityType: clock.subjectKind,
    entityId: clock.subjectId,
    before: { dueOn: was },
    after: { dueOn: clock.dueOn, clock: clock.kind, calendarVersion: clock.calendarVersion },
  });
  const concerned = await handler.moved?.(tx, clock, was);
  if (!concerned) return;
  const days = { was, dueOn: clock.dueOn, today: todayOn(tx.now) };
  await notifyEach(tx, concerned.accountIds, {
    ...dueMovedNotice(concerned, days),
    dedupeKey: `clock:${clock.id}:${clock.calendarVersion}`,
  });
}

/** The locked clock again, by the table as it is now; its version says that it is up to date. */
async function recompute(tx: Ctx, seen: Clock, handler: ClockHandler): Promise<void> {
  if (!(await handler.lock(tx, seen.subjectId))) throw new Error('a clock without its subject');
  const stillStale = and(
    eq(clocks.id, seen.id),
    clockRuns,
    lt(clocks.calendarVersion, currentVersion),
  );
  const [clock] = await tx.db.select().from(clocks).where(stillStale).for('update');
  if (!clock) return;
  const calendar = await readDatedCalendar(tx);
  const due = dueOf(termsOf(clock), calendar.days);
  const was = clock.dueOn;
  if (was && due.dueOn && isMovable(was, due.dueOn, todayOn(tx.now))) {
    const reason = '放假安排变化';
    const moved = await recordChange(tx, clock, {}, { type: 'moved', by: '系统', reason });
    if (moved.dueOn) await tellMoved(tx, { ...moved, dueOn: moved.dueOn }, was, handler);
    await pausePoint('clock:moved');
    return;
  }
  const { provisional } = due;
  const same = was === due.dueOn ? due : { provisional };
  await tx.db
    .update(clocks)
    .set({ ...same, calendarVersion: calendar.version })
    .where(eq(clocks.id, clock.id));
}

/**
 * Counts every running deadline again that an older table of holidays computed; a day that moves is in its history
 * and in the ledger, and told once to each whom it concerns. Each is a transaction of its own: killed in the
 * middle, run twice or twice at once, it goes on with what is left.
 * @open run by the clock, as the system
 */
export async function recomputeClocks(ctx: Ctx, handlers: ClockHandlers): Promise<Swept> {
  const systemTx = asSystem(ctx);
  const stale = everyPage((after) => read(systemTx, (tx) => listStale(tx, after)));
  return sweep('recompute_clocks', stale, (clock) =>
    transaction(systemTx, (tx) => recompute(tx, clock, handlerOf(handlers, clock.kind))),
  );
}
