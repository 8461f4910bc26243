import 'server-only';
import type { TaskList } from 'graphile-worker';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { transaction } from '@/lib/transaction';
import { findDuplicates } from './commands/find-duplicates';
import { personalData } from './personal-data';

/** What this room does by the clock; the worker's list takes it in. */
export const duplicatesJobs: TaskList = {
  find_duplicates: async () => {
    await transaction(makeCtx(system()), (tx) => personalData.expire(tx));
    await findDuplicates(makeCtx(system()));
  },
};

/** 19:20 UTC, twenty past three at night in China. */
export const duplicatesCrontab = '20 19 * * * find_duplicates\n';
