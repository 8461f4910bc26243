import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { personalData } from './personal-data';

/** What this module does by the clock; the worker's list takes it in. */
export const screeningJobs: TaskList = {
  forget_returns: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** 19:55 UTC, five to four at night in China. */
export const screeningCrontab = '55 19 * * * forget_returns\n';
