import 'server-only';
import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { personalData } from './personal-data';

/** What this module does by the clock; the worker's list takes it in. */
export const correctionsJobs: TaskList = {
  forget_corrections: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** 20:10 UTC, ten past four at night in China. */
export const correctionsCrontab = '10 20 * * * forget_corrections\n';
