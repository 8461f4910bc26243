import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { resumeStopped } from './commands/resume-stopped';
import { personalData } from './personal-data';

/** What this feature does by the clock; the worker's list takes it in. */
export const transfersJobs: TaskList = {
  clear_old_transfers: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
  resume_stopped: async () => {
    await resumeStopped(makeCtx(system()));
  },
};

/** 19:45 UTC, at night in China; stops end at midnight there. */
export const transfersCrontab =
  '45 19 * * * clear_old_transfers\n5 16 * * * resume_stopped ?fill=7d\n';
