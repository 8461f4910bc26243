import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { personalData } from './personal-data';

/** What this feature does by the clock; the worker's list takes it in. */
export const applicationsJobs: TaskList = {
  clear_old_drafts: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** 19:40 UTC, at night in China. */
export const applicationsCrontab = '40 19 * * * clear_old_drafts\n';
