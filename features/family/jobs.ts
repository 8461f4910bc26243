import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { personalData } from './personal-data';

/** What this module does by the clock; the worker's list takes it in. */
export const familyJobs: TaskList = {
  forget_removed_children: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** 20:20 UTC: twenty past four at night in 港南. */
export const familyCrontab = '20 20 * * * forget_removed_children\n';
