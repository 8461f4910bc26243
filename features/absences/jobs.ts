import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { personalData } from './personal-data';

/** What this module does by the clock; the worker's list takes it in. */
export const absencesJobs: TaskList = {
  forget_appeals: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** 19:50 UTC, ten to four at night in China. */
export const absencesCrontab = '50 19 * * * forget_appeals\n';
