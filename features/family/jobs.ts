import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { comeOfAge } from './commands/come-of-age';
import { personalData } from './personal-data';

/** What this module does by the clock; the worker's list takes it in. */
export const familyJobs: TaskList = {
  come_of_age: async () => {
    await comeOfAge(makeCtx(system()));
  },
  forget_removed_children: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** In UTC: five past midnight and twenty past four at night in China. */
export const familyCrontab = '5 16 * * * come_of_age\n' + '20 20 * * * forget_removed_children\n';
