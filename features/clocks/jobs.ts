import 'server-only';
import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { recomputeClocks } from './commands/recompute-clocks';
import { runClocks } from './commands/run-clocks';
import type { ClockHandlers } from './queries/clock-row';

/** The deadlines of all rooms; the worker's list, at the top, knows what each does by them. */
export const clocksJobs = (handlers: ClockHandlers): TaskList => ({
  run_clocks: async () => {
    await runClocks(makeCtx(system()), handlers);
  },
  recompute_clocks: async () => {
    await recomputeClocks(makeCtx(system()), handlers);
  },
});

/** Every hour, just after midnight in China too; however late, what it brings counts from the due day. */
export const clocksCrontab = '5 * * * * run_clocks\n';
