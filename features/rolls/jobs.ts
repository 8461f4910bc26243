import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { warnAllAbsent } from './commands/warn-absent';

/** What this feature does by the clock; the worker's list takes it in. */
export const rollsJobs: TaskList = {
  warn_absent: async () => {
    await warnAllAbsent(makeCtx(system()));
  },
};

/** Every ten minutes. */
export const rollsCrontab = '*/10 * * * * warn_absent\n';
