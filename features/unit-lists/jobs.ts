import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { jobId } from '@/lib/jobs/job-id';
import { transaction } from '@/lib/transaction';
import { announceUnitList } from './commands/announce-unit-list';
import { personalData } from './personal-data';

/** What this feature does by the clock; the worker's list takes it in. */
export const unitListsJobs: TaskList = {
  announce_unit_list: async (payload) => {
    await announceUnitList(jobId(payload));
  },
  forget_unit_names: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** 20:15 UTC, a quarter past four at night in China. */
export const unitListsCrontab = '15 20 * * * forget_unit_names\n';
