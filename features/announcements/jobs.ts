import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { personalData } from './personal-data';

/** What this feature does by the clock; the worker's list takes it in. */
export const announcementsJobs: TaskList = {
  forget_announcements: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** 20:35 UTC, half past four at night in China. */
export const announcementsCrontab = '35 20 * * * forget_announcements\n';
