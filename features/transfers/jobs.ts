import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { personalData } from './personal-data';

/** What this feature does by the clock; the worker's list takes it in. */
export const transfersJobs: TaskList = {
  clear_old_transfers: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** 19:45 UTC, at night in China. */
export const transfersCrontab = '45 19 * * * clear_old_transfers\n';
