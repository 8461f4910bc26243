import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { purgeAnswers } from './commands/purge-answers';

/** What this module does by the clock; the worker's list takes it in. */
export const questionsJobs: TaskList = {
  purge_answers: async () => {
    await purgeAnswers(makeCtx(system()));
  },
};

/** 20:25 UTC: twenty-five past four at night in China. */
export const questionsCrontab = '25 20 * * * purge_answers\n';
