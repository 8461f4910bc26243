import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { jobId } from '@/lib/jobs/job-id';
import { conductDraw, conductDueDraws } from './commands/conduct-due-draws';

/** What this feature does by the clock; the worker's list takes it in. */
export const drawsJobs: TaskList = {
  hold_draw: async (payload) => {
    await conductDraw(makeCtx(system()), jobId(payload));
  },
  hold_due_draws: async () => {
    await conductDueDraws(makeCtx(system()));
  },
};

/** Every minute, as the net under the exact job of each draw. */
export const drawsCrontab = '* * * * * hold_due_draws\n';
