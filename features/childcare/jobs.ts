import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { watchClasses } from './commands/watch-classes';
import { personalData } from './personal-data';

/** What this module does by the clock; the worker's list takes it in. */
export const childcareJobs: TaskList = {
  watch_classes: async () => {
    await watchClasses(makeCtx(system()));
  },
  forget_class_records: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
  },
};

/** Classes every five minutes by day (06:00–21:00 in China); forgetting at a quarter past four at night. */
export const childcareCrontab = `*/5 22-23,0-12 * * * watch_classes
15 20 * * * forget_class_records
`;
