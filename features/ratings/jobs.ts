import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { askForRatings, escalateOverdue } from './commands/tend-ratings';
import { personalData } from './personal-data';

/** What this module does by the clock; the worker's list takes it in. */
export const ratingsJobs: TaskList = {
  ask_for_ratings: async () => {
    await askForRatings(makeCtx(system()));
  },
  tend_ratings: async () => {
    await escalateOverdue(makeCtx(system()));
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** Asked at nine, noon, three and six in the evening of China (UTC+8), not at night; overdue ones at eight. */
export const ratingsCrontab = '0 1,4,7,10 * * * ask_for_ratings\n0 0 * * * tend_ratings\n';
