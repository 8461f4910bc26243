import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { askFollowUps } from './commands/ask-follow-ups';
import { personalData } from './personal-data';

/** What this module does by the clock; the worker's list takes it in. */
export const trainingJobs: TaskList = {
  ask_follow_ups: async () => {
    await askFollowUps(makeCtx(system()));
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** At ten in the morning of China (UTC+8), when nobody is woken. */
export const trainingCrontab = '0 2 * * * ask_follow_ups\n';
