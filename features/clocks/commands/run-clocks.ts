import 'server-only';
import { and, asc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { clocks } from '@/db/schema/clocks';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { everyPage, type Swept, sweep } from '@/lib/jobs/sweep';
import { pausePoint } from '@/lib/pause-point';
import { read, transaction } from '@/lib/transaction';
import type { Clock, ClockHandler, ClockHandlers, DueClock } from '../queries/clock-row';
import { clockRuns, currentVersion } from '../queries/running';
import { handlerOf } from '../rules/handler-of';
import { recomputeClocks } from './recompute-clocks';

const PAGE = 200;

const isLate = (tx: Ctx) => and(clockRuns, lte(clocks.lateAt, tx.now));
const isWarnable = (tx: Ctx) =>
  and(
    ...[clockRuns, isNull(clocks.warnedAt), lte(clocks.warnOn, todayOn(tx.now))],
    // Once the day is over a warning says nothing any more.
    sql`${clocks.lateAt} > ${tx.now.toISOString()}::timestamptz`,
  );

const listComing = (tx: Ctx, after: string | null): Promise<Clock[]> =>
  tx.db
    .select()
    .from(clocks)
    .where(and(or(isLate(tx), isWarnable(tx)), after === null ? undefined : gt(clocks.id, after)))
    .orderBy(asc(clocks.id))
    .limit(PAGE);

// Moved by a newer table of holidays, it is not due by this one: the next run looks again.
const isCurrent = sql`${clocks.calendarVersion} = ${currentVersion}`;

/** Takes what is due or to be warned of; null when another run, an end or a new table came first. */
async function take(tx: Ctx, id: string, due: boolean): Promise<DueClock | null> {
  const expired = {
    expiredAt: tx.now,
    endedAt: sql`case when silence = 'consent' then ${tx.now.toISOString()}::timestamptz end`,
    endedOn: sql`case when silence = 'consent' then due_on end`,
    endedHow: sql`case when silence = 'consent' then 'expired' end`,
  };
  const [clock] = await tx.db
    .update(clocks)
    .set(due ? expired : { warnedAt: tx.now })
    .where(
      and(
        ...[eq(clocks.id, id), isNotNull(clocks.dueOn), isCurrent],
        due ? isLate(tx) : isWarnable(tx),
      ),
    )
    .returning();
  return clock?.dueOn ? { ...clock, dueOn: clock.dueOn } : null;
}

async function runOne(tx: Ctx, seen: Clock, handler: ClockHandler): Promise<void> {
  if (!(await handler.lock(tx, seen.subjectId))) throw new Error('a clock without its subject');
  await pausePoint('clock:subject-locked');
  const due = seen.lateAt !== null && seen.lateAt <= tx.now;
  const clock = await take(tx, seen.id, due);
  if (!clock) return;
  await (due ? handler.due : handler.warn)?.(tx, clock);
  if (!due) return;
  await recordAudit(tx, {
    action: 'expire_clock',
    entityType: clock.subjectKind,
    entityId: clock.subjectId,
    after: { clock: clock.kind, dueOn: clock.dueOn, silence: clock.silence },
  });
}

/**
 * What happens at the warning and at the due day of every deadline, once each, however long the worker slept:
 * what it brings counts from the due day, the record is of now. Deadlines that a newer table of holidays moves
 * are counted again first. Each is a transaction of its own that holds the subject first and the clock second; one
 * that fails is left for the next run.
 * @open run by the clock, as the system
 */
export async function runClocks(ctx: Ctx, handlers: ClockHandlers): Promise<Swept> {
  const systemTx = asSystem(ctx);
  await recomputeClocks(systemTx, handlers);
  const coming = everyPage((after) => read(systemTx, (tx) => listComing(tx, after)));
  return sweep('run_clocks', coming, (clock) =>
    transaction(systemTx, (tx) => runOne(tx, clock, handlerOf(handlers, clock.kind))),
  );
}
